/**
 * Which times are covered, by source and kind, and which by nothing: the picture of what {@link coverageStatement} says in a sentence.
 */
import { DAY_MS } from "../time/day.ts";
import type { InteractionKind } from "../interactions/interaction.ts";
import { archiveEnd, type Coverage } from "./coverage.ts";
import { PARAMETERS } from "./tie-parameters.ts";

/** From one moment to another (ms). */
export interface CoveredTime {
  readonly from: number;
  readonly to: number;
}

/** What one source covers of one kind. */
export interface CoveredLine extends CoveredTime {
  /** Pages show every kind, of the conversations and people the user opens. */
  readonly of: InteractionKind | "pages";
}

/** A line for each kind that archives hold, in the order of their first moments, and one for the pages that were read. */
export function coveredLines(coverage: Coverage, now: number): readonly CoveredLine[] {
  const { archives, watchingSince, watchedUntil = now } = coverage;
  const kinds = [...new Set(archives.flatMap((archive) => archive.kinds))];
  const lines = kinds.map((kind): CoveredLine => ({
    of: kind,
    from: Math.min(
      ...archives.filter((archive) => archive.kinds.includes(kind)).map((archive) => archive.from),
    ),
    // An archive holds everything before its newest row.
    to: archiveEnd(coverage, [kind]) ?? now,
  }));
  return [
    ...lines.toSorted((a, b) => a.from - b.from || (a.of < b.of ? -1 : 1)),
    ...(watchingSince === undefined
      ? []
      : [{ of: "pages" as const, from: watchingSince, to: watchedUntil }]),
  ];
}

/** Times since the first moment known in which nothing would show a talk, each longer than the gap that the sentences speak of. */
export function talkGaps(coverage: Coverage, now: number): readonly CoveredTime[] {
  const { watchingSince, watchedUntil = now } = coverage;
  const end = archiveEnd(coverage);
  const spans = [
    // As above: an archive leaves no gap before its end.
    ...(end === undefined ? [] : [{ from: -Infinity, to: end }]),
    ...(watchingSince === undefined ? [] : [{ from: watchingSince, to: watchedUntil }]),
  ].toSorted((a, b) => a.from - b.from);
  const [first, ...rest] = spans;
  if (first === undefined) return [];
  const gaps: CoveredTime[] = [];
  let reached = first.to;
  for (const { from, to } of [...rest, { from: now, to: now }]) {
    if (from - reached > PARAMETERS.coverageGapDays * DAY_MS)
      gaps.push({ from: reached, to: from });
    reached = Math.max(reached, to);
  }
  return gaps;
}
