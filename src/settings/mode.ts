import { keep, kept, watch } from "./kept.ts";

/**
 * How far Tielight may go on the site.
 *
 * - `badges`: reads the pages the user opens, remembers what they show, draws badges
 * - `popup`: reads and remembers, draws nothing
 * - `archive`: does nothing at all on the site
 */
export type Mode = "badges" | "popup" | "archive";

const MODE = "mode";

const asMode = (value: unknown): Mode | undefined =>
  value === "badges" || value === "popup" || value === "archive" ? value : undefined;

/** The chosen mode; `undefined` before the user has chosen, when nothing may be read, drawn or kept. */
export async function mode(): Promise<Mode | undefined> {
  return asMode(await kept(MODE));
}

/** Keeps the user's choice. */
export function chooseMode(chosen: Mode): Promise<void> {
  return keep(MODE, chosen);
}

/** Calls the listener with every later choice, until the signal is aborted. */
export function watchMode(listener: (chosen: Mode | undefined) => void, signal: AbortSignal): void {
  watch(MODE, (value) => listener(asMode(value)), signal);
}
