import { folded } from "./names.ts";

/** Words of languages with and without spaces between them; which language it is makes no difference to that. */
const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** The words of a headline, each once, without case, accents, punctuation, emoji, hashtags and numbers, which count followers and years. */
function words(headline: string): ReadonlySet<string> {
  const plain = folded(headline).replace(/#[\p{L}\p{N}_]+|['’]/gu, " ");
  const parts = [...segmenter.segment(plain)];
  return new Set(
    parts.flatMap(({ segment, isWordLike }) =>
      isWordLike && !/^\p{N}/u.test(segment) ? [segment] : [],
    ),
  );
}

/**
 * Whether two headlines say different things: each has a word the other has not. Words put in another order, added or left out, and
 * whatever only decorates them, say nothing new.
 */
export function saysOtherThings(before: string, after: string): boolean {
  const [old, now] = [words(before), words(after)];
  return [...old].some((word) => !now.has(word)) && [...now].some((word) => !old.has(word));
}
