/**
 * Days written out in words: "Connected on January 21, 2025". Month names come from the browser's own tables.
 */
import { latinDigits, type PageLanguage } from "./language.ts";
import { unicodePattern } from "../address/unicode-pattern.ts";

/** A day without a time zone, `YYYY-MM-DD`. */
export type CalendarDay = string;

const DAY_MS = 86_400_000;
const monthNames = new Map<PageLanguage, readonly (readonly string[])[]>();

/** Whether a text holds a year: without one it names no day, in no language. */
export const holdsYear = (text: string): boolean => /(?:19|20)\d{2}/.test(latinDigits(text));

/**
 * The one day a text names, with its year.
 *
 * @returns `undefined` when the language is unknown, or the text names no day, or not all of it
 */
export function calendarDay(text: string, language: PageLanguage): CalendarDay | undefined {
  if (language === "unknown") return undefined;
  if (!holdsYear(text)) return undefined;
  const plain = latinDigits(text).normalize("NFC").toLocaleLowerCase(language);
  const eastern = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/.exec(plain);
  if (eastern !== null) return written(Number(eastern[1]), Number(eastern[2]), Number(eastern[3]));
  const years = plain.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? [];
  const days = plain.match(/(?<!\d)\d{1,2}(?!\d)/g) ?? [];
  const month = monthIn(plain, language);
  if (years.length !== 1 || days.length !== 1 || month === undefined) return undefined;
  return written(Number(years[0]), month, Number(days[0]));
}

/** First and last moment (ms) of a day in UTC, as the archive counts days. */
export function dayInterval(day: CalendarDay): { readonly from: number; readonly to: number } {
  const from = Date.parse(`${day}T00:00:00Z`);
  return { from, to: from + DAY_MS - 1 };
}

function written(year: number, month: number, day: number): CalendarDay | undefined {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

/** The month (1-12) named in a text, in full or cut to at least three letters; `undefined` when none or several are. */
function monthIn(text: string, language: PageLanguage): number | undefined {
  const names = namesOfMonths(language);
  // Hebrew writes "in January" as one word.
  const words = wordsOf(/^he\b/.test(language) ? text.replace(HEBREW_IN(), "") : text);
  const whole = monthsWhere(names, (name) => ` ${words.join(" ")} `.includes(` ${name} `));
  if (whole.length > 0) return whole.length === 1 ? whole[0] : undefined;
  const cut = words.filter((word) => word.length >= 3);
  const begun = monthsWhere(names, (name) =>
    cut.some((word) => name.startsWith(word) && word.length < name.length),
  );
  return begun.length === 1 ? begun[0] : undefined;
}

const HEBREW_IN = unicodePattern(String.raw`(?<!\p{L})ב`, "gu");
const WORD = unicodePattern(String.raw`[\p{L}\p{M}]+`, "gu");

const wordsOf = (text: string): readonly string[] => text.match(WORD()) ?? [];

function monthsWhere(
  names: readonly (readonly string[])[],
  matches: (name: string) => boolean,
): readonly number[] {
  return names.flatMap((ofMonth, index) => (ofMonth.some(matches) ? [index + 1] : []));
}

function namesOfMonths(language: PageLanguage): readonly (readonly string[])[] {
  const known = monthNames.get(language);
  if (known !== undefined) return known;
  const formats = [
    { month: "long" },
    { month: "long", day: "numeric", year: "numeric" },
    { month: "short" },
    { month: "short", day: "numeric", year: "numeric" },
  ] as const;
  const names = Array.from({ length: 12 }, (_, index) => {
    const day = new Date(Date.UTC(2024, index, 15));
    return formats.flatMap((format) =>
      new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { ...format, timeZone: "UTC" })
        .formatToParts(day)
        .filter(({ type }) => type === "month")
        // Numbered months ("3월", "tháng 3") are no names.
        .filter(({ value }) => !/\d/.test(value))
        .map(({ value }) => wordsOf(value.normalize("NFC").toLocaleLowerCase(language)).join(" ")),
    );
  });
  monthNames.set(language, names);
  return names;
}
