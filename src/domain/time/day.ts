/** One day in milliseconds. Days here are UTC days, so that every time zone gets the same tie. */
export const DAY_MS = 86_400_000;

/** Number of the UTC day a moment (ms) falls on; day 0 is 1 January 1970. */
export function dayOf(at: number): number {
  return Math.floor(at / DAY_MS);
}

/** UTC calendar year of a moment (ms). */
export function yearOf(at: number): number {
  return new Date(at).getUTCFullYear();
}

/** The last millisecond of a UTC calendar year. */
export function endOfYear(year: number): number {
  return Date.UTC(year + 1, 0, 1) - 1;
}
