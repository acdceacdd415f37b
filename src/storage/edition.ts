/**
 * The edition of the history: a number that every writing transaction raises, so that what was worked out from an earlier one is known
 * to be outdated.
 */
import type { HistoryDatabase, HistoryTransaction } from "./database.ts";

const KEY = "edition";

/** The edition on disk. */
export async function storedEdition(database: HistoryDatabase): Promise<number> {
  return ((await database.get("about", KEY)) as number | undefined) ?? 0;
}

/** The edition a transaction sees. */
export async function currentEdition(transaction: HistoryTransaction): Promise<number> {
  return ((await transaction.objectStore("about").get(KEY)) as number | undefined) ?? 0;
}

/** Raises the edition and answers it. */
export async function nextEdition(transaction: HistoryTransaction): Promise<number> {
  const next = (await currentEdition(transaction)) + 1;
  await transaction.objectStore("about").put(next, KEY);
  return next;
}
