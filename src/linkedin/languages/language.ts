/**
 * The languages whose words the readers understand. Everything else is "unknown", and what needs words is then left out.
 */

import { isDocument } from "../page-text.ts";

/** Languages with a table, by the code the site writes today. */
export const LANGUAGES = [
  "en",
  "de",
  "fr",
  "es",
  "pt",
  "it",
  "nl",
  "pl",
  "tr",
  "ja",
  "zh",
  "ar",
  "he",
  "id",
] as const;

export type Language = (typeof LANGUAGES)[number] | "unknown";

/** Codes withdrawn in 1989 that the site still writes. */
const OLD_CODES: Readonly<Record<string, Language>> = { in: "id", iw: "he" };

/** The language of `<html lang>`: `pt-BR`, `zh_TW`, `iw`… */
export function language(lang: string | null | undefined): Language {
  const code = (lang ?? "").toLowerCase().split(/[-_]/)[0] ?? "";
  return LANGUAGES.find((known) => known === code) ?? OLD_CODES[code] ?? "unknown";
}

/** The language of the document a node belongs to. */
export function languageOf(node: Node): Language {
  const document = isDocument(node) ? node : node.ownerDocument;
  return language(document?.documentElement.getAttribute("lang"));
}

/** Digits of Arabic and Persian writing as 0-9; everything else as it is. */
export function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) =>
    String(digit.charCodeAt(0) & 0xf),
  );
}
