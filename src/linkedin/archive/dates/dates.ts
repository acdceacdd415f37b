/**
 * Every way the archive writes a date, measured on archives of 2018 to 2026. A form is recognised by itself; only the forms
 * that name no zone need to be told which clock wrote them.
 */
import type { Interval } from "./interval.ts";
import type { DateOrder } from "./date-order.ts";
import { monthOfName } from "./month-names.ts";
import { AMERICAN, NUMBERED } from "./numbered-dates.ts";
import { pacificMoment } from "./pacific.ts";

/** The clock behind a date without a zone. `anywhere`: it was never found out. */
export type Clock = "utc" | "los-angeles" | "anywhere";

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** The clocks of the world go from UTC-12 to UTC+14, so a moment is at most 14 h before and 12 h after its wall time read as UTC. */
const EASTERNMOST_MS = 14 * HOUR_MS;
const WESTERNMOST_MS = 12 * HOUR_MS;

/** `05 Jan 2024`, and what spreadsheets make of it: `5-Jan-24`, `05. January 2024`, `5-marras-24`. */
const DAY_OF_MONTH_NAME = /^(\d{1,2})[\s.-]{1,2}(\p{L}{3,14})[.]?[\s-](\d{4}|\d{2})$/u;
/** `2024-01-05`. */
const ISO_DAY = /^(\d{4})[-/](\d{2})[-/](\d{2})$/;
/** `05.01.2024`, `05.01.24 13:22`: with dots the day always comes first. */
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
/** `2024-01-05 13:22 UTC`, `2024-01-05T13:22:10.000+02:00`, as tools write it that pass archives on. */
const ISO =
  /^(\d{4})([-/])(\d{2})\2(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3})\d*)?)?(?: ?(UTC|Z|[+-]\d{2}:?\d{2}))?$/;
/** `Fri Jan 05 13:22:10 UTC 2024`. */
const JAVA = /^[A-Za-z]{3} ([A-Za-z]{3}) (\d{2}) (\d{2}):(\d{2}):(\d{2}) UTC (\d{4})$/;
/** `Jan 2020` and `2020`, of jobs and studies. */
const MONTH_AND_YEAR = /^(?:(\p{L}{3,14})[.]?[\s-])?(\d{4})$/u;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** Ms of a calendar date as UTC, NaN when there is no such day. */
function utcDay(year: number, month: number, day: number): number {
  if (!(day >= 1 && day <= daysIn(year, month))) return Number.NaN;
  return Date.UTC(year, month - 1, day);
}

const monthNumber = (name: string | undefined): number => monthOfName(name ?? "") ?? 0;

function fullYear(digits: string | undefined): number {
  const year = Number(digits);
  return digits?.length === 2 ? 2000 + year : year;
}

