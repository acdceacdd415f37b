/**
 * Putting together what is known of one person. Every function here gives the same result whatever the order things arrive in:
 * sets are united, and of two dated values the later wins (of two of the same moment the greater, so that the order never counts).
 */
import type { Alias, CareerSighting, Choices, Dated, Person, PersonId } from "./person.ts";
import type { PersonSeen } from "./sighting.ts";

/** The later of two dated values; at the same moment the one that sorts last as JSON. */
export function later<T>(a: Dated<T> | undefined, b: Dated<T> | undefined): Dated<T> | undefined {
  if (a === undefined) return b;
  if (b === undefined) return a;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return (JSON.stringify(a.value) ?? "") >= (JSON.stringify(b.value) ?? "") ? a : b;
}

/** The union of two alias sets: sorted, unique. */
export function unitedAliases(a: readonly Alias[], b: readonly Alias[]): readonly Alias[] {
  return [...new Set([...a, ...b])].sort();
}

const careerKey = ({ company, title, headline }: CareerSighting): string =>
  JSON.stringify([company, title, headline]);

/** The union of two careers: each combination of company, title and headline once, with its first and last sighting. */
export function unitedCareers(
  a: readonly CareerSighting[],
  b: readonly CareerSighting[],
): readonly CareerSighting[] {
  const byKey = new Map<string, CareerSighting>();
  for (const one of [...a, ...b]) {
    const known = byKey.get(careerKey(one));
    byKey.set(
      careerKey(one),
      known === undefined
        ? one
        : { ...one, at: Math.min(known.at, one.at), until: Math.max(known.until, one.until) },
    );
  }
  return [...byKey.entries()]
    .sort(([keyA, one], [keyB, other]) => one.at - other.at || (keyA < keyB ? -1 : 1))
    .map(([, one]) => one);
}

/** The union of two sets of choices, each the later one. */
export function unitedChoices(a: Choices, b: Choices): Choices {
  const united: Record<string, Dated<unknown>> = {};
  const one = a as Readonly<Record<string, Dated<unknown> | undefined>>;
  const other = b as Readonly<Record<string, Dated<unknown> | undefined>>;
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const winner = later(one[key], other[key]);
    if (winner !== undefined) united[key] = winner;
  }
  return united as Choices;
}

/** Two records of one person as one. Keeps the id of the first. */
export function unitedPerson(a: Person, b: Person): Person {
  return {
    id: a.id,
    aliases: unitedAliases(a.aliases, b.aliases),
    name: later(a.name, b.name) ?? a.name,
    career: unitedCareers(a.career, b.career),
    choices: unitedChoices(a.choices, b.choices),
  };
}

/** The person that a page or an archive row shows, as a record of its own under the given id. */
export function personFrom(seen: PersonSeen, id: PersonId): Person {
  const { company, title, headline, at } = seen;
  const career =
    company === undefined && title === undefined && headline === undefined
      ? []
      : [
          {
            ...(company !== undefined && { company }),
            ...(title !== undefined && { title }),
            ...(headline !== undefined && { headline }),
            at,
            until: at,
          },
        ];
  return {
    id,
    aliases: unitedAliases(seen.aliases, []),
    // A page that shows no name knows less than any that did, so its empty name never wins.
    name: { value: seen.name ?? "", at: seen.name === undefined ? 0 : at },
    career,
    choices: {},
  };
}
