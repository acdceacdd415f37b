/**
 * How much would be lost with what the last backup does not hold, and when it is time for another one.
 */
import { DAY_MS } from "../time/day.ts";

/** What the last backup of a history does not hold. */
export interface SinceBackup {
  /** When the last backup was written (ms); absent where there was none. */
  readonly at?: number;
  /** Days on which something was written since, by UTC. */
  readonly days: number;
  /** Imports since. */
  readonly imports: number;
}

/** A backup is old after so long (ms). */
const OLD_MS = 30 * DAY_MS;

/** So many days of work are much to lose. */
const MUCH_DAYS = 5;

/**
 * Whether the user should be reminded: the last backup is old, and much is new. Where there is no backup yet, an import alone is nothing to
 * lose: the archive can be imported again.
 */
export function isBackupDue({ at, days, imports }: SinceBackup, now: number): boolean {
  if (at === undefined) return days >= MUCH_DAYS;
  return now - at >= OLD_MS && (days >= MUCH_DAYS || imports > 0);
}
