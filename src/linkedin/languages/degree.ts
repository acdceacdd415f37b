/**
 * How far away a member is: 1 for a connection, 2 for a connection's connection, 3 for everybody beyond.
 */
import { latinDigits } from "./language.ts";

export type Degree = 1 | 2 | 3;

/**
 * What may follow the digit, in any language; no age ("3d", "2 Tg.") and no count does. English is measured on saved pages of 2018 to
 * 2026, the others are general knowledge.
 */
const AFTER_DIGIT =
  /^(?:st|nd|rd|er|re|è?me|e|ste|de|o|[.º°ª]*|\.?er|\.o| ?次(?:つながり)?| ?[度級级](?:人[脈脉])?| ?촌)(?: (?:degree(?: connection)?|grade?s?|kontakt|niveau|degré|et|grado|grau|graads?|stop(?:ień|nia)|derece(?:den)?))?$/;

/** Degrees written without a digit, in Chinese, Arabic and Hebrew (general knowledge). */
const IN_WORDS = [
  /(?:^| )(?:一度|الأولى?|ראשון|ראשונה)$/,
  /(?:^| )(?:二度|الثانية?|الثاني|שניי?ה?)$/,
  /(?:^| )(?:三度|الثالثة?|שלישית?)$/,
];

/**
 * The degree a piece of text states, such as "· 2nd", "1er", "3次" or "• 3rd+".
 *
 * @returns `undefined` for every other text, ages ("3d") included
 */
export function degree(text: string): Degree | undefined {
  const plain = latinDigits(text)
    .replace(/^[\s•·∙‧・|(]+|[\s)]+$/gu, "")
    .replace(/\+/g, "")
    .trim()
    .toLowerCase();
  if (plain.length === 0 || plain.length > 30) return undefined;
  const place =
    1 + IN_WORDS.findIndex((words) => words.test(plain)) ||
    (AFTER_DIGIT.test(plain.slice(1)) ? Number(plain[0]) : 0);
  return place === 1 || place === 2 || place === 3 ? place : undefined;
}
