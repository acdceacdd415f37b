/**
 * What happens only once, however often and however vaguely it is seen.
 */
import type { Interaction } from "./interaction.ts";
import { unitedFact } from "./united-fact.ts";

/** What names an occasion. */
interface OccasionKey {
  readonly kind: string;
  readonly direction: string;
  readonly ref?: string;
}

/** What happens only once: becoming a connection, and one person's reaction to one post. */
export function occasion({ kind, direction, ref }: OccasionKey): string | undefined {
  if (kind === "connected") return kind;
  return kind === "reaction" && ref !== undefined ? `${direction}|${ref}` : undefined;
}

/** Sightings of one occasion as one: what lies in the intervals of all. `undefined` where nothing does. */
export function intersection(sightings: readonly Interaction[]): Interaction | undefined {
  const from = sightings.reduce((latest, one) => Math.max(latest, one.from), -Infinity);
  const to = sightings.reduce((first, one) => Math.min(first, one.to), Infinity);
  const [first, ...others] = sightings;
  if (first === undefined || from > to) return undefined;
  return others.reduce(unitedFact, { ...first, from, to });
}

/** The narrowest; of equally narrow ones the first. */
const narrowest = (sightings: readonly Interaction[]): Interaction | undefined =>
  sightings.reduce<Interaction | undefined>(
    (best, one) => (best === undefined || one.to - one.from < best.to - best.from ? one : best),
    undefined,
  );

/**
 * Of what happens only once one fact: in the interval that all sightings share, or the narrowest sighting where they contradict each
 * other. The order of the answer is not that of `compareInteractions`.
 */
export function onlyOnce(facts: readonly Interaction[]): readonly Interaction[] {
  const sightings = new Map<string, Interaction[]>();
  const others: Interaction[] = [];
  for (const fact of facts) {
    const what = occasion(fact);
    const known = what === undefined ? others : sightings.get(what);
    if (known !== undefined) known.push(fact);
    else if (what !== undefined) sightings.set(what, [fact]);
  }
  if (sightings.size + others.length === facts.length) return facts;
  const once = [...sightings.values()].flatMap(
    (seen) => intersection(seen) ?? narrowest(seen) ?? [],
  );
  return [...others, ...once];
}

/**
 * An invitation waits until it is answered: of sightings of waiting ones that overlap the narrowest stays, of equally narrow ones the
 * first.
 */
export function waitingOnce(facts: readonly Interaction[]): readonly Interaction[] {
  const waiting = facts.filter(({ kind, from, to }) => kind === "invitation" && from < to);
  if (waiting.length < 2) return facts;
  const gone = new Set<Interaction>();
  const last = new Map<string, { best: Interaction; until: number }>();
  for (const fact of waiting) {
    const before = last.get(fact.direction);
    if (before === undefined || fact.from > before.until) {
      last.set(fact.direction, { best: fact, until: fact.to });
      continue;
    }
    const isBetter = fact.to - fact.from < before.best.to - before.best.from;
    gone.add(isBetter ? before.best : fact);
    last.set(fact.direction, {
      best: isBetter ? fact : before.best,
      until: Math.max(before.until, fact.to),
    });
  }
  return facts.filter((fact) => !gone.has(fact));
}
