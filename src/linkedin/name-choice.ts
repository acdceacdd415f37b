/**
 * Which of a card's links carries the person's name, decided from facts alone.
 */
import type { PersonAnchor } from "./person-anchors.ts";
import type { TextLeaf } from "./page-text.ts";

/** The link and the piece of its text that is the name. */
export interface NameChoice {
  readonly anchor: PersonAnchor;
  readonly leaf: TextLeaf;
}

/**
 * Whether a name may stand in `strong` or among words of a sentence: never on most pages; where the site speaks about
 * people ("… wants to connect") if their picture, or the empty place of one, is there too; always where everybody mentioned is asked for.
 */
export type InSentences = "no" | "with-picture" | "yes";

const LONGEST_NAME = 120;

/**
 * The name among the links to one person in one card: not hidden, not a part of the profile, not set off as somebody
 * mentioned; a link without a picture before one with, an inner link before an outer one, a shorter text before a
 * longer.
 */
export function nameChoice(
  anchors: readonly PersonAnchor[],
  inSentences: InSentences,
): NameChoice | undefined {
  const pictureTexts = anchors.flatMap((anchor) => anchor.pictureTexts);
  const spoken =
    inSentences === "yes" ||
    (inSentences === "with-picture" &&
      anchors.some(({ hasPicture, leaves }) => hasPicture || leaves.length === 0));
  const eligible = anchors.filter(
    (anchor) =>
      !anchor.hidden &&
      (anchor.part === undefined || !LEADS_ELSEWHERE.has(anchor.part)) &&
      (spoken || (!anchor.inStrong && !anchor.inSentence)),
  );
  const choices = eligible.flatMap((anchor) => {
    const leaf = nameLeaf(anchor, pictureTexts);
    // A name inside an inner link is that link's, whomever the outer one leads to.
    return leaf === undefined || leaf.element.closest("a") !== anchor.element
      ? []
      : [{ anchor, leaf }];
  });
  return choices.sort(byFitness)[0];
}

/** Parts of a profile whose links are never the person: they open something about them. */
const LEADS_ELSEWHERE: ReadonlySet<string> = new Set([
  "overlay",
  "detail",
  "details",
  "edit",
  "recent-activity",
  "opportunities",
  "add-edit",
]);

function byFitness(one: NameChoice, other: NameChoice): number {
  return (
    Number(one.anchor.hasPicture) - Number(other.anchor.hasPicture) ||
    Number(other.anchor.nested) - Number(one.anchor.nested) ||
    length(one.anchor) - length(other.anchor)
  );
}

const length = ({ leaves }: PersonAnchor): number =>
  leaves.reduce((sum, { text }) => sum + text.length, 0);

/**
 * The first piece of text that can be a name; if the card's pictures speak of a later one, that one. Pictures are
 * labelled "Alex Example" or in words around the name, in every language.
 */
function nameLeaf(anchor: PersonAnchor, pictureTexts: readonly string[]): TextLeaf | undefined {
  const possible = anchor.leaves.filter(({ text }) => canBeName(text));
  const first = possible[0];
  // A link with a picture and text may begin with the words for presence; the picture's own text tells.
  if (first === undefined || pictureTexts.some((label) => shareWord(label, first.text)))
    return first;
  return (
    possible.find(({ text }) =>
      pictureTexts.some((label) => label.includes(text) && shareWord(label, text)),
    ) ?? first
  );
}

function shareWord(one: string, other: string): boolean {
  const words = one.match(/[\p{L}\p{M}]{2,}/gu) ?? [];
  return words.some((word) => other.includes(word));
}

/** Names have letters, are not addresses, and do not begin as a degree does. */
export function canBeName(text: string): boolean {
  if (text.length === 0 || text.length > LONGEST_NAME) return false;
  if (!/\p{L}/u.test(text) || /^[•·∙‧・|]/u.test(text)) return false;
  return !/(?:^https?:|linkedin\.com|\/in\/|^www\.)/i.test(text);
}
