/**
 * The user's answers to questions.
 */
import type { Made } from "../../domain/records/made.ts";
import type { Alias } from "../../domain/person/person.ts";
import type { QuestionAnswer } from "../../domain/projection/question.ts";
import { MARKED, pair, type RegisterWord } from "../../domain/records/register.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { peopleByAliases } from "../view/people.ts";
import { choose } from "./by-hand.ts";
import { UnknownPerson } from "./known-subjects.ts";
import { say } from "./merge-people.ts";

/** Takes a note or a reminder away from the person who has an alias. */
async function takeAway(
  database: HistoryDatabase,
  alias: Alias,
  made: Made,
  now: number,
): Promise<void> {
  const [found] = await peopleByAliases(database, [[alias]]);
  if (found === undefined) throw new UnknownPerson(alias);
  await choose(database, found.id, made, now);
}

/**
 * Keeps the answer to a question.
 *
 * @throws {UnknownPerson}
 */
export function answer(
  database: HistoryDatabase,
  given: QuestionAnswer,
  now: number,
): Promise<void> {
  const sayOne = (word: RegisterWord): Promise<void> =>
    say(database, now, () => Promise.resolve([[word], undefined]));
  switch (given.kind) {
    case "one-person":
      return sayOne(pair(given.a, given.b, given.value));
    case "which-person":
      return sayOne({ kind: "named", name: given.name, value: given.value });
    case "shown-with-erased":
      return sayOne(pair(given.alias, `${MARKED}${given.mark}`, "different"));
    case "whose-note":
      return takeAway(database, given.drop, { notes: { [given.note]: "" } }, now);
    case "whose-reminder":
      return takeAway(database, given.drop, { reminders: { [given.reminder]: null } }, now);
  }
}
