import { companyKey } from "./company-name.ts";
import {
  GENERIC_WORDS,
  PARTS_OF_COMPANIES,
  RENAMED,
  SAME_WORDS,
  SELF_EMPLOYED,
} from "./employer-names.ts";
import { softFolded, wordsIn } from "../names/names.ts";

/** Parts of a name between brackets: another name the company has or had. */
const BRACKETS = /\(([^)]+)\)/gu;
/** Articles that are written together with the word after them: "d’Exemple". */
const ELISIONS = /(?<!\p{L})(?:d|l|dell|dall|nell)['’](?=\p{L})/giu;

const RENAMED_TO: ReadonlyMap<string, number> = new Map(
  RENAMED.flatMap((names, place) =>
    names.map((name) => [companyKey(name) ?? name, place] as const),
  ),
);

/** The words of a company's key in one language, those without meaning left out. */
function meaningful(key: string): readonly string[] {
  return wordsIn(key, "&+").flatMap((word) => {
    const same = SAME_WORDS.get(word) ?? word;
    return same === "" ? [] : [same];
  });
}

/** The first letters of a name's words, of the whole name, because an abbreviation may hold the legal form: BCG, Boston Consulting Group. */
const initials = (words: readonly string[]): string => words.map((word) => word[0] ?? "").join("");

/** One name is the other with a country, a branch or a line of business added: "Acme" and "Acme Deutschland". */
function isPart(smaller: readonly string[], larger: readonly string[]): boolean {
  if (smaller.length === 0 || !smaller.every((word) => larger.includes(word))) return false;
  if (smaller.every((word) => GENERIC_WORDS.has(word))) return false;
  const added = larger.filter((word) => !smaller.includes(word));
  // The shared part begins the name, or all that was added names a place.
  return (
    smaller.every((word, place) => larger[place] === word) ||
    added.every((word) => PARTS_OF_COMPANIES.has(word) || GENERIC_WORDS.has(word))
  );
}

/** What is left of a name without the country or branch it ends with: "Acme" of "Acme Deutschland". */
function withoutPlace(words: readonly string[]): string {
  const end = words.findLastIndex((word) => !PARTS_OF_COMPANIES.has(word)) + 1;
  const rest = words.slice(0, end);
  return rest.every((word) => GENERIC_WORDS.has(word)) ? "" : rest.join(" ");
}

const isSelfEmployed = (key: string): boolean => SELF_EMPLOYED.has(key.replaceAll("-", " "));

/**
 * Whether two names may be of one employer: spellings, legal forms, abbreviations, branches, translations, companies that were renamed, and the many
 * words for working on one's own. Where it is not sure it is one employer: a move that is not observed costs less than a false one.
 */
export function isSameEmployer(before: string, after: string): boolean {
  const within = (name: string) => [...name.matchAll(BRACKETS)].flatMap(([, part]) => part ?? []);
  return (
    isSameName(before, after) ||
    within(before).some((part) => isSameName(part, after)) ||
    within(after).some((part) => isSameName(before, part))
  );
}

function isSameName(before: string, after: string): boolean {
  const [one, other] = [companyKey(before), companyKey(after)];
  if (one === undefined || other === undefined || one === other) return true;
  const joined = (key: string) => wordsIn(key, "&+").join("");
  if (joined(one) === joined(other)) return true;
  if (isSelfEmployed(one) && isSelfEmployed(other)) return true;
  const place = RENAMED_TO.get(one);
  if (place !== undefined && place === RENAMED_TO.get(other)) return true;
  const abbreviates = (short: string, name: string, key: string) => {
    const whole = wordsIn(softFolded(name));
    const letters = [whole, whole.filter((word) => SAME_WORDS.get(word) !== ""), wordsIn(key)];
    const isShort = (words: readonly string[]) =>
      joined(short).replace(/[&+]/gu, "") === initials(words);
    return short.length >= 2 && wordsIn(key).length >= 2 && letters.some(isShort);
  };
  if (abbreviates(one, after, other) || abbreviates(other, before, one)) return true;
  const plain = (name: string) => meaningful(companyKey(name.replace(ELISIONS, "")) ?? "");
  const [a, b] = [plain(before), plain(after)];
  const rest = withoutPlace(a);
  return isPart(a, b) || isPart(b, a) || (rest !== "" && rest === withoutPlace(b));
}
