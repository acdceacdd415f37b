/**
 * Two languages that nobody speaks, made of the English words, to see what becomes of the pages with longer words and from right to left.
 * They are in no build that people get.
 */
import type { Change } from "./compiled.ts";

/** A made-up language. */
export interface MadeUp {
  readonly tag: string;
  readonly name: string;
  readonly direction: "ltr" | "rtl";
  readonly change: Change;
}

const ACCENTED: Readonly<Record<string, string>> = {
  a: "á",
  c: "ç",
  e: "é",
  i: "í",
  n: "ñ",
  o: "ö",
  s: "š",
  u: "ü",
  y: "ý",
  z: "ž",
};

/** How much longer the words of a translation may be: by as much German and Finnish are longer than English in short phrases. */
export const LONGER_BY = 0.4;

/** Words with accents that are longer by 40 %, inside each word, so that lines break as they would. */
export function longer(words: string): string {
  let letters = 0;
  let added = 0;
  return words.replace(/\p{L}/gu, (letter) => {
    letters += 1;
    const other = ACCENTED[letter] ?? letter;
    // Rounded, because 5 × 0.4 may be a little less than 2.
    if (Math.floor(Math.round(letters * LONGER_BY * 100) / 100) === added) return other;
    added += 1;
    return other + other.toLowerCase();
  });
}

/** Arabic letters of about the same width, so that lines break as they would. */
const LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";

/** Words in Arabic letters; digits and signs stay. */
export function mirrored(words: string): string {
  return words.replace(
    /[A-Za-z]/g,
    (letter) => LETTERS[letter.toLowerCase().charCodeAt(0) - 97] ?? letter,
  );
}

/** The tags are those that operating systems use for such languages. */
export const MADE_UP: readonly MadeUp[] = [
  { tag: "en-XA", name: longer("Longer English"), direction: "ltr", change: longer },
  { tag: "ar-XB", name: mirrored("Mirrored English"), direction: "rtl", change: mirrored },
];
