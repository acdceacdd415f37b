/**
 * The door for questions of the site: what is too large or comes too often is refused before it is looked at.
 */
import { Refusal } from "../../protocol/transport.ts";
import { full, PEOPLE, QUESTIONS, spent } from "./question-rate.ts";
import { isQuestionSized } from "./question-size.ts";

/** How many people or names a question is about. */
function peopleIn(about: unknown): number {
  if (typeof about !== "object" || about === null) return 0;
  const asked = "people" in about ? about.people : "names" in about ? about.names : undefined;
  return Array.isArray(asked) ? asked.length : 0;
}

/** A door that nobody came through yet. Each question of the site comes through it. */
export function door(now: number): (about: unknown, now: number) => void {
  let questions = full(QUESTIONS, now);
  let people = full(PEOPLE, now);
  return (about, at) => {
    const left = spent(questions, QUESTIONS, 1, at);
    if (left === undefined) throw new Refusal("too-often");
    questions = left;
    if (!isQuestionSized(about)) throw new Refusal("too-large");
    const others = spent(people, PEOPLE, peopleIn(about), at);
    if (others === undefined) throw new Refusal("too-often");
    people = others;
  };
}
