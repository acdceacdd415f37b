/**
 * Several records of one fact as one.
 */
import type { Interaction, SourceId } from "./interaction.ts";

function unitedSources(a: readonly SourceId[], b: readonly SourceId[]): readonly SourceId[] {
  return [...new Set([...a, ...b])].sort();
}

/** The longer of two texts; of equally long ones the one that sorts last. */
function moreWords(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.length !== b.length) return a.length > b.length ? a : b;
  return a > b ? a : b;
}

/** The kind, direction, reference and interval of the first; the sources of both, the larger group, a seen note and the longer words. */
export function unitedFact(a: Interaction, b: Interaction): Interaction {
  const groupSize = Math.max(a.groupSize ?? 0, b.groupSize ?? 0);
  const words = moreWords(a.words, b.words);
  return {
    kind: a.kind,
    direction: a.direction,
    from: a.from,
    to: a.to,
    ...(a.ref === undefined ? {} : { ref: a.ref }),
    ...(groupSize > 1 ? { groupSize } : {}),
    ...(a.withNote || b.withNote ? { withNote: true as const } : {}),
    ...(words === undefined ? {} : { words }),
    sources: unitedSources(a.sources, b.sources),
  };
}
