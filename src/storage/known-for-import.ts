/**
 * What reading an archive needs of the people a history knows.
 */
import {
  type KnownForImport,
  nameOfSubject,
  type WaitingForImport,
} from "../domain/archive-import.ts";
import type { PersonId } from "../domain/person.ts";
import type { HistoryDatabase } from "./database.ts";

/**
 * The next people in the order of their ids.
 *
 * @param after the id of the last person read before; `undefined` to begin
 */
export async function knownForImport(
  database: HistoryDatabase,
  after: string | undefined,
  atMost: number,
): Promise<{ readonly people: readonly KnownForImport[]; readonly next?: string }> {
  const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after as PersonId, true);
  const transaction = database.transaction(["people", "interactions"]);
  const [records, facts] = await Promise.all([
    transaction.objectStore("people").getAll(range, atMost),
    transaction.objectStore("interactions").getAll(range, atMost),
  ]);
  const last = records.at(-1);
  return {
    people: records.flatMap(({ aliases, name, career }, place) => {
      const stored = facts[place];
      return stored === undefined
        ? []
        : [{ aliases, name: name.value, career, interactions: stored.packed }];
    }),
    ...(records.length === atMost && last !== undefined && { next: last.id }),
  };
}

/**
 * What was imported and waits for its person, that included whose person is known by now, in the order of what it waits under.
 *
 * @param after what the last part ended with; `undefined` to begin
 * @param atMost how many names, posts or comments to read
 */
export async function waitingForImport(
  database: HistoryDatabase,
  after: string | undefined,
  atMost: number,
): Promise<WaitingForImport & { readonly next?: string }> {
  const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
  const store = database.transaction("waiting").objectStore("waiting");
  const [subjects, all] = await Promise.all([
    store.getAllKeys(range, atMost),
    store.getAll(range, atMost),
  ]);
  const last = subjects.at(-1);
  return {
    waiting: subjects.flatMap((subject, place) =>
      (all[place]?.facts ?? []).map((interaction) => ({ subject, interaction })),
    ),
    bearers: subjects.flatMap((subject, place) => {
      const aliases = all[place]?.author;
      if (aliases === undefined || nameOfSubject(subject) === undefined) return [];
      return [{ subject, aliases }];
    }),
    own: subjects.filter((_, place) => all[place]?.own !== undefined),
    ...(subjects.length === atMost && last !== undefined && { next: last }),
  };
}
