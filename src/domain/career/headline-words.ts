import { softFolded } from "../names/names.ts";

/** Words of languages with and without spaces between them; which language it is makes no difference to that. */
const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** What people add while they look for work, as it stands in folded text; by itself it says nothing about what they do. */
const LOOKING_FOR_WORK =
  /(?:(?:actively )?(?:seeking|looking for)|open to|offen fur|auf der suche nach|a l[' ]ecoute d[' ](?:nouvelles )?|en recherche d[' ]|abiert[oa] a|abert[oa] a|en busca de|em busca de|apert[oa] a|open voor) ?(?:(?:a |an )?(?:new|neue|nouvelles|nuevas|novas|nuove|nieuwe) )?(?:work|jobs?|opportunit(?:y|ies|es|a)|roles?|positions?|challenges?|arbeit|herausforderungen?|angebote?|emploi|oportunidad(?:e?s)?|empleo|trabajo|emprego|recolocacao|lavoro|werk|kansen)/gu;

/** The words of a headline, each once, without case, accents, punctuation, emoji, hashtags and numbers, which count followers and years. */
function words(headline: string): ReadonlySet<string> {
  const plain = softFolded(headline)
    .replace(/[’`]/gu, "'")
    .replace(/#[\p{L}\p{N}_]+/gu, " ")
    .replace(LOOKING_FOR_WORK, " ")
    .replaceAll("'", " ");
  const parts = [...segmenter.segment(plain)];
  return new Set(
    parts.flatMap(({ segment, isWordLike }) =>
      isWordLike && !/^\p{N}/u.test(segment) ? [segment] : [],
    ),
  );
}

/** Nothing but numbers and at most a word to count with, for example followers. */
const isBare = (headline: string, said: ReadonlySet<string>): boolean =>
  said.size === 0 || (said.size === 1 && /^[\s~>]*\p{N}/u.test(headline));

/**
 * Whether two headlines say different things: each has a word the other has not. Words put in another order, added or left out, a line
 * that was cut off within a word, and decoration, say nothing new.
 */
export function saysOtherThings(before: string, after: string): boolean {
  const [old, now] = [words(before), words(after)];
  if (isBare(before, old) || isBare(after, now)) return false;
  const [one, other] = [[...old].join(""), [...now].join("")];
  if (one.includes(other) || other.includes(one)) return false;
  return [...old].some((word) => !now.has(word)) && [...now].some((word) => !old.has(word));
}