function span(from: number, lengthMs: number): Interval | undefined {
  return Number.isNaN(from) ? undefined : { from, to: from + lengthMs - 1 };
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function ofSet(code: number, a: number, b: number): boolean {
  return code === a || code === b;
}

const DASH = 45;
const SLASH = 47;
const COLON = 58;
const SPACE = 32;
const CAPITAL_T = 84;

/**
 * The form of messages, reactions, comments, shares and endorsements: `2024-01-05 13:22:10 UTC`, `2024/01/05 13:22:10 UTC`, with or
 * without the zone. Read by hand because half a million rows have it.
 *
 * @returns the second it names, in ms, NaN for any other form
 */
export function utcSecond(text: string): number {
  const length = text.length;
  if (length !== 19 && length !== 23 && length !== 20) return Number.NaN;
  if (length === 23 && !text.endsWith(" UTC")) return Number.NaN;
  if (length === 20 && !text.endsWith("Z")) return Number.NaN;
  const separator = text.charCodeAt(4);
  if (!ofSet(separator, DASH, SLASH) || text.charCodeAt(7) !== separator) return Number.NaN;
  if (!ofSet(text.charCodeAt(10), SPACE, CAPITAL_T)) return Number.NaN;
  if (text.charCodeAt(13) !== COLON || text.charCodeAt(16) !== COLON) return Number.NaN;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  if (!(hour < 24 && minute < 60 && second < 60)) return Number.NaN;
  const day = utcDay(year, twoDigits(text, 5), twoDigits(text, 8));
  return day + hour * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS;
}

/** What a clock showed on a day (ms at midnight), as if it were UTC; NaN when no clock shows that. */
function wallTime(midnight: number, hour: number, minute: number, second: number): number {
  if (!(hour < 24 && minute < 60 && second < 60)) return Number.NaN;
  return midnight + hour * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS;
}

function americanWall(match: RegExpExecArray, order: DateOrder): number {
  const [, first, second, year, hour, minute, seconds = "0", half = ""] = match;
  const twelfth = Number(hour);
  if (twelfth < 1 || twelfth > 12) return Number.NaN;
  const hours = (twelfth % 12) + (half.toUpperCase() === "P" ? 12 : 0);
  const midnight = orderedDay(first, second, year, order);
  return wallTime(midnight, hours, Number(minute), Number(seconds));
}

function orderedDay(
  first: string | undefined,
  second: string | undefined,
  year: string | undefined,
  order: DateOrder,
): number {
  const [month, day] = order === "month-first" ? [first, second] : [second, first];
  return utcDay(fullYear(year), Number(month), Number(day));
}

/** A day, or a moment of it where the numbers of a clock follow. */
function dayOrMoment(
  midnight: number,
  clock: Clock,
  [hour, minute, seconds]: readonly (string | undefined)[],
): Interval | undefined {
  if (hour === undefined) return span(midnight, DAY_MS);
  const wall = wallTime(midnight, Number(hour), Number(minute), Number(seconds ?? 0));
  return onClock(wall, clock, seconds === undefined ? MINUTE_MS : SECOND_MS);
}

/** Days and moments that a spreadsheet wrote: with dots, or where the column tells which number is the month. */
function numbered(text: string, clock: Clock, order: DateOrder | undefined): Interval | undefined {
  const dotted = DOTTED.exec(text);
  if (dotted) {
    const midnight = orderedDay(dotted[1], dotted[2], dotted[3], "day-first");
    return dayOrMoment(midnight, clock, dotted.slice(4));
  }
  const match = order && NUMBERED.exec(text);
  if (!match) return undefined;
  return dayOrMoment(orderedDay(match[1], match[3], match[4], order), clock, match.slice(5));
}

function onClock(wall: number, clock: Clock, exactMs: number): Interval | undefined {
  if (Number.isNaN(wall)) return undefined;
  if (clock === "utc") return span(wall, exactMs);
  if (clock === "anywhere") {
    return { from: wall - EASTERNMOST_MS, to: wall + WESTERNMOST_MS + exactMs - 1 };
  }
  const moment = pacificMoment(wall);
  return { from: moment.from, to: moment.to + exactMs - 1 };
}

function day(text: string): number {
  const iso = ISO_DAY.exec(text);
  if (iso) return utcDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const named = DAY_OF_MONTH_NAME.exec(text);
  return named ? utcDay(fullYear(named[3]), monthNumber(named[2]), Number(named[1])) : Number.NaN;
}

function javaSecond(text: string): number {
  const match = JAVA.exec(text);
  if (!match) return Number.NaN;
  const [, month, dayOfMonth, hour, minute, second, year] = match;
  const midnight = utcDay(Number(year), monthNumber(month), Number(dayOfMonth));
  return wallTime(midnight, Number(hour), Number(minute), Number(second));
}

/** ISO 8601 and its neighbours: with a zone, or by the clock of the column. */
function isoMoment(text: string, clock: Clock): Interval | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const [, year, , month, dayOfMonth, hour, minute, seconds, thousandths, zone] = match;
  const midnight = utcDay(Number(year), Number(month), Number(dayOfMonth));
  const wall = wallTime(midnight, Number(hour), Number(minute), Number(seconds ?? 0));
  const exactMs = seconds === undefined ? MINUTE_MS : thousandths === undefined ? SECOND_MS : 1;
  const at = wall + Number((thousandths ?? "0").padEnd(3, "0"));
  if (zone === undefined) return onClock(at, clock, exactMs);
  const [, sign = "+", hours = "0", minutes = "0"] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  const aheadMs = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS;
  return span(sign === "+" ? at - aheadMs : at + aheadMs, exactMs);
}

/**
 * When a cell of the archive says something happened.
 *
 * A time to the second is that second, to the minute that minute, a calendar day that UTC day (measured: days of
 * Connections are UTC). A time of an unknown clock is every moment when some clock on earth showed it.
 *
 * @param clock the clock of forms that name no zone and have minutes; the others are UTC
 * @param order which number is the month in days of numbers; without it only the site's own form (`2/12/26, 11:44 AM`) is read
 * @returns `undefined` for what is no date in any known form, or no day of the calendar
 */
export function moment(text: string, clock: Clock, order?: DateOrder): Interval | undefined {
  const written = text.trim();
  const second = utcSecond(written);
  if (!Number.isNaN(second)) return span(second, SECOND_MS);
  const wholeDay = day(written);
  if (!Number.isNaN(wholeDay)) return span(wholeDay, DAY_MS);
  const american = AMERICAN.exec(written);
  if (american)
    return onClock(
      americanWall(american, order ?? "month-first"),
      clock,
      american[6] === undefined ? MINUTE_MS : SECOND_MS,
    );
  return (
    numbered(written, clock, order) ??
    isoMoment(written, clock) ??
    span(javaSecond(written), SECOND_MS)
  );
}

/** The month or year a job or study began or ended in, `undefined` where none is given. */
export function monthSpan(text: string): Interval | undefined {
  const match = MONTH_AND_YEAR.exec(text.trim());
  if (!match) return undefined;
  const [, name, digits] = match;
  const year = Number(digits);
  if (name === undefined) return { from: Date.UTC(year, 0, 1), to: Date.UTC(year + 1, 0, 1) - 1 };
  const month = monthNumber(name);
  if (month === 0) return undefined;
  return { from: Date.UTC(year, month - 1, 1), to: Date.UTC(year, month, 1) - 1 };
}
