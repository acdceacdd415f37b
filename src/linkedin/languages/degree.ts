/**
 * How far away a member is: 1 for a connection, 2 for a connection's connection, 3 for everybody beyond.
 */
import { latinDigits } from "./language.ts";

export type Degree = 1 | 2 | 3;

/**
 * What may follow the digit, in any language; no age ("3d", "2 Tg.") and no count does. English (2018 to 2026) and Portuguese
 * (July 2026) are measured on saved pages, the others are general knowledge.
 */
const AFTER_DIGIT =
  /^(?:st|nd|rd|er|re|è?me|e|ste|de|o|[.º°ª]*|\.?er|\.o|:[ae]|-(?:[йяе]|ий|тя|та)|[οηα]ς?|ου|া?য়| ?次(?:つながり)?| ?[度級级](?:人[脈脉])?| ?촌)(?: (?:degree(?: connection)?|grade?s?|kontakt|niveau|degré|et|grado|grau|graads?|stop(?:ień|nia)|derece(?:den)?))?$/;

/** What stands before the digit where an ordinal begins with it (general knowledge). */
const BEFORE_DIGIT = /^(?:ke-|ika-|thứ |cấp |อันดับ(?:ที่)? ?|ลำดับ(?:ที่)? ?|ระดับ(?:ที่)? ?)/;

/**
 * "And beyond", which only the third degree has: "+", also after a word for "and" ("3º e +", "3e et +"), or in words. The Portuguese
 * form is measured (July 2026), the others are general knowledge.
 */
const AND_BEYOND =
  /(?:(?: (?:e|et|y|und|en|i|og|och|ja|ve|a|și|és|dan|at|và|and|и|і|та|και|و))? ?\+|(?: (?:e mais|ou mais|et plus|et au-delà|e oltre|[oy] más|und (?:weiter|höher)|i (?:dalsze|dalej|więcej)|en (?:meer|verder|hoger)|og (?:over|videre)|och (?:över|uppåt)|ve (?:üzeri|üstü)|и (?:далее|выше)|[іи] далі|a další|și peste|dan seterusnya|at higit pa|ขึ้นไป))| ?(?:以上|이상))$/u;

/** Degrees written without a digit, in Chinese, Arabic and Hebrew (general knowledge). */
const IN_WORDS = [
  /(?:^| )(?:一度|الأولى?|ראשון|ראשונה)$/,
  /(?:^| )(?:二度|الثانية?|الثاني|שניי?ה?)$/,
  /(?:^| )(?:三度|الثالثة?|שלישית?)$/,
];

/**
 * The degree a piece of text states: "· 2nd", "1er", "3次" or "• 3rd+".
 *
 * @returns `undefined` for every other text, ages ("3d") included
 */
export function degree(text: string): Degree | undefined {
  const written = latinDigits(text)
    .replace(/^[\s•·∙‧・|(]+|[\s)]+$/gu, "")
    .replace(/\s+/gu, " ")
    .toLowerCase();
  if (written.length === 0 || written.length > 30) return undefined;
  const nearer = written.replace(AND_BEYOND, "");
  const place = placeOf(nearer);
  return nearer === written || place === 3 ? place : undefined;
}

function placeOf(written: string): Degree | undefined {
  const plain = written.replace(BEFORE_DIGIT, "");
  const place =
    1 + IN_WORDS.findIndex((words) => words.test(plain)) ||
    (AFTER_DIGIT.test(plain.slice(1)) ? Number(plain[0]) : 0);
  return place === 1 || place === 2 || place === 3 ? place : undefined;
}
