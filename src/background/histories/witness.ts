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
import { hasOwn } from "../../storage/database/own-database.ts";
import { changeOwnValue, ownValue } from "../kept/own-kept.ts";

/** What the witness remembers of a history. */
export interface Testimony extends Counts {
  /** The revision of the history. It rises with every write, so that less than this means that something was lost. */
  readonly revision: number;
}

const KEY = "witness-";
const keyOf = (history: string): string => `${KEY}${history}`;

/** In Firefox: that there was a history. Its reader must not rely on it: a script on the site may have written it. */
const HELD = "held";

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
  if (!isStorageClosable()) {
    await changeOwnValue(key, () => testimony);
    if (testimony !== undefined && testimony.people > 0)
      await browser.storage.local.set({ [HELD]: true });
  } else if (testimony === undefined) await browser.storage.local.remove(key);
  else await browser.storage.local.set({ [key]: testimony });
}

/** The histories that a witness outside of all databases knows. In Firefox there is none that could be relied on. */
export async function witnessedHistories(): Promise<readonly string[]> {
  if (!isStorageClosable()) return [];
  const keys = Object.keys(await browser.storage.local.get(null));
  return keys.filter((key) => key.startsWith(KEY)).map((key) => key.slice(KEY.length));
}

/** Whether there may have been histories in this browser, and every database is gone. Nothing but a doubt, see {@link HELD}. */
export async function mayHaveHeld(): Promise<boolean> {
  if (isStorageClosable() || (await hasOwn())) return false;
  return (await browser.storage.local.get(HELD))[HELD] === true;
}

/** The user was told. */
export const forgetHeld = (): Promise<void> => browser.storage.local.remove(HELD);
