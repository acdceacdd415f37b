/**
 * Days and weeks as people live them: of a time zone, given by its IANA name. The model counts UTC days (`day.ts`), so that every zone gets the
 * same tie; what is shown as a day, and the week of the lists, are local.
 */
import { DAY_MS } from "./day.ts";

/** A day of the week, 0 for Sunday to 6 for Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** When a week begins for somebody. */
export interface WeekStart {
  /** IANA name of the time zone: `Asia/Tokyo`. */
  readonly zone: string;
  readonly firstDay: Weekday;
}

/** A local week: its number, and the moments (ms) it lasts from and up to, the second not included. */
export interface LocalWeek {
  readonly week: number;
  readonly from: number;
  readonly to: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const fresh = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone: zone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
    hourCycle: "h23",
  });
  formats.set(zone, fresh);
  return fresh;
}

/** The wall clock of a zone at a moment (ms), as if it were UTC (ms). */
function wallClock(at: number, zone: string): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
}

/** The number of the calendar day a moment (ms) falls on in a zone; day 0 is 1 January 1970. */
export function localDay(at: number, zone: string): number {
  return Math.floor(wallClock(at, zone) / DAY_MS);
}

/** The first moment (ms) of a calendar day in a zone; where clocks are put forward at midnight, the day begins later. */
export function localDayStart(day: number, zone: string): number {
  // No zone is a day away from UTC: the first moment lies between these two.
  let before = (day - 1) * DAY_MS;
  let within = (day + 1) * DAY_MS;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (localDay(middle, zone) >= day) within = middle;
    else before = middle;
  }
  return within;
}

/**
 * The moment (ms) at which the clock of a zone shows so many minutes after midnight on a calendar day. Where clocks are put forward past
 * that time, it is the moment they are; where they show it twice, it is one of the two.
 */
export function localMoment(day: number, minutes: number, zone: string): number {
  const wanted = day * DAY_MS + minutes * 60_000;
  let before = (day - 1) * DAY_MS;
  let within = (day + 3) * DAY_MS;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (wallClock(middle, zone) >= wanted) within = middle;
    else before = middle;
  }
  return within;
}

/** The week a moment (ms) falls in. Two moments are of one week exactly if the numbers are equal. */
export function localWeek(at: number, { zone, firstDay }: WeekStart): LocalWeek {
  // 1 January 1970 was a Thursday.
  const sinceFirst = localDay(at, zone) + 4 - firstDay;
  const week = Math.floor(sinceFirst / 7);
  const start = week * 7 - 4 + firstDay;
  return { week, from: localDayStart(start, zone), to: localDayStart(start + 7, zone) };
}
