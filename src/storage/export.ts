/**
 * Reading the whole history out, part by part.
 */
import type { ExportedPerson } from "../domain/exported-history.ts";
import { interactionsOf } from "../domain/interaction-columns.ts";
import type { PersonId } from "../domain/person.ts";
import type { HistoryDatabase } from "./database.ts";

/**
 * The next people in the order of their ids.
 *
 * @param after the id of the last person read before; `undefined` to begin
 * @returns the people and, unless these were the last, the id to go on after
 */
export async function exportedPeople(
  database: HistoryDatabase,
  after: string | undefined,
  atMost: number,
): Promise<{ readonly people: readonly ExportedPerson[]; readonly next?: string }> {
  const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after as PersonId, true);
  const transaction = database.transaction(["people", "interactions"]);
  const [records, facts] = await Promise.all([
    transaction.objectStore("people").getAll(range, atMost),
    transaction.objectStore("interactions").getAll(range, atMost),
  ]);
  const people = records.map(
    ({ id: _id, summary: _summary, own: _own, ...person }, index): ExportedPerson => {
      const stored = facts[index];
      return {
        ...person,
        interactions: stored === undefined ? [] : interactionsOf(stored.packed),
        deleted: stored?.deleted ?? [],
      };
    },
  );
  const last = records.at(-1);
  return { people, ...(records.length === atMost && last !== undefined && { next: last.id }) };
}
