/**
 * Two people become one by the user's hand, or one becomes two again.
 */
import type { TakenApart } from "../domain/merge.ts";
import type { PersonId } from "../domain/person.ts";
import { allowTogether, keepApart } from "./apart.ts";
import { historyTransaction, type HistoryDatabase } from "./database.ts";
import { follow } from "./follow.ts";
import { known, replace } from "./known-person.ts";
import { mergedBy } from "./merged.ts";
import { takenApart } from "./taken-apart.ts";

/** Makes two people one; the first one's id stays. Does nothing when either is not there. */
export async function mergePeople(
  database: HistoryDatabase,
  id: PersonId,
  other: PersonId,
  now: number,
): Promise<void> {
  const transaction = historyTransaction(database);
  const [one, two] = id === other ? [] : await known(transaction, [id, other]);
  if (one !== undefined && two !== undefined) {
    await allowTogether(transaction, one.person.aliases, two.person.aliases);
    const whole = mergedBy(one, [two], { because: "hand", aliases: [], at: now });
    await follow(transaction, [await replace(transaction, [one, two], whole)]);
  }
  await transaction.done;
}

/**
 * Undoes a merge. From then on pages and files do not make the two one again.
 *
 * @param merge which one, see `MergeMade.id`
 * @returns `undefined` when there is no such merge, any more
 */
export async function takeApart(
  database: HistoryDatabase,
  id: PersonId,
  merge: string,
): Promise<TakenApart | undefined> {
  const transaction = historyTransaction(database);
  const [whole] = await known(transaction, [id]);
  const parts = whole && takenApart(whole, merge);
  if (whole !== undefined && parts !== undefined) {
    const { kept, apart } = parts;
    await keepApart(transaction, kept.person.aliases, apart.person.aliases);
    // One after the other: the aliases that leave the whole must end with whom they belong to.
    const changes = [
      await replace(transaction, [whole], kept),
      await replace(transaction, [], apart),
    ];
    await follow(transaction, changes);
  }
  await transaction.done;
  return parts && { kept: parts.kept.person.id, apart: parts.apart.person.id };
}

/** Keeps people apart as an exported file says. */
export async function restoreApart(
  database: HistoryDatabase,
  pairs: readonly (readonly [Parameters<typeof keepApart>[1], Parameters<typeof keepApart>[2]])[],
): Promise<void> {
  const transaction = historyTransaction(database);
  for (const [one, other] of pairs) await keepApart(transaction, one, other);
  await transaction.done;
}
