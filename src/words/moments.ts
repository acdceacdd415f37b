/**
 * Moments and durations in words. Days are the days of the reader's own calendar.
 */
import { DAY_MS } from "../domain/time/day.ts";
import { statedDay } from "../domain/time/stated-day.ts";
import { interfaceLanguage, perLanguage, text } from "./text.ts";

const DAYS_PER_MONTH = 365.2425 / 12;
const DAYS_PER_YEAR = 365.2425;

/** The units people name times in. */
export type TimeUnit = "day" | "week" | "month" | "year";

/** How long each unit lasts, in days. */
const UNIT_DAYS: Record<TimeUnit, number> = {
  day: 1,
  week: 7,
  month: DAYS_PER_MONTH,
  year: DAYS_PER_YEAR,
};

/** A count of a unit. */
interface InUnits {
  readonly unit: TimeUnit;
  readonly count: number;
}

/** An amount of time in the unit people would name it in: days up to two weeks, weeks up to two months, months up to two years. */
function inUnits(days: number): InUnits {
  const unit: TimeUnit =
    days < 14
      ? "day"
      : days < 2 * DAYS_PER_MONTH
        ? "week"
        : days < 2 * DAYS_PER_YEAR
          ? "month"
          : "year";
  // A tenth of tolerance: from 18 February to 20 May are three months, and 2.99 average ones.
  return { unit, count: Math.floor(days / UNIT_DAYS[unit] + 0.1) };
}

/** The reader's calendar day of a moment, counted in days. */
function calendarDay(at: number): number {
  const local = new Date(at);
  return Math.round(Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / DAY_MS);
}

/** Whole days of the reader's calendar between something and `now`; what is still to come counts as today. A day that a source named is that day. */
function daysSince(from: number, to: number, now: number): number {
  const day = statedDay(from, to) ?? calendarDay((from + to) / 2);
  return Math.max(0, calendarDay(now) - day);
}

// Words instead of numbers for days only ("yesterday"); the other units never come with less than two.
const relative = perLanguage((tag) => new Intl.RelativeTimeFormat(tag, { numeric: "auto" }));
const dateFormats = perLanguage(() => new Map<string, Intl.DateTimeFormat>());

