/**
 * The user's settings. They live in `storage.local`, where the background, our pages and the script on the site all read them
 * and hear of a change at once, so that a choice takes effect in open tabs without a reload.
 */
import { browser } from "./browser.ts";

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
  return asMode((await browser.storage.local.get(MODE))[MODE]);
}

/** Keeps the user's choice. */
export async function chooseMode(chosen: Mode): Promise<void> {
  await browser.storage.local.set({ [MODE]: chosen });
}

/** Calls the listener with every later choice, until the signal is aborted. */
export function watchMode(listener: (chosen: Mode | undefined) => void, signal: AbortSignal): void {
  const changed: Parameters<typeof browser.storage.local.onChanged.addListener>[0] = (changes) => {
    if (MODE in changes) listener(asMode(changes[MODE]?.newValue));
  };
  browser.storage.local.onChanged.addListener(changed);
  signal.addEventListener("abort", () => browser.storage.local.onChanged.removeListener(changed));
}
