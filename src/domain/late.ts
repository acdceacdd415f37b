import { PARAMETERS } from "./tie-parameters.ts";
import type { Tie } from "./tie.ts";

/**
 * Late: with a cadence of the user's own, once it has passed; otherwise a tie that went both ways and is silent for twice its own
 * rhythm and long enough to be worth a word. Never by a fixed number of days alone.
 */
export function isLate({ silentDays, ownCadence, overdue, twoWay }: Tie): boolean {
  if (silentDays === undefined) return false;
  if (ownCadence) return overdue >= PARAMETERS.ownCadenceGaps;
  return twoWay && overdue >= PARAMETERS.lateGaps && silentDays >= PARAMETERS.fadingDays;
}
