/**
 * Everything about one person, for the card.
 */
import { interactionsOf } from "../domain/interaction-columns.ts";
import { mergesMade } from "../domain/merge.ts";
import type { PersonId } from "../domain/person.ts";
import { personCard, type PersonCard, type PersonDetails } from "../domain/person-card.ts";
import { storedCoverage } from "./about.ts";
import type { HistoryDatabase } from "./database.ts";

/**
 * The card of this person at `now`; `undefined` when nobody has this id.
 *
 * @param atMost how many interactions to show
 */
export async function storedPersonCard(
  database: HistoryDatabase,
  id: PersonId,
  atMost: number,
  now: number,
): Promise<PersonCard | undefined> {
  const transaction = database.transaction(["people", "interactions"]);
  const [person, facts, coverage] = await Promise.all([
    transaction.objectStore("people").get(id),
    transaction.objectStore("interactions").get(id),
    storedCoverage(database),
  ]);
  if (person === undefined || facts === undefined) return undefined;
  return personCard(person, interactionsOf(facts.packed), facts.deleted, coverage, atMost, now);
}

/** The details of this person; `undefined` when nobody has this id. */
export async function storedPersonDetails(
  database: HistoryDatabase,
  id: PersonId,
): Promise<PersonDetails | undefined> {
  const transaction = database.transaction(["people", "interactions"]);
  const [person, facts] = await Promise.all([
    transaction.objectStore("people").get(id),
    transaction.objectStore("interactions").get(id),
  ]);
  if (person === undefined || facts === undefined) return undefined;
  return {
    seenName: person.name.value,
    aliases: person.aliases,
    choices: person.choices,
    career: person.career,
    merges: facts.merged === undefined ? [] : mergesMade(facts.merged),
    deleted: facts.deleted,
  };
}
