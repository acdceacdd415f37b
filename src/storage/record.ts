/**
 * Taking sightings and exported people into the history. One transaction for each batch: all of it is on disk, or none.
 */
import type { Coverage } from "../domain/coverage.ts";
import type { ExportedPerson } from "../domain/exported-history.ts";
import { union } from "../domain/history.ts";
import type { Interaction } from "../domain/interaction.ts";
import type { Alias, Person, PersonId } from "../domain/person.ts";
import { personFrom, unitedPerson } from "../domain/person-union.ts";
import { samePerson } from "../domain/same-person.ts";
import type { Sighting } from "../domain/sighting.ts";
import { unitedVisits, withVisit } from "../domain/visits.ts";
import { changeCoverage } from "./about.ts";
import { historyTransaction, type HistoryDatabase, type HistoryTransaction } from "./database.ts";
import { follow, followMany } from "./follow.ts";
import { type Change, known, type KnownPerson, ownPart, replace, unitedSaid } from "./known-person.ts";

/** Makes an id for a person not met before. */
export type NewId = () => PersonId;

/** One person as something says, to be added to what is known. The id counts for nothing until the person is found. */
interface Addition {
  readonly aliases: readonly Alias[];
  /** What is known with this added. Adding it again changes nothing. */
  added(known: KnownPerson | undefined, id: PersonId): KnownPerson;
}

const nobody = (person: Person): KnownPerson => ({ person, interactions: [], deleted: [], visits: [] });

/** Two records of one person as one: the first one's id, and everything of both. */
export function united(a: KnownPerson, b: KnownPerson): KnownPerson {
  return {
    person: unitedPerson(a.person, b.person),
    interactions: union(a.interactions, b.interactions),
    deleted: [...new Set([...a.deleted, ...b.deleted])].sort(),
    visits: unitedVisits(a.visits, b.visits),
    ...((a.own ?? b.own) && { own: unitedSaid(ownPart(a), ownPart(b)) }),
  };
}

function additionOfSightings(sightings: readonly Sighting[]): Addition {
  const interactions = sightings.flatMap((sighting): readonly Interaction[] =>
    sighting.what === "interaction" ? [sighting.interaction] : [],
  );
  const visits = sightings.flatMap((sighting) => (sighting.what === "visit" ? [sighting.person.at] : []));
  return {
    aliases: sightings.flatMap(({ person }) => person.aliases),
    added(before, id) {
      const seen = sightings.map(({ person }) => personFrom(person, id)).reduce(unitedPerson);
      const start = before ?? nobody(seen);
      return {
        ...start,
        person: unitedPerson(start.person, seen),
        interactions: interactions.length === 0 ? start.interactions : union(start.interactions, interactions),
        visits: visits.reduce(withVisit, start.visits),
        ...(start.own && { own: unitedSaid(start.own, seen) }),
      };
    },
  };
}

function additionOfExported(exported: ExportedPerson): Addition {
  const { interactions, deleted, visits, ...person } = exported;
  return {
    aliases: exported.aliases,
    added(before, id) {
      const restored: KnownPerson = { person: { ...person, id }, interactions, deleted, visits };
      return before === undefined ? restored : united(before, restored);
    },
  };
}

/** The ids of everybody known by one of these aliases, in a fixed order. */
async function idsOf(transaction: HistoryTransaction, aliases: readonly Alias[]): Promise<readonly PersonId[]> {
  const store = transaction.objectStore("aliases");
  const ids = await Promise.all([...new Set(aliases)].map((alias) => store.get(alias)));
  return [...new Set(ids.filter((id) => id !== undefined))].sort();
}

async function add(
  database: HistoryDatabase,
  additions: readonly Addition[],
  newId: NewId,
  coverage: (known: Coverage) => Coverage,
  after: (transaction: HistoryTransaction, changes: readonly Change[]) => Promise<void>,
): Promise<void> {
  const transaction = historyTransaction(database);
  const ids = await Promise.all(additions.map(({ aliases }) => idsOf(transaction, aliases)));
  // Additions are one person's when they share an alias, or when the history knows aliases of both as one person's.
  const groups = samePerson(additions.map(({ aliases }, index) => [...aliases, ...(ids[index] ?? [])]));
  const changes: Change[] = [];
  for (const group of groups) {
    const existing = [...new Set(group.flatMap((index) => ids[index] ?? []))].sort();
    const people = await known(transaction, existing);
    const id = existing[0] ?? newId();
    const before = people.length === 0 ? undefined : people.reduce(united);
    const after = group.reduce<KnownPerson | undefined>(
      (person, index) => additions[index]?.added(person, id) ?? person,
      before,
    );
    if (after !== undefined) changes.push(await replace(transaction, people, after));
  }
  await changeCoverage(transaction, coverage);
  await after(transaction, changes);
  await transaction.done;
}

/**
 * Remembers what was seen. Resolves after the transaction completed, so what it resolves for is on disk. Sightings that name two
 * known persons at once make them one. From the first record on the history watches.
 */
export function record(
  database: HistoryDatabase,
  sightings: readonly Sighting[],
  newId: NewId,
  now: number,
): Promise<void> {
  const groups = samePerson(sightings.map(({ person }) => person.aliases));
  const additions = groups.map((group) =>
    additionOfSightings(group.map((index) => sightings[index]).filter((sighting) => sighting !== undefined)),
  );
  return add(database, additions, newId, (known) => ({ ...known, watchingSince: known.watchingSince ?? now }), follow);
}

/** Adds people of an export to the history. */
export function restore(database: HistoryDatabase, people: readonly ExportedPerson[], newId: NewId): Promise<void> {
  return add(database, people.map(additionOfExported), newId, (known) => known, followMany);
}
