/**
 * Whom a deletion of many would be about.
 */
import { shownName } from "../../domain/person/corrected.ts";
import {
  type DeletionAsked,
  isQuiet,
  type PeopleToDelete,
} from "../../domain/directory/people-to-delete.ts";
import { fitting } from "../../domain/directory/people-table.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { everybody } from "../derived/everybody.ts";

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The subjects of which the user ever wrote or chose anything, an exchange that no page shows among it. */
async function subjectsByHand(database: HistoryDatabase): Promise<ReadonlySet<string>> {
  const keys = await database.getAllKeys("statements");
  return new Set(keys.flatMap(([subject, source]) => (source === "hand" ? [subject] : [])));
}

async function found(
  database: HistoryDatabase,
  asked: DeletionAsked,
  now: number,
): Promise<readonly PersonRecord[]> {
  if (asked.of === "quiet") {
    const byHand = await subjectsByHand(database);
    return (await database.getAll("people")).filter(
      (one) =>
        isQuiet(one, asked.years, now) &&
        ![one.subject, ...one.aliases].some((subject) => byHand.has(subject)),
    );
  }
  const { rows, rowOf } = await everybody(database, now);
  const fits = fitting({ text: "", conditions: [asked], by: "name", descending: false });
  const subjects = rows.filter(fits).flatMap(({ id }) => rowOf(id)?.subject ?? []);
  const { store } = database.transaction("people");
  const people = await Promise.all(subjects.map((subject) => store.get(subject)));
  return people.filter((one) => one !== undefined);
}

/** See the file; by name. */
export async function peopleToDelete(
  database: HistoryDatabase,
  asked: DeletionAsked,
  now: number,
): Promise<PeopleToDelete> {
  const people = (await found(database, asked, now))
    .map((person) => ({ id: person.id, name: shownName(person) }))
    .sort((a, b) => byName(a.name, b.name));
  return { ids: people.map(({ id }) => id), names: people.map(({ name }) => name) };
}
