/**
 * What happens only once, however often and however vaguely it is seen.
 */
import type { Interaction } from "./interaction.ts";

/** What happens only once: becoming a connection, and one person's reaction to one post. */
function occasion({ kind, direction, ref }: Interaction): string | undefined {
  if (kind === "connected") return kind;
  return kind === "reaction" && ref !== undefined ? `${direction}|${ref}` : undefined;
}

/** Of the sightings of what happens only once, the narrowest; of equally narrow ones the first. */
export function onlyOnce(facts: readonly Interaction[]): readonly Interaction[] {
  const chosen = new Map<string, Interaction>();
  for (const fact of facts) {
    const what = occasion(fact);
    if (what === undefined) continue;
    const best = chosen.get(what);
    if (!best || fact.to - fact.from < best.to - best.from) chosen.set(what, fact);
  }
  if (chosen.size === 0) return facts;
  return facts.filter((fact) => {
    const what = occasion(fact);
    return what === undefined || chosen.get(what) === fact;
  });
}

/** Whether one interval lies inside another, and is not the same. */
const isInside = (fine: Interaction, coarse: Interaction): boolean =>
  coarse.from <= fine.from && fine.to <= coarse.to && fine.to - fine.from < coarse.to - coarse.from;

/**
 * The same without what a list of reactors, looked at again later, says more vaguely than before: of the pages' sightings of somebody's
 * reaction to one post those that hold no other one inside them stay, so that looking often makes no history grow. What the user does is
 * left alone: it can be undone up to some moment and done again.
 */
export function withoutVaguerLooks(facts: readonly Interaction[]): readonly Interaction[] {
  const byPost = new Map<string, Interaction[]>();
  for (const fact of facts) {
    const { kind, direction, ref, sources } = fact;
    if (kind !== "reaction" || direction !== "in" || ref === undefined || !sources.includes("page"))
      continue;
    const looks = byPost.get(ref);
    if (looks) looks.push(fact);
    else byPost.set(ref, [fact]);
  }
  const vaguer = new Set(
    [...byPost.values()].flatMap((looks) =>
      looks.filter((look) => looks.some((other) => isInside(other, look))),
    ),
  );
  if (vaguer.size === 0) return facts;
  return facts.flatMap((fact) => {
    if (!vaguer.has(fact)) return [fact];
    const sources = fact.sources.filter((source) => source !== "page");
    return sources.length === 0 ? [] : [{ ...fact, sources }];
  });
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
