/**
 * Empty histories for tests, and everything a history holds in an order of its own.
 */
import "fake-indexeddb/auto";
import { afterEach } from "vitest";
import type { Alias, PersonId } from "../../src/domain/person.ts";
import type { Sighting } from "../../src/domain/sighting.ts";
import { HISTORY_STORES, type HistoryDatabase, openHistory } from "../../src/storage/database.ts";
import { exportedPeople } from "../../src/storage/export.ts";
import { peopleByAliases } from "../../src/storage/people.ts";
import { START } from "./sightings.ts";

export const DAY = 86_400_000;
export const NOW = START + 500 * DAY;

const opened: HistoryDatabase[] = [];
let count = 0;

/** A history nothing was written to; closed when the test is over. */
export async function emptyHistory(): Promise<HistoryDatabase> {
  const database = await openHistory(`invented-${++count}`);
  opened.push(database);
  return database;
}

afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});

/** All people with everything about them, by their aliases. */
export async function contents(database: HistoryDatabase) {
  const { people } = await exportedPeople(database, undefined, 1000);
  return people.toSorted((a, b) =>
    JSON.stringify(a.aliases) < JSON.stringify(b.aliases) ? -1 : 1,
  );
}

/** Everything in every store, as text. */
export async function dump(database: HistoryDatabase): Promise<string> {
  const stores = await Promise.all(
    HISTORY_STORES.map(async (name) => [
      name,
      await database.getAllKeys(name),
      await database.getAll(name),
    ]),
  );
  return JSON.stringify(stores);
}

/** The id of whoever has this alias. */
export async function idOf(database: HistoryDatabase, alias: Alias): Promise<PersonId> {
  const [person] = await peopleByAliases(database, [[alias]]);
  if (person === undefined) throw new Error(`Nobody is ${alias}`);
  return person.id;
}

/** A message from whoever has these aliases, so many days after the start. */
export function messageFrom(
  aliases: readonly Alias[],
  day: number,
  name = "Ada Example",
): Sighting {
  const at = START + day * DAY;
  return {
    what: "interaction",
    person: { aliases, name, at },
    interaction: { kind: "message", direction: "in", from: at, to: at, sources: ["page"] },
  };
}

/** A page that shows these aliases together. */
export const shownTogether = (aliases: readonly Alias[], at = NOW): Sighting => ({
  what: "person",
  person: { aliases, at },
});
