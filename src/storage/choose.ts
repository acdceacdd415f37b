/**
 * Keeping the user's own words and wishes.
 */
import type { Choices, PersonId } from "../domain/person.ts";
import { unitedChoices } from "../domain/person-union.ts";
import { historyTransaction, type HistoryDatabase } from "./database.ts";
import { follow } from "./follow.ts";
import { known, replace } from "./known-person.ts";

/** Adds the same choices about some people, all or none. An id nobody has is passed over. */
export async function chooseForMany(
  database: HistoryDatabase,
  ids: readonly PersonId[],
  choices: Choices,
): Promise<void> {
  const transaction = historyTransaction(database);
  const people = await known(transaction, ids);
  const changes = await Promise.all(
    people.map((before) => {
      const person = {
        ...before.person,
        choices: unitedChoices(before.person.choices, choices),
      };
      return replace(transaction, [before], { ...before, person });
    }),
  );
  await follow(transaction, changes);
  await transaction.done;
}

/** Adds choices about a person; of two choices of the same thing the later one counts. Does nothing when nobody has this id. */
export function choose(database: HistoryDatabase, id: PersonId, choices: Choices): Promise<void> {
  return chooseForMany(database, [id], choices);
}
