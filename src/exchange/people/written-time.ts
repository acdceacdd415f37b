/**
 * Moments as files have them (ISO 8601): as exactly as they are known, and days as days.
 */
import { DAY_MS } from "../../domain/time/day.ts";
import { statedDay } from "../../domain/time/stated-day.ts";

const digits = (value: number, length: number): string => String(value).padStart(length, "0");

/** The day of a moment (ms) in the reader's calendar: `2026-05-20`. */
export function isoDay(at: number): string {
  const day = new Date(at);
  return [
    digits(day.getFullYear(), 4),
    digits(day.getMonth() + 1, 2),
    digits(day.getDate(), 2),
  ].join("-");
}

const utcDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Whether a day is the last one of its month. */
const isMonthEnd = (day: string): boolean => new Date(Date.parse(day) + DAY_MS).getUTCDate() === 1;

/** The first and the last day something between `from` and `to` (ms) may have happened. A day that a source named is that day. */
function days(from: number, to: number): readonly [first: string, last: string] {
  const stated = statedDay(from, to);
  if (stated !== undefined) return [utcDay(stated * DAY_MS), utcDay(stated * DAY_MS)];
  // Whole UTC days are the days of a source; everything else is a moment of the reader's.
  const isOfSource = to > from && from % DAY_MS === 0 && (to + 1) % DAY_MS === 0;
  const dayOf = isOfSource ? utcDay : isoDay;
  return [dayOf(from), dayOf(to)];
}

/**
 * When something between `from` and `to` (ms) happened, for a table: a day (`2024-05-03`), or the first and the last day it may have been
 * (`2018-12-30/2019-01-04`), which no spreadsheet takes for another day.
 */
export function isoDays(from: number, to: number): string {
  const [first, last] = days(from, to);
  return first === last ? first : `${first}/${last}`;
}

/** The same for people to read: also a month (`2024-05`) and a year (`2019`). */
export function isoTime(from: number, to: number): string {
  const [first, last] = days(from, to);
  const [year, month] = [first.slice(0, 4), first.slice(0, 7)];
  if (first === `${year}-01-01` && last === `${year}-12-31`) return year;
  if (first === `${month}-01` && last.startsWith(month) && isMonthEnd(last)) return month;
  return isoDays(from, to);
}

/** A moment (ms) in UTC without signs, as vCard and iCalendar have it: `20260520T093000Z`. */
export const basicMoment = (at: number): string =>
  new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, "");

/** The day of a moment in the reader's calendar without signs: `20260520`. */
export const basicDay = (at: number): string => isoDay(at).replaceAll("-", "");
