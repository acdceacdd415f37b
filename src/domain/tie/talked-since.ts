import type { Interaction } from "../interactions/interaction.ts";
import { reckonedAt, type TieState } from "./tie-state.ts";

/** A calendar day at its longest (ms): the one on which clocks are put back. */
const LONGEST_DAY_MS = 25 * 3_600_000;

/**
 * Whether something was after a moment (ms), as far as its time is known. What has a known day and no hour may have been after it if that day was not
 * over: who writes down a meeting of today in the afternoon means one since the morning as much as one of this minute. A coarser sighting counts by its
 * middle, as everywhere.
 */
export const isSince = ({ from, to }: Pick<Interaction, "from" | "to">, moment: number): boolean =>
  reckonedAt({ from, to }) >= moment || (to - from <= LONGEST_DAY_MS && to >= moment);

/** Whether the two talked after a moment (ms), see {@link isSince}. */
export const talkedSince = (
  { lastAt, lastExchange }: Pick<TieState, "lastAt" | "lastExchange">,
  moment: number,
): boolean =>
  lastAt !== undefined &&
  lastExchange !== undefined &&
  (lastAt >= moment || isSince(lastExchange, moment));
