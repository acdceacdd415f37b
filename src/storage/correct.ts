/**
 * What the user corrects by hand: interactions that never were, and such that no page shows.
 */
import { union } from "../domain/history.ts";
import { type Interaction, interactionKey } from "../domain/interaction.ts";
import type { PersonId } from "../domain/person.ts";
import { historyTransaction, type HistoryDatabase } from "./database.ts";
import { follow } from "./follow.ts";
import { known, type KnownPerson, replace } from "./known-person.ts";

async function change(
  database: HistoryDatabase,
  id: PersonId,
  changed: (before: KnownPerson) => KnownPerson,
): Promise<void> {
  const transaction = historyTransaction(database);
  const [before] = await known(transaction, [id]);
  if (before !== undefined)
    await follow(transaction, [await replace(transaction, [before], changed(before))]);
  await transaction.done;
}

/** The interaction with this key never was: it stays away however often it is seen again, until the deletion is taken back. */
export function deleteInteraction(
  database: HistoryDatabase,
  id: PersonId,
  key: string,
): Promise<void> {
  return change(database, id, (before) => ({
    ...before,
    deleted: [...new Set([...before.deleted, key])].sort(),
  }));
}

/** Takes a deletion back. */
export function restoreInteraction(
  database: HistoryDatabase,
  id: PersonId,
  key: string,
): Promise<void> {
  return change(database, id, (before) => ({
    ...before,
    deleted: before.deleted.filter((one) => one !== key),
  }));
}

/** Adds what the user wrote down, even if they had deleted the same before. */
export function addInteraction(
  database: HistoryDatabase,
  id: PersonId,
  interaction: Interaction,
): Promise<void> {
  const key = interactionKey(interaction);
  return change(database, id, (before) => ({
    ...before,
    interactions: union(before.interactions, [interaction]),
    deleted: before.deleted.filter((one) => one !== key),
  }));
}
