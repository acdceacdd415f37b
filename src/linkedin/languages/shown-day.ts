/**
 * Days as headings over messages name them: "Jun 21, 2024", "Jun 21", "Monday", "Mon", "Yesterday", "Today". Their words are the browser's own.
 */
import { calendarDay } from "./calendar-day.ts";
import type { PageLanguage } from "./language.ts";

/** A name of a day for comparing: lists cut names of weekdays, with or without a point ("Mo.", "Mon"). */
const plain = (name: string): string => name.toLowerCase().replace(/\.$/, "");

/** The first moment of a day in the reader's time zone; no moment where it is none. */
const begin = (text: string, language: PageLanguage): Date =>
  new Date(`${calendarDay(text, language)}T00:00`);

/**
 * The day a heading names, as its first moment in the reader's time zone.
 *
 * @param since when the document began (ms): what counts from the day of reading ("Today") is only believed on the day the document
 * began, because nobody knows on which of its days a heading was drawn
 * @returns `undefined` when it is not certain. A day without a year is the latest such day that is not in the future
 */
export function shownDay(
  text: string,
  language: PageLanguage,
  since: number,
  now: number,
): Date | undefined {
  const today = new Date(now);
  const year = today.getFullYear();
  const exact = begin(text, language);
  if (exact <= today) return exact;
  if (new Date(since).toDateString() !== today.toDateString()) return undefined;
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  for (let back = 0; back < 7; back += 1) {
    const at = new Date(year, today.getMonth(), today.getDate() - back);
    const names = [relative.format(-back, "day")];
    // The weekday of today could also be that of a week ago.
    if (back > 0)
      for (const weekday of ["long", "short"] as const)
        names.push(at.toLocaleDateString(language, { weekday }));
    if (names.some((name) => plain(name) === plain(text))) return at;
    const dated = begin(`${year - back}年 ${text}`, language);
    if (dated <= today) return dated;
  }
  return undefined;
}
