import { BANDS } from "./band.ts";
import { endOfYear, yearOf } from "../time/day.ts";
import { compareInteractions } from "../interactions/history.ts";
import type { Interaction } from "../interactions/interaction.ts";
import { reckonedAt, type TieState } from "./tie-state.ts";
import { tally } from "./tie-tally.ts";

/**
 * What is kept with a person, about 500 bytes of plain JSON: enough for badge, lists, ranking and the balance of earlier years.
 * `tie` reads it at a moment. It depends on the interactions alone, never on when it was made.
 */
export interface TieSummary extends TieState {
  /** Version of the formula that made it; a summary of another version has to be made anew. */
  readonly version: number;
  /** Number of all interactions, of any kind. */
  readonly interactions: number;
  /** UTC years of the first and the last contact; absent without any. */
  readonly firstYear?: number;
  readonly lastYear?: number;
  /** The band at the end of each year from the first to the one before the last, a digit each: its place in `BANDS`. */
  readonly pastBands: string;
}

/** Raise whenever the formula or the shape of the summary changes. */
export const SUMMARY_VERSION = 10;

/** In the order of the moments they are reckoned at. */
function inOrder(interactions: readonly Interaction[]): readonly Interaction[] {
  const byMoment = (a: Interaction, b: Interaction) =>
    reckonedAt(a) - reckonedAt(b) || compareInteractions(a, b);
  const sorted = interactions.every((fact, place) => {
    const before = interactions[place - 1];
    return !before || byMoment(before, fact) <= 0;
  });
  return sorted ? interactions : interactions.toSorted(byMoment);
}

/** What these interactions add up to. Give it the `settled` ones; their order does not matter. */
export function tieSummary(interactions: readonly Interaction[]): TieSummary {
  const { add, state, bandAt } = tally();
  let firstYear: number | undefined;
  let year = 0;
  let yearEnd = -Infinity;
  let pastBands = "";
  for (const fact of inOrder(interactions)) {
    const at = reckonedAt(fact);
    if (fact.kind !== "connected" && at > yearEnd) {
      if (firstYear === undefined) year = firstYear = yearOf(at);
      for (; year < yearOf(at); year += 1) pastBands += BANDS.indexOf(bandAt(endOfYear(year)));
      yearEnd = endOfYear(year);
    }
    add(fact);
  }
  return {
    ...state(),
    version: SUMMARY_VERSION,
    interactions: interactions.length,
    ...(firstYear !== undefined && { firstYear, lastYear: year }),
    pastBands,
  };
}
