/**
 * The wall clock of Los Angeles, which the archive writes invitations in. The rules of United States daylight saving are
 * written out, so that the same archive gives the same moments on every browser, with any time zone tables.
 */
import type { Interval } from "./interval.ts";

const HOUR_MS = 3_600_000;
const STANDARD_MS = 8 * HOUR_MS;
const DAYLIGHT_MS = 7 * HOUR_MS;

/** Day of the month of the n-th Sunday (1 is the first) of a month (0 is January). */
function sunday(year: number, month: number, nth: number): number {
  const firstWeekday = new Date(Date.UTC(year, month, 1)).getUTCDay();
  return 1 + ((7 - firstWeekday) % 7) + 7 * (nth - 1);
}

function lastSundayOfOctober(year: number): number {
  return 31 - new Date(Date.UTC(year, 9, 31)).getUTCDay();
}

/** Whether daylight saving time was in force at a moment (ms). Right from 1987 on; the site began in 2003. */
function isDaylight(at: number): boolean {
  const year = new Date(at).getUTCFullYear();
  // Both changes happen at two in the morning: in spring of standard time, in autumn of daylight time.
  const since2007 = year >= 2007;
  const begins = since2007
    ? Date.UTC(year, 2, sunday(year, 2, 2), 2)
    : Date.UTC(year, 3, sunday(year, 3, 1), 2);
  const ends = since2007
    ? Date.UTC(year, 10, sunday(year, 10, 1), 2)
    : Date.UTC(year, 9, lastSundayOfOctober(year), 2);
  return at >= begins + STANDARD_MS && at < ends + DAYLIGHT_MS;
}

/**
 * The moments a clock in Los Angeles can have shown something at.
 *
 * @param wall what the clock showed, in ms as if it were UTC
 * @returns one moment, or the hour between two where the clock went back (it showed the time twice) or forward (it never
 *   showed it, so the writer was an hour off in one direction or the other)
 */
export function pacificMoment(wall: number): Interval {
  const daylight = wall + DAYLIGHT_MS;
  const standard = wall + STANDARD_MS;
  const canBeDaylight = isDaylight(daylight);
  const canBeStandard = !isDaylight(standard);
  if (canBeDaylight === canBeStandard) return { from: daylight, to: standard };
  return canBeDaylight ? { from: daylight, to: daylight } : { from: standard, to: standard };
}
