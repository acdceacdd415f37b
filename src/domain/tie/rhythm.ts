import { DAY_MS } from "../time/day.ts";
import { PARAMETERS } from "./tie-parameters.ts";
import type { TieState } from "./tie-state.ts";
import { typicalGapDays } from "./typical-gap.ts";

/** How often two people usually talk. */
export interface Rhythm {
  /** Typical days between two talks, drawn towards `priorGapDays` while there are few; at least 1. */
  readonly gapDays: number;
  /** Regular and long enough to be claimed in words: both had their part on enough days, not in a group alone. */
  readonly known: boolean;
}

/** The rhythm learnt from a state. */
export function rhythm(state: TieState): Rhythm {
  const { firstAt, lastAt, exchangeDays, talkDays, gapSquares } = state;
  const gapDays = typicalGapDays(state);
  if (firstAt === undefined || lastAt === undefined) return { gapDays, known: false };
  if (talkDays < PARAMETERS.rhythmDays) return { gapDays, known: false };
  const mean = (lastAt - firstAt) / DAY_MS / (exchangeDays - 1);
  const spread = Math.sqrt(Math.max(0, gapSquares / (exchangeDays - 1) - mean * mean)) / mean;
  return { gapDays, known: spread <= PARAMETERS.rhythmSpread };
}
