/**
 * What is known of the history as a whole: counts and coverage.
 */
import type { Coverage } from "../domain/coverage.ts";
import { outdateLists } from "./kept-lists.ts";
import {
  historyTransaction,
  type Counts,
  type HistoryDatabase,
  type HistoryTransaction,
} from "./database.ts";

const NO_COUNTS: Counts = { people: 0, interactions: 0 };
const NO_COVERAGE: Coverage = { archives: [] };

/** How much the history holds. */
export async function storedCounts(database: HistoryDatabase): Promise<Counts> {
  return ((await database.get("about", "counts")) as Counts | undefined) ?? NO_COUNTS;
}

/** What the history can know at all. */
export async function storedCoverage(database: HistoryDatabase): Promise<Coverage> {
  return ((await database.get("about", "coverage")) as Coverage | undefined) ?? NO_COVERAGE;
}

/** Adds to the counts inside a transaction. */
export async function addCounts(transaction: HistoryTransaction, added: Counts): Promise<void> {
  const about = transaction.objectStore("about");
  const had = ((await about.get("counts")) as Counts | undefined) ?? NO_COUNTS;
  const counts: Counts = {
    people: had.people + added.people,
    interactions: had.interactions + added.interactions,
  };
  await about.put(counts, "counts");
  if (added.people < 0)
    await about.put(
      (((await about.get("gone")) as number | undefined) ?? 0) - added.people,
      "gone",
    );
}

/**
 * How many people the history has had, those included that were merged, erased or taken back with an import. It never falls, so
 * that less than the witness remembers can only mean damage.
 */
export async function peopleEver(database: HistoryDatabase): Promise<number> {
  const about = database.transaction("about").store;
  const [counts, gone] = await Promise.all([about.get("counts"), about.get("gone")]);
  return ((counts as Counts | undefined) ?? NO_COUNTS).people + ((gone as number | undefined) ?? 0);
}

/** Changes the coverage inside a transaction, and with it every silence, so that what was worked out from it has to be made anew. */
export async function changeCoverage(
  transaction: HistoryTransaction,
  change: (coverage: Coverage) => Coverage,
): Promise<void> {
  const about = transaction.objectStore("about");
  const had = ((await about.get("coverage")) as Coverage | undefined) ?? NO_COVERAGE;
  const changed = change(had);
  if (JSON.stringify(changed) === JSON.stringify(had)) return;
  await about.put(changed, "coverage");
  await outdateLists(transaction);
}

/** Changes the coverage in a transaction of its own. */
export async function addCoverage(
  database: HistoryDatabase,
  change: (coverage: Coverage) => Coverage,
): Promise<void> {
  const transaction = historyTransaction(database);
  await changeCoverage(transaction, change);
  await transaction.done;
}
