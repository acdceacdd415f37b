/**
 * The witness: what a history held when it was last written, kept outside the database. A damaged database can open empty or as it was
 * some time ago, without an error; the witness tells that from a new user.
 *
 * Chrome keeps all databases of an extension in the same files, so the witness lies in `storage.local`, which no script on the site can
 * reach there. In Firefox such a script can write to `storage.local`, and each database has a file of its own, so the witness lies in
 * another database.
 */
import { browser } from "../../browser.ts";
import type { Counts } from "../../storage/view/about.ts";
import { isStorageClosable } from "../kept/closed-storage.ts";
import { changeOwnValue, ownValue } from "../kept/own-kept.ts";

/** What the witness remembers of a history. */
export interface Testimony extends Counts {
  /** The revision of the history. It rises with every write, so that less than this means that something was lost. */
  readonly revision: number;
}

const keyOf = (history: string): string => `witness-${history}`;

/** What the history held when it was last written; `undefined` for a new one, or when the witness was lost as well. */
export async function witness(history: string): Promise<Testimony | undefined> {
  const key = keyOf(history);
  const kept = isStorageClosable()
    ? (await browser.storage.local.get(key))[key]
    : await ownValue(key);
  return kept as Testimony | undefined;
}

/** Notes what the history holds now; with `undefined` there is no history of this name any more. */
export async function testify(history: string, testimony: Testimony | undefined): Promise<void> {
  const key = keyOf(history);
  if (!isStorageClosable()) await changeOwnValue(key, () => testimony);
  else if (testimony === undefined) await browser.storage.local.remove(key);
  else await browser.storage.local.set({ [key]: testimony });
}
