import { keep, keepNothing, kept, watch } from "./kept.ts";

const LANGUAGE = "language";

const asTag = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

/** The tag of the language the user chose for the interface; `undefined` for that of the browser. */
export async function language(): Promise<string | undefined> {
  return asTag(await kept(LANGUAGE));
}

/** Keeps the user's choice. */
export function chooseLanguage(tag: string | undefined): Promise<void> {
  return tag === undefined ? keepNothing(LANGUAGE) : keep(LANGUAGE, tag);
}

/** Calls the listener with every later choice, until the signal is aborted. */
export function watchLanguage(
  listener: (tag: string | undefined) => void,
  signal: AbortSignal,
): void {
  watch(LANGUAGE, (value) => listener(asTag(value)), signal);
}
