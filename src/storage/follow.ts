/**
 * What follows from changed people inside the same transaction: the counts, the kept lists, what is remembered for searching.
 */
import type { Coverage } from "../domain/coverage.ts";
import { withChanges } from "../domain/ready-list.ts";
import { mayBeDue, remindersWithChanges } from "../domain/reminders.ts";
import { weekWithChanges } from "../domain/week.ts";
import { addCounts } from "./about.ts";
import type { HistoryTransaction } from "./database.ts";
import { noteChanges } from "./directory.ts";
import { nextEdition } from "./edition.ts";
import { changeList, outdateLists } from "./kept-lists.ts";
import type { Change } from "./known-person.ts";

const addedBy = (changes: readonly Change[]) => ({
  people: changes.reduce((sum, { people }) => sum + people, 0),
  interactions: changes.reduce((sum, { interactions }) => sum + interactions, 0),
});

/** Brings everything derived in step with changes of a few people, as pages and the user's hand make them. */
export async function follow(
  transaction: HistoryTransaction,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return;
  const kept = (await transaction.objectStore("about").get("coverage")) as Coverage | undefined;
  const coverage = kept ?? { archives: [] };
  // A person changed twice is shown as last changed.
  const last = new Map(changes.flatMap(({ stored }) => (stored ? [[stored.id, stored]] : [])));
  const changed = [...last.values()];
  const gone = changes.flatMap((change) => change.gone).filter((id) => !last.has(id));
  await addCounts(transaction, addedBy(changes));
  await changeList(transaction, "stale", (list) => withChanges(list, changed, gone, coverage));
  await changeList(transaction, "week", (lists) =>
    weekWithChanges(lists, changed, gone, coverage, lists.at),
  );
  if (gone.length > 0 || changed.some(mayBeDue))
    await changeList(transaction, "reminders", (list) => ({
      ...list,
      reminders: remindersWithChanges(list.reminders, changed, gone),
    }));
  noteChanges(transaction, await nextEdition(transaction), changed, gone);
}

/** The same for many people at once, as files bring them: the lists are made anew before they are next shown. */
export async function followMany(
  transaction: HistoryTransaction,
  changes: readonly Change[],
): Promise<void> {
  await addCounts(transaction, addedBy(changes));
  await outdateLists(transaction);
}
