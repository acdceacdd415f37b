/**
 * Taking sightings and exported people into the history. One transaction for each batch: all of it is on disk, or none.
 */
import type { Coverage } from "../domain/coverage.ts";
import type { ExportedPerson } from "../domain/exported-history.ts";
import type { MergeWitness } from "../domain/merge.ts";
import type { Alias, PersonId } from "../domain/person.ts";
import { samePerson } from "../domain/same-person.ts";
import type { Sighting } from "../domain/sighting.ts";
import { changeCoverage } from "./about.ts";
import {
  type Addition,
  additionOfExported,
  additionsOfSightings,
  withAddition,
} from "./addition.ts";
import { refusals } from "./apart.ts";
import { historyTransaction, type HistoryDatabase, type HistoryTransaction } from "./database.ts";
import { addErased, type AliasHashes, areCurrent, erasedAmong, hashesOf } from "./erasures.ts";
import { follow, followMany } from "./follow.ts";
import { type Change, known, type KnownPerson, replace } from "./known-person.ts";
import { mergedBy } from "./merged.ts";

/** Makes an id for a person not met before. */
export type NewId = () => PersonId;

/** How additions are taken in. */
interface Taking {
  readonly because: MergeWitness;
  readonly newId: NewId;
  readonly now: number;
}

/** The ids of everybody known by one of these aliases, in a fixed order. */
async function idsOf(
  transaction: HistoryTransaction,
  aliases: readonly Alias[],
): Promise<readonly PersonId[]> {
  const store = transaction.objectStore("aliases");
  const ids = await Promise.all([...new Set(aliases)].map((alias) => store.get(alias)));
  return [...new Set(ids.filter((id) => id !== undefined))].sort();
}

/** Additions that are one person's, and the ids the history knows that person by. */
interface Group {
  readonly additions: readonly Addition[];
  readonly ids: readonly PersonId[];
}

/** Additions are one person's when they share an alias, or when the history knows aliases of both as one person's. */
async function grouped(
  transaction: HistoryTransaction,
  additions: readonly Addition[],
): Promise<readonly Group[]> {
  const ids = await Promise.all(additions.map(({ aliases }) => idsOf(transaction, aliases)));
  const groups = samePerson(
    additions.map(({ aliases }, place) => [...aliases, ...(ids[place] ?? [])]),
  );
  return groups.map((places) => ({
    additions: places.flatMap((place) => additions[place] ?? []),
    ids: [...new Set(places.flatMap((place) => ids[place] ?? []))].sort(),
  }));
}

/**
 * The additions less what is about people who were erased. Whoever is only known as somebody erased stays so under every further alias
 * that is shown; whoever is in the history under another alias stays there, without the erased one.
 */
async function notErased(
  transaction: HistoryTransaction,
  additions: readonly Addition[],
  hashes: AliasHashes,
): Promise<readonly Addition[]> {
  const erased = await erasedAmong(transaction, hashes);
  if (erased.size === 0) return additions;
  const left: Addition[] = [];
  for (const group of await grouped(transaction, additions)) {
    const aliases = group.additions.flatMap((addition) => addition.aliases);
    if (!aliases.some((alias) => erased.has(alias))) left.push(...group.additions);
    else if (group.ids.length === 0) await addErased(transaction, hashes, aliases);
    else left.push(...group.additions.flatMap((addition) => addition.without(erased) ?? []));
  }
  return left;
}

/** Adds what is said of one person. Whoever is never to be tracked only gets further aliases. */
async function addToPerson(
  transaction: HistoryTransaction,
  people: readonly KnownPerson[],
  additions: readonly Addition[],
  { because, newId, now }: Taking,
): Promise<Change | undefined> {
  const [first, ...others] = people;
  const aliases = additions.flatMap((addition) => addition.aliases);
  const isTracked =
    because !== "page" || !people.some(({ person }) => person.choices.neverTrack?.value);
  const isNews = isTracked || aliases.some((alias) => !first?.person.aliases.includes(alias));
  if (!isNews && others.length === 0) return undefined;
  const id = first?.person.id ?? newId();
  const before = first && mergedBy(first, others, { because, aliases, at: now });
  const after = additions
    .map((addition) => (isTracked ? addition : addition.namesOnly()))
    .reduce<KnownPerson | undefined>(
      (person, addition) => withAddition(person, addition, id),
      before,
    );
  return after && replace(transaction, people, after);
}

