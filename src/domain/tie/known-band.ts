import { band, type Band } from "./band.ts";
import { DAY_MS } from "../time/day.ts";
import { isFair, sharedDays, strengthOf, warmth } from "./strength.ts";
import type { TieState } from "./tie-state.ts";
import { typicalGapDays } from "./typical-gap.ts";

/**
 * The band at a moment (ms) after everything in the state, where all talk is known and the user says nothing: the same as that of `tie`,
 * without anything else of it. A history is summed up with one for each of its years.
 */
export function knownBand(state: TieState, at: number): Band {
  const talkAt = state.mutualAt ?? state.lastAt;
  const quietDays = talkAt === undefined ? 0 : Math.max(0, at - talkAt) / DAY_MS;
  const twoWay = isFair(state);
  return band({
    exchange: state.exchangeDays > 0,
    talkCovered: true,
    twoWay,
    sharedDays: sharedDays(state),
    // Of one that is not two-way the strength decides nothing.
    strength: twoWay ? strengthOf(warmth(state, talkAt, at), true) : 0,
    overdue: quietDays / typicalGapDays(state),
    quietDays,
    coveredDays: quietDays,
  });
}
