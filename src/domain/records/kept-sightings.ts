/**
 * What a page's statement keeps of sightings that are not exact, so that looking often makes no history grow.
 */
import { DAY_MS } from "../time/day.ts";
import { union } from "../interactions/history.ts";
import type { Interaction } from "../interactions/interaction.ts";
import { intersection, occasion } from "../interactions/only-once.ts";

/** A sighting at least this wide (ms) that names nothing is one of a day. */
const COARSE_MS = DAY_MS - 1;

/** What is kept once as long as its sightings agree. What the user does is left alone: it can be undone and done again. */
const agreed = (fact: Interaction): string | undefined =>
  fact.direction === "out" ? undefined : occasion(fact);

/** What is kept at most once a day. */
const dayOf = ({ kind, direction, from, to, ref }: Interaction): string | undefined =>
  ref === undefined && to - from >= COARSE_MS
    ? `${kind}|${direction}|${Math.floor(from / DAY_MS)}`
    : undefined;

/**
 * Of one thing with an id (becoming a connection, somebody's reaction to one post) the intersection of the intervals; of coarse
 * sightings without an id at most one a day and kind, the narrowest. Everything else stays.
 *
 * @param facts what pages say, in any order
 * @returns in the order of `compareInteractions`
 */
export function keptSightings(facts: readonly Interaction[]): readonly Interaction[] {
  const kept: Interaction[] = [];
  const places = new Map<string, number>();
  for (const fact of union(facts, [])) {
    const [what, day] = [agreed(fact), dayOf(fact)];
    const name = what ?? day;
    const place = name === undefined ? undefined : places.get(name);
    const known = place === undefined ? undefined : kept[place];
    const both =
      known && (what === undefined ? narrower(known, fact) : intersection([known, fact]));
    if (place !== undefined && both !== undefined) kept[place] = both;
    else {
      if (name !== undefined) places.set(name, kept.length);
      kept.push(fact);
    }
  }
  return union(kept, []);
}

const narrower = (known: Interaction, fact: Interaction): Interaction =>
  fact.to - fact.from < known.to - known.from ? fact : known;
