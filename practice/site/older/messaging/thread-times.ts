import { formattingLanguage } from "../../words/dates.ts";
import type { Words } from "../../words/words.ts";

const DAY_MS = 86_400_000;

function dayOf(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** The heading above the messages of a day, in the browser's time zone: today, a weekday, or a date. */
export function dayHeading(at: number, lang: string, { today }: Words, now: number): string {
  const days = Math.round((dayOf(now) - dayOf(at)) / DAY_MS);
  if (days === 0) return today;
  const code = formattingLanguage(lang);
  if (days < 7) return new Intl.DateTimeFormat(code, { weekday: "long" }).format(at);
  const year =
    new Date(at).getFullYear() === new Date(now).getFullYear() ? {} : { year: "numeric" as const };
  return new Intl.DateTimeFormat(code, { month: "short", day: "numeric", ...year }).format(at);
}

/** Whether two moments lie in one day of the browser's time zone. */
export function sameDay(one: number, other: number): boolean {
  return dayOf(one) === dayOf(other);
}

export function clock(at: number, lang: string): string {
  return new Intl.DateTimeFormat(formattingLanguage(lang), {
    hour: "numeric",
    minute: "2-digit",
  }).format(at);
}

export function exactTime(at: number, lang: string): string {
  return new Intl.DateTimeFormat(formattingLanguage(lang), {
    dateStyle: "short",
    timeStyle: "short",
  }).format(at);
}

/** A moment as the list of conversations shows it: the clock today, else a date. */
export function listTime(at: number, lang: string, now: number): string {
  if (sameDay(at, now)) return clock(at, lang);
  const year =
    new Date(at).getFullYear() === new Date(now).getFullYear() ? {} : { year: "numeric" as const };
  return new Intl.DateTimeFormat(formattingLanguage(lang), {
    month: "short",
    day: "numeric",
    ...year,
  }).format(at);
}
