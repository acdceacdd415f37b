/**
 * Every sentence a person reads, from the locale files in `public/_locales`.
 *
 * A key that is written out in the source is checked by the compiler against the English file, which is the complete one.
 */
import { browser } from "../browser.ts";
import type english from "../../public/_locales/en/messages.json";

/** A message of the locale files. */
export type TextKey = keyof typeof english;

/** A message that exists once for each plural category of the language: `reasonDays` for `reasonDays_one`, `reasonDays_other`, … */
export type CountedKey = TextKey extends infer Key
  ? Key extends `${infer Stem}_other`
    ? Stem
    : never
  : never;

/** The message `key` with `$1`, `$2`, … replaced, in the language of the interface. The key itself where a file lacks it. */
export function text(key: TextKey, ...substitutions: readonly string[]): string {
  return browser.i18n.getMessage(key, [...substitutions]) || key;
}

let language: string | undefined;

/**
 * The language the messages are written in, as a tag for `Intl`: the browser's own tag where it is the same language (`en-GB`
 * for English messages), so that dates look as the user is used to, and never dates of one language in sentences of another.
 */
export function interfaceLanguage(): string {
  if (language === undefined) {
    const written = text("languageTag");
    const preferred = browser.i18n.getUILanguage();
    language = preferred.split("-")[0] === written.split("-")[0] ? preferred : written;
  }
  return language;
}

/** The direction the messages are read in. */
export function textDirection(): "ltr" | "rtl" {
  return text("textDirection") === "rtl" ? "rtl" : "ltr";
}

let plurals: Intl.PluralRules | undefined;
let numbers: Intl.NumberFormat | undefined;
let percentages: Intl.NumberFormat | undefined;
let lists: Intl.ListFormat | undefined;

/** A number as the language writes it. */
export function numberText(value: number): string {
  numbers ??= new Intl.NumberFormat(interfaceLanguage(), { maximumFractionDigits: 1 });
  return numbers.format(value);
}

/** A share between 0 and 1 in per cent. */
export function percentText(share: number): string {
  percentages ??= new Intl.NumberFormat(interfaceLanguage(), { style: "percent" });
  return percentages.format(share);
}

/**
 * The form of a counted message that fits `count`; `$1` is the count, further substitutions follow from `$2`. A language
 * that has no form of its own for a category falls back on `_other`.
 */
export function counted(
  key: CountedKey,
  count: number,
  ...substitutions: readonly string[]
): string {
  plurals ??= new Intl.PluralRules(interfaceLanguage());
  const words = [numberText(count), ...substitutions];
  const category = plurals.select(count);
  return browser.i18n.getMessage(`${key}_${category}`, words) || text(`${key}_other`, ...words);
}

/** Several things in one phrase: "a, b and c". */
export function listText(things: readonly string[]): string {
  lists ??= new Intl.ListFormat(interfaceLanguage(), { type: "conjunction" });
  return lists.format(things);
}
