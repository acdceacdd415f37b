import { PARAMETERS } from "./tie-parameters.ts";
import type { Tie } from "./tie.ts";

/**
 * Late: with a cadence of the user's own, once it has passed since the last exchange; otherwise a two-way tie that has not talked for twice its own
 * rhythm and long enough to be worth a word. A message without an answer changes nothing about that. Never by a fixed number of days alone. Who is
 * well known, as the user says, or not at all, is not late by what LinkedIn shows.
 */
export function isLate(tie: Tie): boolean {
  const { silentDays, quietDays = 0, ownCadence, overdue, twoWay, byHand } = tie;
  if (silentDays === undefined) return false;
  if (ownCadence) return overdue >= PARAMETERS.ownCadenceGaps;
  if (byHand !== undefined && byHand.value !== "a-little") return false;
  return twoWay && overdue >= PARAMETERS.lateGaps && quietDays >= PARAMETERS.fadingDays;
}
