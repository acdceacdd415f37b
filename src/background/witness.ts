/**
 * The witness: how much a history held, written outside the database. A damaged database can open empty without an error; the
 * witness tells that from a new user.
 */
import browser from "webextension-polyfill";
import { WITNESS } from "../settings.ts";
import type { Counts } from "../storage/database.ts";

/** What the witness remembers of a history. */
export interface Testimony extends Counts {
  /** People the history has ever had. Merging and erasing lower `people`, but never this; absent in testimonies of early versions. */
  readonly ever?: number;
}

const keyOf = (history: string): string => `${WITNESS}${history}`;

/** What the history held when it was last written; `undefined` for a new one, or when `storage.local` was lost as well. */
export async function witness(history: string): Promise<Testimony | undefined> {
  const key = keyOf(history);
  return (await browser.storage.local.get(key))[key] as Testimony | undefined;
}

/** Notes how much the history holds now. */
export async function testify(history: string, counts: Testimony): Promise<void> {
  await browser.storage.local.set({ [keyOf(history)]: counts });
}
