/**
 * Single values that our own pages keep for themselves. The background keeps them, where no page of the site reads them.
 */
import { watchChanges } from "../protocol/changes.ts";
import type { OwnKey } from "../protocol/page-questions.ts";
import { askFromPage } from "../protocol/transport.ts";

/** What is kept under a key; `undefined` where nothing is. */
export const kept = (key: OwnKey): Promise<unknown> => askFromPage.keptValue({ key });

/** Keeps a value under a key, whatever was kept before. */
export async function keep(key: OwnKey, value: unknown): Promise<void> {
  await askFromPage.keepValue({ key, value });
}

/** So often other pages change a value between two questions of this one. */
const MOST_TRIES = 20;

/** Keeps what `change` makes of the value under a key. What other pages keep under it at the same time stays: `change` is called again, then. */
export async function changeKeptValue(
  key: OwnKey,
  change: (before: unknown) => unknown,
): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const before = await kept(key);
    const from = before === undefined ? {} : { value: before };
    if (await askFromPage.keepValue({ key, value: change(before), from })) return;
  }
  throw new Error(`Other pages change "${key}" all the time`);
}

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
