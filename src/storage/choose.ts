/**
 * Keeping the user's own words and wishes.
 */
import type { Choices, PersonId } from "../domain/person.ts";
import { unitedChoices } from "../domain/person-union.ts";
import { historyTransaction, type HistoryDatabase } from "./database.ts";
import { follow } from "./follow.ts";
import { known, replace } from "./known-person.ts";

/** Adds choices about a person; of two choices of the same thing the later one counts. Does nothing when nobody has this id. */
export async function choose(database: HistoryDatabase, id: PersonId, choices: Choices): Promise<void> {
  const transaction = historyTransaction(database);
  const [before] = await known(transaction, [id]);
  if (before !== undefined) {
    const person = { ...before.person, choices: unitedChoices(before.person.choices, choices) };
    await follow(transaction, [await replace(transaction, [before], { ...before, person })]);
  }
  await transaction.done;
}