const ownsOneOf = ({ person }: KnownPerson, aliases: readonly Alias[]): boolean =>
  aliases.some((alias) => person.aliases.includes(alias));

async function addGroup(
  transaction: HistoryTransaction,
  { additions, ids }: Group,
  taking: Taking,
): Promise<readonly Change[]> {
  const people = await known(transaction, ids);
  const refused = people.length > 1 ? await refusals(transaction, people) : undefined;
  const isRefused = people.some((one) => people.some((other) => refused?.(one, other)));
  if (!isRefused) {
    const change = await addToPerson(transaction, people, additions, taking);
    return change === undefined ? [] : [change];
  }
  const [only, ...more] = additions;
  if (only === undefined) return [];
  if (more.length === 0) {
    // What shows two together that are not one counts for the one it names first.
    const byPlace = only.aliases.flatMap(
      (alias) => people.find((one) => ownsOneOf(one, [alias])) ?? [],
    );
    const joined = [...new Set(byPlace)].reduce<readonly KnownPerson[]>(
      (some, one) => (some.some((other) => refused?.(one, other)) ? some : [...some, one]),
      [],
    );
    const foreign = people
      .filter((one) => !joined.includes(one))
      .flatMap(({ person }) => person.aliases);
    const said = only.without(new Set(foreign));
    const change = said && (await addToPerson(transaction, joined, [said], taking));
    return change === undefined ? [] : [change];
  }
  const changes: Change[] = [];
  for (const addition of additions)
    for (const group of await grouped(transaction, [addition]))
      changes.push(...(await addGroup(transaction, group, taking)));
  return changes;
}

async function add(
  database: HistoryDatabase,
  additions: readonly Addition[],
  taking: Taking,
  coverage: (known: Coverage) => Coverage,
  after: (transaction: HistoryTransaction, changes: readonly Change[]) => Promise<void>,
): Promise<void> {
  const hashes = await hashesOf(
    database,
    additions.flatMap(({ aliases }) => aliases),
  );
  const transaction = historyTransaction(database);
  if (!(await areCurrent(transaction, hashes))) {
    await transaction.done;
    return add(database, additions, taking, coverage, after);
  }
  const wanted = hashes === undefined ? additions : await notErased(transaction, additions, hashes);
  const changes: Change[] = [];
  for (const group of await grouped(transaction, wanted))
    changes.push(...(await addGroup(transaction, group, taking)));
  await changeCoverage(transaction, coverage);
  await after(transaction, changes);
  await transaction.done;
}

/**
 * Remembers what was seen. Resolves after the transaction completed, so what it resolves for is on disk. Sightings that name two
 * known persons at once make them one, unless the user has taken these two apart. Of people the user erased nothing is remembered, and
 * of those never to be tracked no more than further aliases. From the first record on the history watches.
 */
export function record(
  database: HistoryDatabase,
  sightings: readonly Sighting[],
  newId: NewId,
  now: number,
): Promise<void> {
  const watching = (known: Coverage): Coverage => ({
    ...known,
    watchingSince: known.watchingSince ?? now,
  });
  const taking: Taking = { because: "page", newId, now };
  // Whose posts were merely seen is nobody's business; see `attribute`.
  const said = sightings.filter(({ what }) => what !== "author");
  return add(database, additionsOfSightings(said), taking, watching, follow);
}

/** Adds people of an export to the history, but for those the user erased here. */
export function restore(
  database: HistoryDatabase,
  people: readonly ExportedPerson[],
  newId: NewId,
  now: number,
): Promise<void> {
  const taking: Taking = { because: "file", newId, now };
  return add(database, people.map(additionOfExported), taking, (known) => known, followMany);
}
