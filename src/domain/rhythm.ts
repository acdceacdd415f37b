import { DAY_MS } from "./day.ts";
import { PARAMETERS } from "./tie-parameters.ts";
import type { TieState } from "./tie-state.ts";

/** How often two people usually talk. */
export interface Rhythm {
  /** Typical days between two talks, drawn towards `priorGapDays` while there are few; at least 1. */
  readonly gapDays: number;
  /** Regular and long enough to be claimed in words. */
  readonly known: boolean;
}

/** The rhythm learnt from a state. */
export function rhythm(state: TieState): Rhythm {
  const { firstAt, lastAt, sessions, gapSquares } = state;
  if (firstAt === undefined || lastAt === undefined)
    return { gapDays: PARAMETERS.priorGapDays, known: false };
  const gaps = sessions - 1;
  const spanDays = (lastAt - firstAt) / DAY_MS;
  const gapDays = Math.max(
    1,
    (spanDays + PARAMETERS.priorGaps * PARAMETERS.priorGapDays) / (gaps + PARAMETERS.priorGaps),
  );
  if (sessions < PARAMETERS.rhythmSessions) return { gapDays, known: false };
  const mean = spanDays / gaps;
  const spread = Math.sqrt(Math.max(0, gapSquares / gaps - mean * mean)) / mean;
  return { gapDays, known: spread <= PARAMETERS.rhythmSpread };
}
