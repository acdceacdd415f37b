/**
 * Who is meant by a name alone. Same names stay apart, so a name counts only where one of the owner's people bears it.
 */
import { strangers } from "../../domain/namesakes.ts";
import type { Alias } from "../../domain/person.ts";
import type { Claim, ConnectionClaim, Gathered } from "./gathered.ts";
import { NOBODY } from "./people.ts";

/** A person; or several bear the name; or nobody of that name has an address. */
export type Meant = number | "ambiguous" | "unknown";

function grouped(
  claims: readonly Claim[],
  keyOf: (claim: ConnectionClaim) => number | undefined,
): ReadonlyMap<number, readonly ConnectionClaim[]> {
  const groups = new Map<number, ConnectionClaim[]>();
  for (const claim of claims) {
    if (claim.what !== "connection") continue;
    const key = keyOf(claim);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [claim]);
    else group.push(claim);
  }
  return groups;
}

/**
 * Answers who a name means, each name once.
 *
 * @param owner not one of the owner's people
 * @param chosen what the user chose for names that were ambiguous, by the name as shown
 */
export function nameResolution(
  { people, claims }: Pick<Gathered, "people"> & { readonly claims: readonly Claim[] },
  owner: ReadonlySet<number>,
  chosen: ReadonlyMap<string, Alias>,
): (name: number) => Meant {
  const byPerson = grouped(claims, ({ person }) => (person === NOBODY ? undefined : person));
  const byName = grouped(claims, ({ person, name }) => (person === NOBODY ? name : undefined));
  const choices = new Map(
    [...chosen].map(([name, alias]) => [people.nameNumber(name), people.find(alias)]),
  );
  const resolved = new Map<number, Meant>();

  const meant = (name: number): Meant => {
    const choice = choices.get(name);
    if (choice !== undefined && choice !== NOBODY) return choice;
    const namesakes = people.called(name).filter((person) => !owner.has(person));
    const [only] = namesakes;
    if (only === undefined) return "unknown";
    const dates = namesakes.map((person) => (byPerson.get(person) ?? []).map(({ when }) => when));
    const named = (byName.get(name) ?? []).map(({ when, place: { file } }) => ({ when, file }));
    return namesakes.length + strangers(named, dates) === 1 ? only : "ambiguous";
  };

  return (name) => {
    const known = resolved.get(name);
    if (known !== undefined) return known;
    const answer = meant(name);
    resolved.set(name, answer);
    return answer;
  };
}
