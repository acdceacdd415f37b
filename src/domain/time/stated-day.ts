import { DAY_MS, dayOf } from "./day.ts";

const HOUR_MS = 3_600_000;
/** A calendar day at its shortest and longest: clocks are put forward or back. */
const SHORTEST_MS = 23 * HOUR_MS;
const LONGEST_MS = 25 * HOUR_MS;
/** Time zones reach to 12 hours behind UTC; what is further from midnight UTC is midnight ahead of it. */
const WESTMOST_MS = 12 * HOUR_MS;

/**
 * The calendar day that a source named, as a day number (day 0 is 1 January 1970), where an interval is a whole day; otherwise
 * `undefined`. It is that day for every reader. An archive names UTC days; a day written down by hand begins at midnight where it was
 * written, and the hour of its beginning says where.
 */
export function statedDay(from: number, to: number): number | undefined {
  const lengthMs = to + 1 - from;
  if (lengthMs < SHORTEST_MS || lengthMs > LONGEST_MS) return undefined;
  const afterMidnightMs = from - dayOf(from) * DAY_MS;
  return dayOf(from) + (afterMidnightMs > WESTMOST_MS ? 1 : 0);
}
