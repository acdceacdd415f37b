/**
 * The name of a person as the site wrote it, where a translator of the browser may have changed the text, and how much speaks for a
 * text being a name: addresses and the words pictures and acts carry are the site's own.
 */
import type { Alias } from "../../domain/person/person.ts";
import { squeezed, type TextLeaf } from "../page/page-text.ts";
import { unicodePattern } from "../address/unicode-pattern.ts";

/** What a card says of its person besides the text to be judged. */
export interface NameEvidence {
  readonly aliases: readonly Alias[];
  /** Labels of pictures and acts, in the page's language: "View Alex Example's profile", "Invite Alex Example to connect". */
  readonly labels: readonly string[];
}

/** The share of a slug's letters that a name has to account for. */
const MOST_OF_A_SLUG = 0.75;

/** Characters of a label that are looked through for a name word by word; a name comes early in it. */
const LOOKED_THROUGH = 300;

/** Letters of the longest small word that stands in names ("von", "dos"). */
const LONGEST_PARTICLE = 3;

const LETTERS = unicodePattern(String.raw`\p{L}+`, "gu");
const WORD = unicodePattern(String.raw`[\p{L}\p{M}]+`, "gu");
const MARK = unicodePattern(String.raw`\p{M}`, "gu");
const NO_LETTER = unicodePattern(String.raw`[^\p{L}]`, "gu");
const NO_LETTER_OR_DIGIT = unicodePattern(String.raw`[^\p{L}\p{N}]`, "gu");
const ENDS_IN_WORD = unicodePattern(String.raw`[\p{L}\p{N}]$`);
const BEGINS_LATIN = unicodePattern(String.raw`^\p{Script=Latin}`);
const BEGINS_LARGE = unicodePattern(String.raw`^\p{Lu}`);
const BEGINS_SMALL = unicodePattern(String.raw`^\p{Ll}`);
const INITIAL = unicodePattern(String.raw`(?<=^|\s)\p{L}\.?(?=\s|$)`, "gu");

/** Latin letters that Unicode does not take apart. */
const FOLDED: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
};

const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(MARK(), "")
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => FOLDED[letter] ?? letter);

const wordsOf = (text: string): readonly string[] => folded(text).match(LETTERS()) ?? [];

/** What the site hangs on a name that is taken already: "alex-example-1b2c3d". Its letters are of no name. */
const SITE_ENDING = /-(?=[a-z]*\d)[a-z\d]+$/;

const slugsOf = (aliases: readonly Alias[]): readonly string[] =>
  aliases.flatMap((alias) =>
    alias.startsWith("slug:")
      ? [folded(alias.slice("slug:".length)).replace(SITE_ENDING, "").replace(NO_LETTER(), "")]
      : [],
  );

/**
 * How much speaks for a text being the person's name: 2 when a label holds it, 1 when the person's address does (its words, or the
 * first letters of one), 0 when nothing does.
 */
export function supportOfName(text: string, { aliases, labels }: NameEvidence): 0 | 1 | 2 {
  if (labels.some((label) => holds(label, text))) return 2;
  const words = wordsOf(text).filter((word) => word.length > 2);
  const slugs = slugsOf(aliases);
  return words.some((word) => slugs.some((slug) => slug.includes(word.slice(0, 4)))) ? 1 : 0;
}

/** Whether a label holds a text as whole words. Languages that write without spaces, or add endings, hold it as well. */
function holds(label: string, text: string): boolean {
  const at = label.indexOf(text);
  if (at < 0 || text.length < 2) return false;
  const before = label.slice(0, at);
  return !ENDS_IN_WORD().test(before) || !BEGINS_LATIN().test(text);
}

/**
 * Whether a text is a sentence about a person and not the name ("Alex works here"): it begins with a capital and has a small word that
 * the address does not hold. What follows a comma or stands in brackets is not looked at, and particles of names ("von") are no words.
 */
