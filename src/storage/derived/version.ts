/**
 * The version of what is kept of people: of another version, the view and everything that follows from it has to be made anew before it is read.
 */
import { SHARD_VERSION } from "../../domain/directory/directory-shard.ts";
import { RECORD_VERSION } from "../../domain/directory/person-record.ts";
import { MONTHS_VERSION } from "../../domain/interactions/messages-by-month.ts";
import { SUMMARY_VERSION } from "../../domain/tie/tie-summary.ts";
import type { HistoryDatabase, HistoryTransaction } from "../database/database.ts";
import type { Derived } from "../view/derived.ts";

const KEY = "summaries";

const CURRENT = `${SUMMARY_VERSION}.${SHARD_VERSION}.${MONTHS_VERSION}.${RECORD_VERSION}`;

/** Whether what is kept is of this version. A history nothing was written to is. */
export async function isDerivedCurrent(database: HistoryDatabase): Promise<boolean> {
  const version = await database.get("about", KEY);
  return version === undefined || version === CURRENT;
}

/** The records are not those that the view was made of: it has to be made anew before it is read. */
export async function outdate(transaction: HistoryTransaction): Promise<void> {
  const about = transaction.objectStore("about");
  const revision = ((await about.get("revision")) as number | undefined) ?? 0;
  await about.put(revision + 1, "revision");
  await about.put("", KEY);
}

/** See the file. */
export const version: Derived = {
  async changed({ transaction }) {
    const about = transaction.objectStore("about");
    if ((await about.get(KEY)) === undefined) await about.put(CURRENT, KEY);
  },
  async rebuilt({ transaction }) {
    await transaction.objectStore("about").put(CURRENT, KEY);
  },
};
