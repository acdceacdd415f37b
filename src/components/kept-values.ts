/**
 * Single values that our own pages keep for themselves. The background keeps them, where no page of the site reads them.
 */
import { watchChanges } from "../protocol/changes.ts";
import type { OwnKey } from "../protocol/page-questions.ts";
import { askFromPage } from "../protocol/transport.ts";

/** What is kept under a key; `undefined` where nothing is. */
export const kept = (key: OwnKey): Promise<unknown> => askFromPage.keptValue({ key });

/** Keeps a value under a key. */
export const keep = (key: OwnKey, value: unknown): Promise<void> =>
  askFromPage.keepValue({ key, value });

/** Calls the listener with every later value under a key, until the signal is aborted. */
export function watch(key: OwnKey, listener: (value: unknown) => void, signal: AbortSignal): void {
  let latest: Promise<unknown> | undefined;
  watchChanges((change) => {
    if (change.of !== "value" || change.key !== key) return;
    const reading = kept(key);
    latest = reading;
    reading.then(
      (value) => {
        // Answers need not come in the order of their questions.
        if (latest === reading && !signal.aborted) listener(value);
      },
      // What cannot be read stays as it was; the next change asks again.
      () => {},
    );
  }, signal);
}
