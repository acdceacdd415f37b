import { DAY_MS } from "../time/day.ts";
import { PARAMETERS } from "./tie-parameters.ts";
import type { TieState } from "./tie-state.ts";

/**
 * Typical days between two talks: the time from the first exchange to the last, and one assumed gap, by the UTC days with an exchange. Days and
 * not sessions are counted, so that two who talk every day have a gap of one day. At least 1.
 */
export function typicalGapDays({
  firstAt,
  lastAt,
  exchangeDays,
}: Pick<TieState, "firstAt" | "lastAt" | "exchangeDays">): number {
  if (firstAt === undefined || lastAt === undefined) return PARAMETERS.priorGapDays;
  const assumed = PARAMETERS.priorGaps * PARAMETERS.priorGapDays;
  return Math.max(
    1,
    ((lastAt - firstAt) / DAY_MS + assumed) / (exchangeDays - 1 + PARAMETERS.priorGaps),
  );
}
