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

/** In Firefox: the names of histories there were. Its reader must not rely on it: a script on the site may have written it. */
const HELD = "held";

async function heldNames(): Promise<readonly string[]> {
  const kept = (await browser.storage.local.get(HELD))[HELD];
  return Array.isArray(kept) ? kept.filter((name) => typeof name === "string") : [];
}

async function noteHeld(history: string, isHeld: boolean): Promise<void> {
  const before = await heldNames();
  if (before.includes(history) === isHeld) return;
  const after = isHeld ? [...before, history] : before.filter((name) => name !== history);
  if (after.length === 0) await browser.storage.local.remove(HELD);
  else await browser.storage.local.set({ [HELD]: after });
}

/** What the history held when it was last written; `undefined` for a new one, or when the witness was lost as well. */
export async function witness(history: string): Promise<Testimony | undefined> {
  const key = keyOf(history);
  // A witness that cannot be heard is none: where it lies is damaged, and the history need not be.
  const kept = isStorageClosable()
    ? browser.storage.local.get(key).then((values) => values[key])
    : ownValue(key);
  return (await kept.catch(() => undefined)) as Testimony | undefined;
}

async function note(history: string, testimony: Testimony | undefined): Promise<void> {
  const key = keyOf(history);
  if (!isStorageClosable()) {
    await changeOwnValue(key, () => testimony);
    if (testimony === undefined || testimony.people > 0)
      await noteHeld(history, testimony !== undefined);
  } else if (testimony === undefined) await browser.storage.local.remove(key);
  else await browser.storage.local.set({ [key]: testimony });
}

/**
 * Notes what the history holds now; with `undefined` there is no history of this name any more. What is in the history is there also where
 * that cannot be noted: the witness lags behind, and the console keeps why.
 */
export const testify = (history: string, testimony: Testimony | undefined): Promise<void> =>
  note(history, testimony).catch(console.error);

/** The histories that a witness outside of all databases knows. In Firefox there is none that could be relied on. */
export async function witnessedHistories(): Promise<readonly string[]> {
  if (!isStorageClosable()) return [];
  const keys = Object.keys(await browser.storage.local.get(null));
  return keys.filter((key) => key.startsWith(KEY)).map((key) => key.slice(KEY.length));
}

/** Histories that there may be where the browser cannot list them. A page may have written the names, so each has to be looked for. */
export const rememberedHistories = (): Promise<readonly string[]> =>
  isStorageClosable() ? witnessedHistories() : heldNames();

/** Whether there may have been histories in this browser, and every database is gone. Nothing but a doubt, see {@link HELD}. */
export async function mayHaveHeld(): Promise<boolean> {
  if (isStorageClosable() || (await hasOwn())) return false;
  return (await heldNames().catch(() => [])).length > 0;
}

/** The user was told. */
export const forgetHeld = (): Promise<void> => browser.storage.local.remove(HELD);
