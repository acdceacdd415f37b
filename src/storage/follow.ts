/**
 * What follows from changed people inside the same transaction: the counts, the ready list.
 */
import type { Coverage } from "../domain/coverage.ts";
import { addCounts } from "./about.ts";
import type { HistoryTransaction } from "./database.ts";
import type { Change } from "./known-person.ts";
import { followInReadyList, outdateReadyList } from "./ready-list.ts";

const addedBy = (changes: readonly Change[]) => ({
  people: changes.reduce((sum, { people }) => sum + people, 0),
  interactions: changes.reduce((sum, { interactions }) => sum + interactions, 0),
});

/** Brings everything derived in step with changes of a few people, as pages show them. */
export async function follow(transaction: HistoryTransaction, changes: readonly Change[]): Promise<void> {
  const coverage = (await transaction.objectStore("about").get("coverage")) as Coverage | undefined;
  await addCounts(transaction, addedBy(changes));
  await followInReadyList(transaction, changes, coverage ?? { archives: [] });
}

/** The same for many people at once, as files bring them: the ready list is made anew when it is next shown. */
export async function followMany(transaction: HistoryTransaction, changes: readonly Change[]): Promise<void> {
  await addCounts(transaction, addedBy(changes));
  await outdateReadyList(transaction);
}
