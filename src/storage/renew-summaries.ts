/**
 * Making summaries anew after an update that changed what interactions add up to.
 */
import { SUMMARY_VERSION } from "../domain/tie-summary.ts";
import { historyTransaction, type HistoryDatabase } from "./database.ts";
import { followMany } from "./follow.ts";
import { type Change, known, replace } from "./known-person.ts";

/** The version all summaries in the history are of, in the store `about`. */
const KEY = "summaries";

/** People written in one transaction: what else wants to write waits no longer than that takes. */
const AT_ONCE = 500;

/** Makes anew what an earlier version of the formula summed up; once for each update, otherwise this reads one record. */
export async function renewSummaries(database: HistoryDatabase): Promise<void> {
  if ((await database.get("about", KEY)) === SUMMARY_VERSION) return;
  const people = await database.getAll("people");
  const old = people.filter(({ summary }) => summary.version !== SUMMARY_VERSION);
  for (let start = 0; start < old.length; start += AT_ONCE) {
    const ids = old.slice(start, start + AT_ONCE).map(({ id }) => id);
    const transaction = historyTransaction(database);
    const changes: Change[] = [];
    for (const one of await known(transaction, ids))
      changes.push(await replace(transaction, [one], one));
    await followMany(transaction, changes);
    await transaction.done;
  }
  await database.put("about", SUMMARY_VERSION, KEY);
}
