/**
 * What to ask the user, from what was left out and what two people have both.
 */
import type { Alias } from "../person/person.ts";
import type { PersonSubject } from "../records/subject.ts";
import type { LeftOut, PairInForce } from "./groups.ts";
import type { ProjectedPerson } from "./person-of.ts";
import type { Question } from "./question.ts";
import type { RegistersInForce } from "./registers-in-force.ts";

/** Who has an alias. */
type PeopleByAlias = ReadonlyMap<Alias, ProjectedPerson>;

/** Names two people, whichever comes first. */
const bothOf = (one: string, other: string): string =>
  one < other ? `${one}\n${other}` : `${other}\n${one}`;

/** Whether two aliases are of one person, where a source says so and it was not believed. */
function onePerson(
  leftOut: readonly LeftOut[],
  known: PeopleByAlias,
  owner: ReadonlySet<Alias>,
): readonly Question[] {
  const sideOf = (alias: Alias): PersonSubject | "owner" | undefined =>
    owner.has(alias) ? "owner" : known.get(alias)?.subject;
  const asked = new Map<string, Question>();
  for (const { a, b, reason } of leftOut) {
    // The user has said it of the two people already; and nothing the user says makes one person of so many aliases.
    if (reason === "different" || reason === "too-many") continue;
    const [one, other] = [sideOf(a), sideOf(b)];
    if (one === undefined || other === undefined) continue;
    const key = bothOf(one, other);
    if (!asked.has(key)) asked.set(key, { kind: "one-person", a, b, reason });
  }
  return [...asked.values()];
}

/** Ids that are in both lists. */
function inBoth(
  one: readonly { readonly id: string }[] = [],
  other: readonly { readonly id: string }[] = [],
): readonly string[] {
  const ids = new Set(other.map(({ id }) => id));
  return one.flatMap(({ id }) => (ids.has(id) ? [id] : [])).sort();
}

/** Where notes and reminders belong, of two people that the user split. */
function whoseNote(pairs: readonly PairInForce[], known: PeopleByAlias): readonly Question[] {
  const asked = new Map<string, Question>();
  for (const { a, b, value } of pairs) {
    const [one, other] = [known.get(a), known.get(b)];
    if (value !== "different" || one === undefined || other === undefined || one === other)
      continue;
    const notes = inBoth(one.choices.notes, other.choices.notes);
    const reminders = inBoth(one.choices.reminders, other.choices.reminders);
    if (notes.length + reminders.length === 0) continue;
    const key = bothOf(one.subject, other.subject);
    if (!asked.has(key)) asked.set(key, { kind: "whose-note", a, b, notes, reminders });
  }
  return [...asked.values()];
}

/** Whether somebody is the erased person they were shown with. */
const shownWithErased = (
  { shownWithErased: shown, erased }: RegistersInForce,
  known: PeopleByAlias,
): readonly Question[] =>
  shown.flatMap(({ alias, mark }): readonly Question[] =>
    erased.has(mark) && known.has(alias) ? [{ kind: "shown-with-erased", alias, mark }] : [],
  );

/** The questions that follow from links and words, in an order that depends on them only. */
export function questionsOf(
  people: readonly ProjectedPerson[],
  owner: readonly Alias[],
  leftOut: readonly LeftOut[],
  words: RegistersInForce,
): readonly Question[] {
  const known = new Map(
    people.flatMap((person) => person.aliases.map((alias) => [alias, person] as const)),
  );
  const pairs = words.pairs.toSorted((one, other) =>
    one.a === other.a ? (one.b < other.b ? -1 : 1) : one.a < other.a ? -1 : 1,
  );
  return [
    ...onePerson(leftOut, known, new Set(owner)),
    ...whoseNote(pairs, known),
    ...shownWithErased(words, known),
  ];
}
