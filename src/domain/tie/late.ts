import { PARAMETERS } from "./tie-parameters.ts";
import type { Tie } from "./tie.ts";

/**
 * Late: with a cadence of the user's own, once it has passed since the last exchange; otherwise a two-way tie that has not talked for twice its own
 * rhythm and long enough to be worth a word. A message without an answer changes nothing about that. Never by a fixed number of days alone.
 */
export function isLate({ silentDays, quietDays = 0, ownCadence, overdue, twoWay }: Tie): boolean {
  if (silentDays === undefined) return false;
  if (ownCadence) return overdue >= PARAMETERS.ownCadenceGaps;
  return twoWay && overdue >= PARAMETERS.lateGaps && quietDays >= PARAMETERS.fadingDays;
}