const SHAPES = {
  year: { year: "numeric" },
  month: { year: "numeric", month: "long" },
  day: { year: "numeric", month: "short", day: "numeric" },
  shortMonth: { year: "numeric", month: "short" },
  dayOfYear: { month: "long", day: "numeric" },
  shortDayOfYear: { month: "short", day: "numeric" },
  weekday: { weekday: "long" },
  moment: { dateStyle: "medium", timeStyle: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** The format of a shape, in the reader's zone, or in UTC for a day that stands for itself. */
function formatOf(shape: keyof typeof SHAPES, isUtc = false): Intl.DateTimeFormat {
  const key = `${shape}${isUtc}`;
  let format = dateFormats().get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(interfaceLanguage(), {
      ...SHAPES[shape],
      ...(isUtc && { timeZone: "UTC" }),
    });
    dateFormats().set(key, format);
  }
  return format;
}

/** The calendar years, or the calendar month, that an interval lies in; `undefined` when it is a matter of days. */
function span(from: number, to: number): "month" | "year" | undefined {
  if (to - from < 5 * DAY_MS) return undefined;
  const [first, last] = [new Date(from), new Date(to)];
  const sameMonth =
    first.getFullYear() === last.getFullYear() && first.getMonth() === last.getMonth();
  return sameMonth || to - from < 62 * DAY_MS ? "month" : "year";
}

/**
 * The date of something that happened between `from` and `to` (ms), as exactly as it is known: "3 May 2024", "June 2024",
 * "2019", "2018–2019".
 */
export function dateText(from: number, to: number): string {
  const day = statedDay(from, to);
  if (day !== undefined) return formatOf("day", true).format(day * DAY_MS);
  return formatOf(span(from, to) ?? "day").formatRange(from, to);
}

/** A day without its year when it is of the present year: "3 May"; otherwise with it. For "your archive ends on …". */
export function dayText(at: number, now: number): string {
  const thisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return formatOf(thisYear ? "dayOfYear" : "day").format(at);
}

/** A moment with its time of day, for tooltips and lists where it is known exactly. */
export function momentText(at: number): string {
  return formatOf("moment").format(at);
}

/** The month of a moment: "June 2024". */
export function monthText(at: number): string {
  return formatOf("month").format(at);
}

/** The month of a moment where there is little room: "Jun 2024". */
export function shortMonthText(at: number): string {
  return formatOf("shortMonth").format(at);
}

/** The day of a moment in its year: "June 3". */
export function dayOfYearText(at: number): string {
  return formatOf("dayOfYear").format(at);
}

/** The day of a moment in its year where there is little room: "Jun 3". */
export function shortDayOfYearText(at: number): string {
  return formatOf("shortDayOfYear").format(at);
}

/** The year of a moment: "2019". */
export function yearText(at: number): string {
  return formatOf("year").format(at);
}

/** Whether an interval is too wide to be named in a unit, by more than a fifth. */
const isCoarser = (unit: TimeUnit, from: number, to: number): boolean =>
  to - from > 1.2 * UNIT_DAYS[unit] * DAY_MS;

/**
 * How long ago something between `from` and `to` (ms) happened: "today", "3 months ago"; where the interval is too coarse
 * for that, the days, the month or the year: "around Nov 23 – 25, 2024", "in June 2024", "in 2019".
 */
export function agoText(from: number, to: number, now: number): string {
  const { unit, count } = inUnits(daysSince(from, to, now));
  if (isCoarser(unit, from, to)) {
    const period = dateText(from, to);
    const within = span(from, to);
    if (within === "month") return text("inMonth", { month: period });
    return within === "year"
      ? text("inYear", { year: period })
      : text("aroundDays", { days: period });
  }
  return relative().format(-count, unit);
}

const COMPACT = {
  day: "compactDays",
  week: "compactWeeks",
  month: "compactMonths",
  year: "compactYears",
} as const;

function compact(days: number): string {
  if (days === 0) return text("compactToday");
  const { unit, count } = inUnits(days);
  return text(COMPACT[unit], { count });
}

/**
 * How long ago, in as few characters as a dense list has room for: "3 mo", "today"; where the interval is too coarse for that, how long
 * at most: "≤ 6 mo".
 */
export function agoCompact(from: number, to: number, now: number): string {
  const days = daysSince(from, to, now);
  return isCoarser(inUnits(days).unit, from, to)
    ? text("compactAtMost", { time: compact(daysSince(from, from, now)) })
    : compact(days);
}

// Making one takes longer than all the rest of a row in a list.
const durations = perLanguage((): Partial<Record<TimeUnit, Intl.NumberFormat>> => ({}));

/** Days since something, for a duration that agrees with `agoText`; `undefined` for today, and where the interval is too coarse to count from. */
export function sinceDays(from: number, to: number, now: number): number | undefined {
  const days = daysSince(from, to, now);
  return days === 0 || isCoarser(inUnits(days).unit, from, to) ? undefined : days;
}

/** A Sunday: the day from which days of the week are counted. */
const SUNDAY = Date.UTC(2023, 0, 1);

/** The name of a day of the week, 0 for Sunday to 6 for Saturday. */
export const weekdayText = (day: number): string =>
  formatOf("weekday", true).format(SUNDAY + day * DAY_MS);

/** The year or years from one moment to another: "2019", "2019 – 2024". */
export function yearsText(from: number, to: number): string {
  return formatOf("year").formatRange(from, to);
}

/** The days from one moment to another: "Nov 23 – 25, 2024", and "Nov 23, 2024" where both are of one day. */
export function daysText(from: number, to: number): string {
  return formatOf("day").formatRange(from, to);
}

/** The year of a time. A day that a source named is that day. */
export function statedYearText(from: number, to: number): string {
  const day = statedDay(from, to);
  return day === undefined
    ? yearText((from + to) / 2)
    : formatOf("year", true).format(day * DAY_MS);
}

/** Year of a time, or month and year when it is within the last year: "2019", "June 2024". A day that a source named is that day. */
export function periodText(from: number, to: number, now: number): string {
  const day = statedDay(from, to);
  const at = day === undefined ? (from + to) / 2 : day * DAY_MS;
  if (to - from > DAYS_PER_YEAR * DAY_MS) return dateText(from, to);
  return formatOf(now - to > DAYS_PER_YEAR * DAY_MS ? "year" : "month", day !== undefined).format(
    at,
  );
}

/** A duration in days in the unit people would name it in: "6 months". At least a day. */
export function durationText(days: number): string {
  const { unit, count } = durationUnits(days);
  const made = durations();
  made[unit] ??= new Intl.NumberFormat(interfaceLanguage(), {
    style: "unit",
    unit,
    unitDisplay: "long",
  });
  return made[unit].format(count);
}

/** A duration in days, in the unit people would name it in. At least a day. */
export const durationUnits = (days: number): InUnits => inUnits(Math.max(1, days));

/** A typical gap in days in the unit people would name it in: a month, 3 weeks. Rounded, because it is an average. */
export function rhythmUnits(days: number): InUnits {
  const unit: TimeUnit =
    days < 6
      ? "day"
      : days < 0.95 * DAYS_PER_MONTH
        ? "week"
        : days < 0.95 * DAYS_PER_YEAR
          ? "month"
          : "year";
  return { unit, count: Math.max(1, Math.round(days / UNIT_DAYS[unit])) };
}

const EVERY = {
  day: "everyDays",
  week: "everyWeeks",
  month: "everyMonths",
  year: "everyYears",
} as const;

/** A typical gap in days, as a choice in a list: "every month", "every 3 weeks". */
export function everyText(days: number): string {
  const { unit, count } = rhythmUnits(days);
  return text(EVERY[unit], { count });
}

/** How far (days) a number may be from whole months or years that people call so: 30 days are a month, and 45 are 45 days. */
const NEAR_DAYS: Record<TimeUnit, number> = { day: 0, week: 0, month: 1.5, year: 1 };

/** A number of days that somebody chose, in the unit in which nothing of it is lost. */
export function chosenUnits(days: number): InUnits {
  const { unit, count } = rhythmUnits(days);
  const isWhole = Math.abs(days - count * UNIT_DAYS[unit]) <= NEAR_DAYS[unit];
  return isWhole ? { unit, count } : { unit: "day", count: days };
}

/** A cadence that somebody chose: "every 3 months", "every 45 days". */
export function everyChosenText(days: number): string {
  const { unit, count } = chosenUnits(days);
  return text(EVERY[unit], { count });
}
