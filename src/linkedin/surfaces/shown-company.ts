/**
 * The company or school that a page is about: what its address calls it, and its name as the page shows it.
 */
import { unicodePattern } from "../address/unicode-pattern.ts";
import { sitePath } from "../address/site-path.ts";

/** What the address of such a page calls it; `undefined` for every other address. */
export function companyInAddress(address: string): string | undefined {
  const [kind, slug] = sitePath(address)?.segments ?? [];
  const isCompany = kind === "company" || kind === "school" || kind === "showcase";
  return isCompany ? slug : undefined;
}

/** The heading of the page, which on such a page is its name: in every layout seen from 2025-04 to 2026-04 the only one of its level. */
export function pageHeading(document: Document): string | undefined {
  const words = document.querySelector("main h1")?.textContent?.trim().replaceAll(/\s+/g, " ");
  return words === "" ? undefined : words;
}

const NO_LETTER_OR_DIGIT = unicodePattern(String.raw`[^\p{L}\p{N}]`, "gu");

const letters = (words: string): string => words.toLowerCase().replace(NO_LETTER_OR_DIGIT(), "");

/** Whether an address is made of these words: `tin-whistle` of "Tin Whistle". */
export const isNamedAfter = (slug: string, words: string): boolean =>
  letters(slug) === letters(words);
