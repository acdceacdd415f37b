import { folded } from "./names.ts";

const LEGAL_FORMS = new Set([
  "inc",
  "incorporated",
  "llc",
  "llp",
  "ltd",
  "limited",
  "plc",
  "corp",
  "corporation",
  "co",
  "company",
  "gmbh",
  "ag",
  "kg",
  "se",
  "ug",
  "mbh",
  "ev",
  "sa",
  "sas",
  "sasu",
  "sarl",
  "sl",
  "slu",
  "srl",
  "spa",
  "sia",
  "bv",
  "nv",
  "oy",
  "ab",
  "as",
  "aps",
  "pty",
  "pvt",
  "ltda",
  "eireli",
  "me",
  "lda",
  "group",
  "holding",
  "holdings",
]);

/** The name of a company without accents, case, punctuation and legal form, so that spellings of one company are equal. `undefined` when nothing is left to go by. */
export function companyKey(company: string): string | undefined {
  const words = folded(company)
    .replace(/\(.*?\)/gu, " ")
    .replace(/[.'’]/gu, "")
    .split(/[^\p{L}\p{N}&+]+/u)
    .filter(Boolean);
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? "")) words.pop();
  return words.length === 0 ? undefined : words.join(" ");
}
