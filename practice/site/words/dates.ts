import type { Words } from "./words.ts";

/** The language code formatting understands for a page's language. */
export function formattingLanguage(lang: string): string {
  return { iw: "he", in: "id", no: "nb" }[lang] ?? lang;
}

const STEPS: readonly (readonly [number, number])[] = [
  [60_000, 60],
  [3_600_000, 24],
  [86_400_000, 7],
  [7 * 86_400_000, 4.35],
  [30.44 * 86_400_000, 12],
  [365.25 * 86_400_000, Infinity],
];

/** How long ago, as short as the site says it: `20m`, `5h`, `6d`, `3w`, `2mo`, `1yr`. */
export function age(at: number, { units }: Words, now: number): string {
  const names = units.split("|");
  const passed = Math.max(60_000, now - at);
  for (const [index, [unitMs, most]] of STEPS.entries()) {
    const count = Math.floor(passed / unitMs);
    if (count < most) return `${Math.max(1, count)}${names[index] ?? ""}`;
  }
  return "";
}

/** A whole date in words, of the UTC day: `January 21, 2025`. */
export function longDate(at: number, lang: string): string {
  return new Intl.DateTimeFormat(formattingLanguage(lang), {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(at);
}
