/**
 * How far away a member is: 1 for a connection, 2 for a connection's connection, 3 for everybody beyond.
 */
import { latinDigits, type Language } from "./language.ts";

export type Degree = 1 | 2 | 3;

/** What may follow the digit. English is measured on saved pages of 2018 to 2026, the others are general knowledge. */
const AFTER_DIGIT: Readonly<Record<Language, RegExp>> = {
  en: /^(?:st|nd|rd)(?: degree(?: connection)?)?$/,
  de: /^\.?(?: ?grade?s?| kontakt)?$/,
  fr: /^(?:er|re|e|è?me|ème)?(?: (?:niveau|degré|et))?$/,
  es: /^(?:\.?[º°ª]|\.?er|\.?o)?(?: (?:grado))?$/,
  pt: /^(?:\.?[º°ª]|o)?(?: grau)?$/,
  it: /^(?:[°º]|\.)?(?: grado)?$/,
  nl: /^(?:e|ste|de)?(?: ?graads?)?$/,
  pl: /^\.?(?: stop(?:ień|nia))?$/,
  tr: /^\.?(?: derece(?:den)?)?$/,
  ja: /^ ?次(?:つながり)?$/,
  zh: /^ ?[度級级](?:人[脈脉])?$/,
  ar: /^\.?$/,
  he: /^\.?$/,
  id: /^(?:st|nd|rd)?$/,
  unknown: /^[.º°ª]?$/,
};

/** Degrees written without a digit (general knowledge). */
const WORDS: Partial<Readonly<Record<Language, readonly (readonly [string, Degree])[]>>> = {
  zh: [
    ["一度", 1],
    ["二度", 2],
    ["三度", 3],
  ],
  ar: [
    ["الأولى", 1],
    ["الثانية", 2],
    ["الثالثة", 3],
    ["الأول", 1],
    ["الثاني", 2],
    ["الثالث", 3],
  ],
  he: [
    ["ראשונה", 1],
    ["שנייה", 2],
    ["שניה", 2],
    ["שלישית", 3],
    ["ראשון", 1],
    ["שני", 2],
    ["שלישי", 3],
  ],
};

/**
 * The degree a piece of text states, such as "· 2nd", "1er", "3次" or "• 3rd+".
 *
 * @returns `undefined` for every other text, ages ("3d") included, and for words of an unknown language
 */
export function degree(text: string, language: Language): Degree | undefined {
  const plain = latinDigits(text)
    .replace(/^[\s•·∙‧・|(]+|[\s)]+$/gu, "")
    .replace(/\+/g, "")
    .trim()
    .toLowerCase();
  if (plain.length === 0 || plain.length > 30) return undefined;
  const word = WORDS[language]?.find(
    ([written]) => plain === written || plain.endsWith(` ${written}`),
  );
  if (word !== undefined) return word[1];
  const digit = plain[0];
  if (digit !== "1" && digit !== "2" && digit !== "3") return undefined;
  if (!AFTER_DIGIT[language].test(plain.slice(1))) return undefined;
  return digit === "1" ? 1 : digit === "2" ? 2 : 3;
}
