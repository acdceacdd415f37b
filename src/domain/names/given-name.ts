import {
  CREDENTIALS,
  DOUBTFUL_TITLES,
  FAMILY_NAMES_FIRST,
  PARTICLES,
  TITLES,
  VIETNAMESE_FAMILY_NAMES,
} from "./name-customs.ts";
import { softFolded } from "./names.ts";

/** Pictures and signs that people put around a name, and the characters that only join or colour them. */
const PICTURES =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\p{S}|\p{Co}|\u200D|\uFE0E|\uFE0F|\u20E3/gu;
/** Asides: pronouns, names at birth, nicknames in quotes. */
const ASIDES = /\([^)]*\)|\[[^\]]*\]|["“”„«»][^"“”„«»]*["“”„«»]/gu;
/** What people say of themselves for search: "#OpenToWork". */
const TAGS = /#[\p{L}\p{N}_]+/gu;
/** A word that ends with a dot, and the word after it without a space: "Dr.Ana". */
const DOTTED_WORD = /(\p{L}{2,})\.(?=\p{L})/gu;
const VIETNAMESE_LETTERS = /[ăđơưĂĐƠƯ\u1EA0-\u1EF9]/u;
/** How family names begin that are written with an apostrophe. */
const FAMILY_BEGINNING = /^(?:O|D|Mc|Mac|Dell|Dall)['’]/iu;
const LATIN_WORD = /^[\p{Script=Latin}\p{M}]+(?:['’‑-][\p{Script=Latin}\p{M}]+)*$/u;

const bare = (word: string): string => softFolded(word).replace(/[.’']/gu, "");
const isUpper = (word: string): boolean =>
  word === word.toUpperCase() && word !== word.toLowerCase();
const isLower = (word: string): boolean =>
  word === word.toLowerCase() && word !== word.toUpperCase();

function isTitle(word: string): boolean {
  const plain = bare(word);
  if (plain.includes("-")) return plain.split("-").every((part) => TITLES.has(part));
  if (!TITLES.has(plain)) return false;
  return !DOUBTFUL_TITLES.has(plain) || word.includes(".") || isUpper(word);
}

/** Letters for an examination that stand before the name: "BSc Ana Muster". Two letters may be a name: "JD", "Ma". */
const isDegree = (word: string): boolean =>
  word.length > 2 && CREDENTIALS.has(bare(word)) && /\p{Lu}.*\p{Lu}/u.test(word);

/** How many words before the name are titles. After a title a doubtful one is a title as well: "Lt Col". */
function titlesBefore(words: readonly string[]): number {
  const isBefore = (word: string, place: number) =>
    isTitle(word) || isDegree(word) || (place > 0 && TITLES.has(bare(word)));
  const place = words.findIndex((word, at) => !isBefore(word, at));
  return place === -1 ? words.length : place;
}

/** `word` as a name is written: in capitals or without any, the first letters are put right. */
function asName(word: string): string {
  if (!isUpper(word) && !isLower(word)) return word;
  return word
    .toLowerCase()
    .replace(
      /(^|['’‑-])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );
}

/** What stands before a comma, if what follows it are credentials; `undefined` where the parts may be family and given name. */
function beforeComma(name: string): string | undefined {
  const [first = "", ...rest] = name.split(/[,|•·–—/]/u);
  const after = rest.join(" ").split(/\s+/u).filter(Boolean);
  const isCredential = (word: string) =>
    CREDENTIALS.has(bare(word)) || /^(?:\p{Lu}\.?){2,}$/u.test(word);
  if (after.length === 0 || /\s/u.test(first.trim())) return first;
  return after.every(isCredential) ? first : undefined;
}

/** A name without pictures and asides. */
const withoutSigns = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(ASIDES, " ")
    .replace(TAGS, " ")
    .replace(PICTURES, " ")
    .replace(DOTTED_WORD, (dotted, word: string) =>
      TITLES.has(bare(word)) ? `${dotted} ` : dotted,
    )
    .replace(/\s+/gu, " ")
    .trim();

/** The words without titles before the name, and those without credentials within it either. */
function named(all: readonly string[]) {
  const before = titlesBefore(all);
  // Titles alone are what there is of a name.
  const untitled = before === all.length ? all.slice(-1) : all.slice(before);
  const words = untitled.filter((word, place) => {
    if (place === 0) return true;
    const isLetters = CREDENTIALS.has(bare(word)) && (isUpper(word) || word.includes("."));
    return !isLetters && !isTitle(word);
  });
  return { untitled, words };
}

/** The words of a name without pictures, asides, titles and credentials, as they are written. Empty where nothing else is there. */
export function wordsOfName(name: string): readonly string[] {
  const clean = withoutSigns(name);
  return named((beforeComma(clean) ?? clean).split(" ").filter(Boolean)).words;
}

/**
 * The name somebody is addressed by in a first sentence: the given name by the customs of script and order, otherwise the whole name as
 * it is written, without pictures, asides and credentials. Where it is not clear which word is the given name, the whole name is right.
 */
export function addressName(name: string): string {
  const clean = withoutSigns(name);
  const whole = clean === "" ? name.trim() : clean;
  const main = beforeComma(clean);
  if (main === undefined) return whole;
  const all = main.split(" ").filter(Boolean);
  const isShouted = all.every(isUpper);
  const { untitled, words } = named(all);
  const full = all.map((word) => (isShouted ? asName(word) : word)).join(" ");
  const [first, second] = words;
  if (first === undefined || isTitle(first)) return full === "" ? whole : full;
  // "Dr Muster" may be a family name.
  if (second === undefined)
    return untitled.length < all.length || !LATIN_WORD.test(first) ? full : asName(first);
  if (words.some((word) => /\d|[&@]|^\p{P}+$/u.test(word)) || words.includes("and")) return full;
  if (!LATIN_WORD.test(first) || [...first.normalize("NFC")].length < 2) return full;
  const plain = bare(first);
  const last = words.at(-1) ?? first;
  const isVietnamese = VIETNAMESE_FAMILY_NAMES.has(plain) && VIETNAMESE_LETTERS.test(main);
  if (isVietnamese && LATIN_WORD.test(last) && !VIETNAMESE_FAMILY_NAMES.has(bare(last)))
    return asName(last);
  if (PARTICLES.has(plain) || FAMILY_NAMES_FIRST.has(plain) || FAMILY_BEGINNING.test(first))
    return full;
  // Where one word alone is in capitals, it is the family name: "MUSTER Ana".
  if (isUpper(first) && first.length > 2 && !isShouted) {
    const given = words.find((word) => !isUpper(word));
    return given !== undefined &&
      LATIN_WORD.test(given) &&
      !PARTICLES.has(bare(given)) &&
      !FAMILY_NAMES_FIRST.has(bare(given))
      ? asName(given)
      : full;
  }
  return first.length <= 2 && isUpper(first) && !isShouted ? first : asName(first);
}
