/**
 * Finding many people at once: where a large share of the history is asked for, it is read in stretches and not one by one.
 */
import type { Alias, PersonId } from "../domain/person.ts";
import type { HistoryTransaction, StoredInteractions, StoredPerson } from "./database.ts";
import { type KnownPerson, knownPerson } from "./known-person.ts";

/** A stretch is read as one when at least every so-many-th record of the store is wanted. */
export const WORTH_A_STRETCH = 4;

/** Answers whom aliases belong to, inside one transaction. */
export interface AliasBook {
  /** For each list the ids of everybody known by one of its aliases, in a fixed order. */
  idsOf(asked: readonly (readonly Alias[])[]): Promise<readonly (readonly PersonId[])[]>;
  /** To be told of every alias that is written. */
  note(aliases: readonly Alias[], id: PersonId): void;
}

/**
 * Opens the book of aliases.
 *
 * @param expected about how many aliases will be asked for in all
 */
export async function aliasBook(
  transaction: HistoryTransaction,
  expected: number,
): Promise<AliasBook> {
  const store = transaction.objectStore("aliases");
  const count = await store.count();
  const isWhole = expected * WORTH_A_STRETCH >= count;
  const known = new Map<Alias, PersonId>();
  if (isWhole && count > 0) {
    const [aliases, ids] = await Promise.all([store.getAllKeys(), store.getAll()]);
    for (const [place, alias] of aliases.entries()) {
      const id = ids[place];
      if (id !== undefined) known.set(alias, id);
    }
  }
  const idOf = async (alias: Alias): Promise<PersonId | undefined> =>
    known.get(alias) ?? (await store.get(alias));
  return {
    async idsOf(asked) {
      const all = asked.flat();
      const found = isWhole
        ? all.map((alias) => known.get(alias))
        : await Promise.all(all.map(idOf));
      let place = 0;
      return asked.map((aliases) => {
        const ids = found.slice(place, (place += aliases.length));
        return [...new Set(ids.filter((id) => id !== undefined))].sort();
      });
    },
    note(aliases, id) {
      for (const alias of aliases) known.set(alias, id);
    },
  };
}

/** The people with these ids, by id. An id nobody has is missing. */
export async function peopleWithIds(
  transaction: HistoryTransaction,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, KnownPerson>> {
  const wanted = [...new Set(ids)].sort();
  const [first, last] = [wanted[0], wanted.at(-1)];
  const found = new Map<PersonId, KnownPerson>();
  if (first === undefined || last === undefined) return found;
  const people = transaction.objectStore("people");
  const interactions = transaction.objectStore("interactions");
  const stretch = IDBKeyRange.bound(first, last);
  const isDense = wanted.length * WORTH_A_STRETCH >= (await people.count(stretch));
  const [stored, facts]: [
    readonly (StoredPerson | undefined)[],
    readonly (StoredInteractions | undefined)[],
  ] = isDense
    ? await Promise.all([people.getAll(stretch), interactions.getAll(stretch)])
    : await Promise.all([
        Promise.all(wanted.map((id) => people.get(id))),
        Promise.all(wanted.map((id) => interactions.get(id))),
      ]);
  const isWanted = new Set(wanted);
  for (const [place, person] of stored.entries()) {
    const theirs = facts[place];
    // Both stores hold the same ids, so the same place of a stretch is the same person.
    if (person !== undefined && theirs !== undefined && isWanted.has(person.id))
      found.set(person.id, knownPerson(person, theirs));
  }
  return found;
}
