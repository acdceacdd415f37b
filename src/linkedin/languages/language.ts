/**
 * The language of a page, for the few things read from words: those then come from the browser's own tables.
 */

import { isDocument } from "../page/page-text.ts";
import { isTranslated } from "../page/translated.ts";
import { unicodePattern } from "../address/unicode-pattern.ts";

/** A language tag the browser has words for (`pt-BR`); "unknown" otherwise: what needs words is then left out. */
export type PageLanguage = string;

function supported(lang: string): PageLanguage {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(lang.replaceAll("_", "-"))[0] ?? "unknown";
  } catch {
    return "unknown";
  }
}

/** The language that was asked for last: a page has one, and every part of it asks. */
let last = { lang: "", found: "unknown" };

/** The language of `<html lang>`: `pt-BR`, `zh_TW`, also the codes withdrawn in 1989 that the site still writes (`iw`, `in`). */
export function language(lang: string | null | undefined): PageLanguage {
  if (!lang) return "unknown";
  if (last.lang !== lang) last = { lang, found: supported(lang) };
  return last.found;
}

/** The language of the document a node belongs to; unknown where a translator of the browser wrote in it. */
export function languageOf(node: Node): PageLanguage {
  const document = isDocument(node) ? node : node.ownerDocument;
  if (isTranslated(document)) return "unknown";
  return language(document?.documentElement.getAttribute("lang"));
}

const DIGIT = unicodePattern(String.raw`\p{Nd}`, "gu");

/** Digits of every writing as 0-9; everything else as it is. */
export function latinDigits(text: string): string {
  return text.replace(DIGIT(), (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let value = 0;
    // The ten digits of a writing stand in a row, and before its zero stands none.
    while (value < 9 && String.fromCodePoint(code - value - 1).match(DIGIT())) value += 1;
    return String(value);
  });
}