export function readsAsSentence(text: string, aliases: readonly Alias[]): boolean {
  const [first = "", ...more] = /^[^,(|•·]*/u.exec(text)?.[0]?.match(WORD()) ?? [];
  if (!BEGINS_LARGE().test(first)) return false;
  const slugs = slugsOf(aliases);
  return more.some(
    (word) =>
      word.length > LONGEST_PARTICLE &&
      BEGINS_SMALL().test(word) &&
      !slugs.some((slug) => slug.includes(folded(word))),
  );
}

/**
 * Whether a text is the person's slug or id, as other extensions write it beside people; no name is. It may be spelled with spaces, be
 * cut short, or have words around it.
 */
export function isOwnSlug(text: string, aliases: readonly Alias[]): boolean {
  const plain = decoded(text.replace(/^(?:@|\/?in\/)/, "").replace(/\/$/, ""));
  return aliases.some((alias) => {
    const id = alias.slice(alias.indexOf(":") + 1);
    return alias.startsWith("slug:") ? writesSlug(plain, id) : plain === id;
  });
}

function writesSlug(text: string, slug: string): boolean {
  const small = text.toLowerCase();
  const [, begin] = /^(\S{4,})(?:…|\.\.\.)$/u.exec(small) ?? [];
  if (begin !== undefined && slug.startsWith(begin)) return true;
  // No name has digits, and none is written small with hyphens.
  if (/\d/.test(slug)) return small.includes(slug) || bareLetters(small) === bareLetters(slug);
  if (slug.includes("-")) return small === slug || text.includes(slug);
  return /[a-z]/.test(slug) && text === slug;
}

const bareLetters = (text: string): string => text.replace(NO_LETTER_OR_DIGIT(), "");

/**
 * Whether a text holds a word that the person's address does not, and too little of the address to be a name that somebody only wrote
 * more fully ("Message Oda").
 */
export function addsToAddress(text: string, aliases: readonly Alias[]): boolean {
  const slugs = slugsOf(aliases);
  const words = wordsOf(text).filter((word) => word.length > 2);
  return slugs.every((slug) => {
    const held = words.filter((word) => slug.includes(word.slice(0, 4)));
    return held.length < words.length && held.join("").length < slug.length * MOST_OF_A_SLUG;
  });
}

/**
 * The name a piece of text gives.
 *
 * @returns the text where the site wrote it; where a translator may have, the text if a label or the address agrees with it, else the
 * part of a label that the address spells out; `undefined` when neither is there
 */
export function writtenName(leaf: TextLeaf, evidence: NameEvidence): string | undefined {
  if (leaf.translated !== true) return leaf.text;
  const slugs = slugsOf(evidence.aliases);
  if (evidence.labels.some((label) => holds(label, leaf.text))) return leaf.text;
  const plain = bare(leaf.text);
  if (slugs.some((slug) => spells(slug, plain))) return plain;
  for (const label of evidence.labels) {
    for (const slug of slugs) {
      const name = spelledIn(label, slug);
      if (name !== undefined) return name;
    }
  }
  return undefined;
}

/** Whether a slug consists of the words of a text, and of little else. */
function spells(slug: string, text: string): boolean {
  const words = wordsOf(text);
  return (
    words.length > 0 &&
    // One letter proves nothing: it may be an ending ("Example's").
    words.every((word) => word.length > 1 && slug.includes(word)) &&
    words.join("").length >= slug.length * MOST_OF_A_SLUG
  );
}

/** Whether the person's address consists of the words of a text, and of little else. */
export const isSpelled = (text: string, aliases: readonly Alias[]): boolean =>
  slugsOf(aliases).some((slug) => spells(slug, bare(text)));

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A name without what people hang on it: titles after a comma, words in brackets, initials, small pictures. */
const bare = (text: string): string =>
  squeezed(text.replace(/[,(].*$/u, "").replace(INITIAL(), " "));

/** The longest run of words in a label that a slug spells out: "Alex Example" of "View Alex Example's profile". */
function spelledIn(label: string, slug: string): string | undefined {
  const words = [...label.slice(0, LOOKED_THROUGH).matchAll(WORD())];
  let best = "";
  for (let first = 0; first < words.length; first += 1) {
    for (let last = first; last < words.length; last += 1) {
      const [begin, end] = [words[first], words[last]];
      if (begin === undefined || end === undefined) continue;
      const run = squeezed(label.slice(begin.index, end.index + end[0].length));
      if (run.length > best.length && spells(slug, run)) best = run;
    }
  }
  return best === "" ? undefined : best;
}
