/**
 * Who is meant by a name alone. Same names stay apart, so a name counts only where one of the owner's people bears it.
 */
import { strangers } from "../../../domain/names/namesakes.ts";
import { DAY_MS } from "../../../domain/time/day.ts";
import type { Claim, ConnectionClaim, Gathered } from "../gathered/gathered.ts";
import type { Interval } from "../dates/interval.ts";
import { NOBODY } from "../gathered/people.ts";

/** A person; or several bear the name; or nobody of that name has an address. */
export type ResolvedName = number | "ambiguous" | "unknown";

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

/** Who is meant by names. */
export interface NameResolution {
  /** Who a name means. */
  whoIs(name: number): ResolvedName;
  /** Whether a person can have been invited then (an invitation is never later than its connection). */
  canBeInvited(person: number, when: Interval): boolean;
}

/**
 * Answers who a name means, as far as what was gathered tells. Each name is looked up once.
 *
 * @param owner not one of the owner's people
 */
export function nameResolution(
  { people, claims }: Pick<Gathered, "people" | "claims">,
  owner: ReadonlySet<number>,
): NameResolution {
  const byPerson = grouped(claims, ({ person }) => (person === NOBODY ? undefined : person));
  const byName = grouped(claims, ({ person, name }) => (person === NOBODY ? name : undefined));
  const resolved = new Map<number, ResolvedName>();

  const meant = (name: number): ResolvedName => {
    const all = people.called(name).filter((person) => !owner.has(person));
    // A numeric id may be of a person with an address in other rows.
    const addressed = all.filter((person) => !people.isNumberOnly(person));
    const namesakes = addressed.length > 0 ? addressed : all;
    const [only] = namesakes;
    if (only === undefined) return "unknown";
    const dates = namesakes.map((person) => (byPerson.get(person) ?? []).map(({ when }) => when));
    const named = (byName.get(name) ?? []).map(({ when, place: { file } }) => ({ when, file }));
    return namesakes.length + strangers(named, dates) === 1 ? only : "ambiguous";
  };

  return {
    whoIs(name) {
      const known = resolved.get(name);
      if (known !== undefined) return known;
      const answer = meant(name);
      resolved.set(name, answer);
      return answer;
    },
    canBeInvited(person, { from }) {
      const connected = byPerson.get(person);
      return connected === undefined || connected.some(({ when }) => from <= when.to + DAY_MS);
    },
  };
}
