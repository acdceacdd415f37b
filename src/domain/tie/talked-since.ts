import type { TieState } from "./tie-state.ts";

/** A calendar day at its longest (ms): the one on which clocks are put back. */
const LONGEST_DAY_MS = 25 * 3_600_000;

/**
 * Whether the two talked after a moment (ms). A talk with a known day and no hour may have been after it if that day was not over:
 * who writes down a meeting of today in the afternoon means one since the morning as much as one of this minute. A coarser
 * sighting counts by its middle, as everywhere.
 */
export function talkedSince(
  { lastAt, lastExchange }: Pick<TieState, "lastAt" | "lastExchange">,
  moment: number,
): boolean {
  if (lastAt === undefined || lastExchange === undefined) return false;
  const { from, to } = lastExchange;
  return lastAt >= moment || (to - from <= LONGEST_DAY_MS && to >= moment);
}
