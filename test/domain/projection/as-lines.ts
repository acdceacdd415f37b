/** A projection as a few lines, so that tests say what they expect. */
import { settled } from "../../../src/domain/interactions/history.ts";
import type { ProjectedPerson } from "../../../src/domain/projection/person-of.ts";
import type { Projected } from "../../../src/domain/projection/project.ts";
import type { Question } from "../../../src/domain/projection/question.ts";
import { day } from "./said.ts";

const dayOf = (at: number): number => Math.floor((at - day(0)) / 86_400_000);

/** What counts of a person: the name, facts by kind and day, visits, and what the user says. */
function lines({
  name,
  interactions,
  removed,
  visits,
  choices,
  sent = [],
}: ProjectedPerson): readonly string[] {
  const { tags = [], notes = [], reminders = [], muted, neverTrack, deceased } = choices;
  return [
    ...(name.value === "" ? [] : [`called ${name.value}`]),
    ...settled(interactions, removed).map(({ kind, from }) => `${kind} ${dayOf(from)}`),
    ...visits.map((at) => `visit ${dayOf(at)}`),
    ...(muted?.value ? ["muted"] : []),
    ...(neverTrack?.value ? ["not recorded"] : []),
    ...(deceased?.value ? ["passed away"] : []),
    ...(choices.name?.value === undefined ? [] : [`named by the user ${choices.name.value}`]),
    ...tags.map((tag) => `tag ${tag}`),
    ...notes.map(({ text }) => `note ${text}`),
    ...reminders.map(({ at }) => `reminder ${dayOf(at)}`),
    ...sent.map(({ at, why }) => `sent ${dayOf(at)} because of ${why}`),
  ];
}

/** Each person by aliases, or by the name. */
export const peopleAsLines = ({ people }: Projected): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    people.map((person) => [person.aliases.join(" ") || person.subject, lines(person)]),
  );

function question(one: Question): string {
  switch (one.kind) {
    case "one-person":
      return `one person (${one.reason}): ${one.a} ${one.b}`;
    case "which-person":
      return `which person: ${[one.name, ...one.candidates].join(" ")}, ${one.strangers} without alias, ${one.facts} facts`;
    case "whose-note":
      return `whose: ${[one.a, one.b, ...one.notes, ...one.reminders].join(" ")}`;
    case "shown-with-erased":
      return `erased: ${one.alias} ${one.mark}`;
  }
}

export const questionsAsLines = ({ questions }: Projected): readonly string[] =>
  questions.map(question);
