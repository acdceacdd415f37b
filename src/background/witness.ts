/**
 * The witness: how much a history held, written outside the database. A damaged database can open empty without an error; the
 * witness tells that from a new user.
 */
import browser from "webextension-polyfill";
import type { Counts } from "../storage/database.ts";

const keyOf = (history: string): string => `witness-${history}`;

/** What the history held when it was last written; `undefined` for a new one, or when `storage.local` was lost as well. */
export async function witness(history: string): Promise<Counts | undefined> {
  const key = keyOf(history);
  return (await browser.storage.local.get(key))[key] as Counts | undefined;
}

/** Notes how much the history holds now. */
export async function testify(history: string, counts: Counts): Promise<void> {
  await browser.storage.local.set({ [keyOf(history)]: counts });
}
