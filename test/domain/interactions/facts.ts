/** Short words for the facts and people of tests. Days ago, seen from `NOW`. */
import { candidate, type Candidate } from "../../../src/domain/suggestions/candidate.ts";
import { settled } from "../../../src/domain/interactions/history.ts";
import type { Interaction } from "../../../src/domain/interactions/interaction.ts";
import type {
  CareerSighting,
  Choices,
  Person,
  PersonId,
} from "../../../src/domain/person/person.ts";
import { tieSummary } from "../../../src/domain/tie/tie-summary.ts";
import { DAY, NOW } from "./arbitrary-interactions.ts";

export const daysAgo = (days: number) => NOW - days * DAY;

/** A message they sent, unless said otherwise. */
export const contact = (days: number, more: Partial<Interaction> = {}): Interaction => ({
  kind: "message",
  direction: "in",
  from: daysAgo(days),
  to: daysAgo(days),
  sources: ["page"],
  ...more,
});

/** The user wrote, they answered an hour later. */
export const chat = (days: number): readonly Interaction[] => [
  contact(days, { direction: "out" }),
  contact(days - 1 / 24),
];

/** Chats every `step` days, the last one `last` days ago. */
export const chats = (count: number, step: number, last: number): readonly Interaction[] =>
  Array.from({ length: count }, (_, n) => chat(last + n * step)).flat();

export const connected = (days: number): Interaction =>
  contact(days, { kind: "connected", direction: "both" });

/** Something shown of a career from `from` to `until` days ago. */
export const shown = (
  from: number,
  until: number,
  what: Omit<CareerSighting, "at" | "until">,
): CareerSighting => ({ ...what, at: daysAgo(from), until: daysAgo(until) });

const personId = (id: string) => id as PersonId;

/** A person with these interactions, career and choices, as ranking sees them. */
export function ranked(
  id: string,
  interactions: readonly Interaction[],
  more: {
    readonly choices?: Choices;
    readonly career?: readonly CareerSighting[];
    readonly mutual?: number;
  } = {},
): Candidate {
  const person: Person = {
    id: personId(id),
    aliases: [`slug:${id}`],
    name: { value: id, at: NOW },
    career: more.career ?? [],
    choices: more.choices ?? {},
  };
  const own = candidate(person, tieSummary(settled(interactions)));
  return more.mutual === undefined ? own : { ...own, mutual: more.mutual };
}
