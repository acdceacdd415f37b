import { JOINED_LEGAL_NAMES } from "./employer-names.ts";
import { softFolded, wordsIn } from "../names/names.ts";

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
  "lda",
  "group",
  "holding",
  "holdings",
]);

/** Legal forms of several words, once dots are gone and "A/S" has come apart. */
const LONG_LEGAL_NAMES = [
  "a s",
  "sa rl",
  "s a r l",
  "s p a",
  "s a",
  "sa de cv",
  "s de rl de cv",
].map((form) => form.split(" "));

const LONG_ENDS = new Set(LONG_LEGAL_NAMES.map((form) => form.at(-1)));

function endsWith(words: readonly string[], form: readonly string[]): boolean {
  const start = words.length - form.length;
  return start >= 0 && form.every((word, place) => word === words[start + place]);
}

/** How many words at the end are legal form, or what joined one: "GmbH & Co. KG" is three forms. */
function formAtEnd(words: readonly string[]): number {
  const last = words.at(-1) ?? "";
  if (LONG_ENDS.has(last)) {
    const long = LONG_LEGAL_NAMES.find((form) => endsWith(words, form));
    if (long !== undefined) return long.length;
  }
  return LEGAL_FORMS.has(last) || last === "&" || last === "+" ? 1 : 0;
}

/** The name of a company without accents, case, punctuation and legal form, so that spellings of one company are equal. `undefined` when nothing is left to go by. */
export function companyKey(company: string): string | undefined {
  const name = softFolded(company).replace(JOINED_LEGAL_NAMES, " ");
  const bare = name.includes("(") ? name.replace(/\(.*?\)/gu, " ") : name;
  const words = wordsIn(bare.replace(/[.'’]/g, ""), "&+");
  for (let form = formAtEnd(words); form > 0 && form < words.length; form = formAtEnd(words))
    words.splice(-form);
  return words.length === 0 ? undefined : words.join(" ");
}

const AFTER_COMPANY = /\s[-–—|·•,;]|[|·•,;]/u;

/**
 * What stands in a headline where the company does: "Nurse at Example Clinic | Speaker". It may be anything ("at heart"), so it is good for
 * recognising a company that is known otherwise, and for nothing else.
 */
export function companyInHeadline(headline: string): string | undefined {
  const [, after] = /(?:\s(?:at|bei|chez|presso|en|na|no)\s|@\s?)(.+)$/iu.exec(headline) ?? [];
  return after?.split(AFTER_COMPANY)[0];
}
