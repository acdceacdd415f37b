/**
 * Reading and replacing one person, spread over the stores, inside a transaction.
 */
import { NOTHING_SAID, type SaidOfPerson } from "../domain/archive-import.ts";
import { settled } from "../domain/history.ts";
import { interactionsOf, packed } from "../domain/interaction-columns.ts";
import type { Interaction } from "../domain/interaction.ts";
import type { Merged } from "../domain/merge.ts";
import type { Person, PersonId } from "../domain/person.ts";
import { later, unitedAliases, unitedCareers } from "../domain/person-union.ts";
import { tieSummary } from "../domain/tie-summary.ts";
import type { HistoryTransaction, StoredInteractions, StoredPerson } from "./database.ts";

/** Everything stored of one person. */
export interface KnownPerson {
  readonly person: Person;
  readonly interactions: readonly Interaction[];
  /** Keys of the interactions the user said were wrong. */
  readonly deleted: readonly string[];
  /** Moments (ms) the user looked at the profile, oldest first. */
  readonly visits: readonly number[];
  /** What is known apart from all imports; absent while no import says anything. */
  readonly own?: SaidOfPerson;
  /** Who this person is made of; absent for whoever was never merged. */
  readonly merged?: Merged;
}

/** A person out of the records of the two stores. */
export function knownPerson(stored: StoredPerson, facts: StoredInteractions): KnownPerson {
  const { summary: _summary, visits, own, ...person } = stored;
  return {
    person,
    visits,
    interactions: interactionsOf(facts.packed),
    deleted: facts.deleted,
    ...(own && { own }),
    ...(facts.merged && { merged: facts.merged }),
  };
}

/** What is known of a person apart from all imports. */
export function ownPart({ person, own }: KnownPerson): SaidOfPerson {
  if (own !== undefined) return own;
  const { aliases, name, career } = person;
  return { aliases, name, career };
}

/** What two say of one person, put together. */
export function unitedSaid(a: SaidOfPerson, b: SaidOfPerson): SaidOfPerson {
  return {
    aliases: unitedAliases(a.aliases, b.aliases),
    name: later(a.name, b.name) ?? NOTHING_SAID.name,
    career: unitedCareers(a.career, b.career),
  };
}

/** The people with these ids. An id nobody has is passed over. */
export async function known(
  transaction: HistoryTransaction,
  ids: readonly PersonId[],
): Promise<readonly KnownPerson[]> {
  const found = await Promise.all(
    ids.map(async (id) => {
      const [stored, facts] = await Promise.all([
        transaction.objectStore("people").get(id),
        transaction.objectStore("interactions").get(id),
      ]);
      if (stored === undefined || facts === undefined) return undefined;
      return knownPerson(stored, facts);
    }),
  );
  return found.filter((one) => one !== undefined);
}

/** What one replacement did, for the counts and the ready list. */
export interface Change {
  /** Absent when nobody is left. */
  readonly stored?: StoredPerson;
  /** Ids that no longer exist. */
  readonly gone: readonly PersonId[];
  readonly people: number;
  readonly interactions: number;
}

/** Puts one person where one or more (or nobody) stood before. The summary is made anew from the interactions. */
export async function replace(
  transaction: HistoryTransaction,
  before: readonly KnownPerson[],
  after: KnownPerson,
): Promise<Change> {
  const people = transaction.objectStore("people");
  const interactions = transaction.objectStore("interactions");
  const aliases = transaction.objectStore("aliases");
  const id = after.person.id;
  const summary = tieSummary(settled(after.interactions, after.deleted));
  const stored = {
    ...after.person,
    summary,
    visits: after.visits,
    ...(after.own && { own: after.own }),
  };
  const gone = before.map(({ person }) => person.id).filter((one) => one !== id);
  // Requests of one transaction run in order, so they are all sent before any is awaited.
  await Promise.all([
    ...gone.flatMap((one) => [people.delete(one), interactions.delete(one)]),
    people.put(stored),
    interactions.put(
      {
        packed: packed(after.interactions),
        count: after.interactions.length,
        deleted: after.deleted,
        ...(after.merged && { merged: after.merged }),
      },
      id,
    ),
    ...after.person.aliases.map((alias) => aliases.put(id, alias)),
  ]);
  return {
    stored,
    gone,
    people: 1 - before.length,
    interactions: before.reduce(
      (count, one) => count - one.interactions.length,
      after.interactions.length,
    ),
  };
}
