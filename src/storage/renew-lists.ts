/**
 * Making the kept lists anew from everybody's summary: one reading of all people for all of them.
 */
import { readyList } from "../domain/ready-list.ts";
import { reminder } from "../domain/reminders.ts";
import { SUGGESTION_DEFAULTS } from "../domain/suggestions.ts";
import { weekLists } from "../domain/week.ts";
import { storedCoverage } from "./about.ts";
import { historyTransaction, type HistoryDatabase } from "./database.ts";
import { currentEdition, storedEdition } from "./edition.ts";
import type { KeptLists } from "./kept-lists.ts";
import { renewSummaries } from "./renew-summaries.ts";
import { storedOwnCompanies } from "./own-companies.ts";

/**
 * Makes the lists and keeps them. When something was recorded while they were made, they are kept as outdated.
 *
 * @param perWeek suggestions a week and list
 */
export async function renewLists(
  database: HistoryDatabase,
  perWeek: number,
  now: number,
): Promise<void> {
  await renewSummaries(database);
  const edition = await storedEdition(database);
  const [people, coverage, ownCompanies] = await Promise.all([
    database.getAll("people"),
    storedCoverage(database),
    storedOwnCompanies(database),
  ]);
  const known = { coverage, ownCompanies };
  const lists: KeptLists = {
    stale: readyList(people, known, now),
    week: weekLists(people, { ...SUGGESTION_DEFAULTS, perWeek, ...known }, now),
    reminders: { at: now, reminders: people.flatMap((person) => reminder(person) ?? []) },
  };
  const transaction = historyTransaction(database);
  const isCurrent = (await currentEdition(transaction)) === edition;
  const store = transaction.objectStore("lists");
  for (const [name, list] of Object.entries(lists))
    await store.put(isCurrent ? list : { ...list, outdated: true }, name);
  await transaction.done;
}
