/**
 * The witness: what a history held when it was last written, kept outside the database. A damaged database can open empty or as it was
 * some time ago, without an error; the witness tells that from a new user.
 */
import browser from "webextension-polyfill";
import { WITNESS } from "../../settings/history-changes.ts";
import type { Counts } from "../../storage/view/about.ts";

/** What the witness remembers of a history. */
export interface Testimony extends Counts {
  /** The revision of the history. It rises with every write, so that less than this means that something was lost. */
  readonly revision: number;
}

const keyOf = (history: string): string => `${WITNESS}${history}`;

/** What the history held when it was last written; `undefined` for a new one, or when `storage.local` was lost as well. */
export async function witness(history: string): Promise<Testimony | undefined> {
  const key = keyOf(history);
  return (await browser.storage.local.get(key))[key] as Testimony | undefined;
}

/** Notes what the history holds now. */
export async function testify(history: string, testimony: Testimony): Promise<void> {
  await browser.storage.local.set({ [keyOf(history)]: testimony });
}
