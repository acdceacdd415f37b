/**
 * Which of a card's links carries the person's name, decided from facts alone.
 */
import type { Alias } from "../../domain/person/person.ts";
import type { PersonAnchor } from "./person-anchors.ts";
import type { TextLeaf } from "../page/page-text.ts";
import {
  addsToAddress,
  isOwnSlug,
  readsAsSentence,
  supportOfName,
  writtenName,
  type NameEvidence,
} from "./written-name.ts";
import { unicodePattern } from "../address/unicode-pattern.ts";

/** The link and the piece of its text that is the name. */
export interface NameChoice {
  readonly anchor: PersonAnchor;
  readonly leaf: TextLeaf;
  /** The name as the site wrote it; of a translated piece what labels and the address agree with. */
  readonly name: string;
  /** See `supportOfName`. */
  readonly support: 0 | 1 | 2;
}

/**
 * Whether a name may stand in `strong` or among words of a sentence: never on most pages; where the site speaks about
 * people ("… wants to connect") if their picture, or the empty place of one, is there too; always where everybody mentioned is asked for.
 */
export type InSentences = "no" | "with-picture" | "yes";

const LONGEST_NAME = 120;

const LETTER = unicodePattern(String.raw`\p{L}`);
const LONG_WORD = unicodePattern(String.raw`[\p{L}\p{M}]{2,}`, "gu");
const TWO_WORDS = unicodePattern(String.raw`\p{L}{2,}[^\p{L}]+\p{L}{2,}`);
const LATIN_LETTERS = unicodePattern(String.raw`^\p{Script=Latin}+$`);
const LATIN = unicodePattern(String.raw`^[\p{Script=Latin}\p{M}\p{P}\p{S}\p{N}\s]+$`);

/**
 * The name among the links to one person in one card: not hidden, not a part of the profile, not set off as somebody
 * mentioned; a text that labels or the address speak for before one nothing speaks for, a link without a picture before one with,
 * an inner link before an outer one, a shorter text before a longer.
 *
 * @param actLabels labels of what can be done with the person in the same card, asked for only where the links do not settle it
 */
export function nameChoice(
  anchors: readonly PersonAnchor[],
  inSentences: InSentences,
  actLabels: () => readonly string[] = () => [],
): NameChoice | undefined {
  const pictureTexts = anchors.flatMap((anchor) => anchor.pictureTexts);
  const spoken =
    inSentences === "yes" ||
    (inSentences === "with-picture" &&
      anchors.some(({ hasPicture, leaves }) => hasPicture || leaves.length === 0));
  const eligible = withoutNewTabs(
    anchors.filter(
      (anchor) =>
        !anchor.hidden &&
        (anchor.part === undefined || !LEADS_ELSEWHERE.has(anchor.part)) &&
        !isPreview(anchor) &&
        (spoken || (!anchor.inStrong && !anchor.inSentence)),
    ),
  );
  const aliases = anchors.flatMap((anchor) => anchor.aliases);
  const possible = eligible.flatMap((anchor) => {
    const leaf = nameLeaf(anchor, pictureTexts);
    // A name inside an inner link is that link's, whomever the outer one leads to.
    return leaf === undefined ||
      leaf.element.closest("a") !== anchor.element ||
      isOwnSlug(leaf.text, aliases)
      ? []
      : [{ anchor, leaf }];
  });
  const [first] = possible;
  if (first === undefined) return undefined;
  const needsLabels = possible.some(
    ({ leaf }) =>
      leaf.text !== first.leaf.text ||
      leaf.translated === true ||
      supportOfName(leaf.text, { aliases, labels: pictureTexts }) === 0,
  );
  const labels = needsLabels ? [...pictureTexts, ...actLabels()] : pictureTexts;
  const evidence = { aliases, labels };
  const hasPicture = anchors.some((anchor) => anchor.hasPicture || anchor.leaves.length === 0);
  const choices = possible.flatMap((choice): readonly NameChoice[] => {
    const name = writtenName(choice.leaf, evidence);
    if (name === undefined) return [];
    const support = supportOfChoice(name, evidence, pictureTexts);
    const isForeign =
      (!hasPicture &&
        (support === 0 || (support === 1 && addsToAddress(name, aliases))) &&
        looksForeign(choice, name, evidence, inSentences === "yes")) ||
      (support === 0 && isAnotherName(choice.anchor, name, pictureTexts)) ||
      (support === 0 && followsUnreadable(choice)) ||
      isOwnLabel(choice, evidence);
    if (isForeign || (support < 2 && readsAsSentence(name, aliases))) return [];
    return [{ ...choice, name, support }];
  });
  const best = choices.toSorted(byFitness)[0];
  if (best?.support !== 0) return best;
  // Of different texts that nothing speaks for, one may be an act ("Follow") or another extension's words: nobody can tell which.
  const isAlone = choices.every(({ name }) => name === best.name);
  // Nor where a translator wrote a text that nothing agrees with: that may have been the name.
  const isAllRead = possible.every(({ leaf }) => writtenName(leaf, evidence) !== undefined);
  return isAlone && isAllRead && !isNamedElsewhere(best, anchors, aliases) ? best : undefined;
}

/** Whether the address speaks for another text that leads to the same person, as in a sentence about them ("Otto Brandt likes this"). */
const isNamedElsewhere = (
  { name }: NameChoice,
  anchors: readonly PersonAnchor[],
  aliases: readonly Alias[],
): boolean =>
  anchors.some(({ leaves }) =>
    leaves.some(
      ({ text }) =>
        TWO_WORDS().test(text) &&
        !shareWord(text, name) &&
        !isOwnSlug(text, aliases) &&
        supportOfName(text, { aliases, labels: [] }) > 0,
    ),
  );

/**
 * How much speaks for a name. An act is held by its own label ("Message" by "Message Alex"): where neither a picture nor the address speaks
 * for a text, a label that says more has to hold two words of it.
 */
function supportOfChoice(
  name: string,
  { aliases, labels }: NameEvidence,
  pictureTexts: readonly string[],
): 0 | 1 | 2 {
  if (supportOfName(name, { aliases, labels: pictureTexts }) === 0 && !TWO_WORDS().test(name))
    return 0;
  return supportOfName(name, {
    aliases,
    labels: labels.filter((label) => pictureTexts.includes(label) || label !== name),
  });
}

/** The site opens none of its people in a tab of its own, other extensions do. */
function withoutNewTabs(anchors: readonly PersonAnchor[]): readonly PersonAnchor[] {
  const here = anchors.filter(({ element }) => element.getAttribute("target") !== "_blank");
  return here.length > 0 ? here : anchors;
}

/** Whether a link shows a page that was handed on: it names the site it is from. */
const isPreview = ({ leaves }: PersonAnchor): boolean =>
  leaves.length > 1 && leaves.some(({ text }) => /^(?:[a-z]{2,3}\.)?linkedin\.com$/i.test(text));

/**
 * Whether only the picture in the same link says this one word, and the address is made of other words: the picture and the name of
 * another extension ("Kitebook").
 */
function isOwnLabel(
  { anchor, leaf }: { readonly anchor: PersonAnchor; readonly leaf: TextLeaf },
  { aliases, labels }: NameEvidence,
): boolean {
  const { text } = leaf;
  if (!anchor.pictureTexts.includes(text) || !LATIN_LETTERS().test(text)) return false;
  const others = labels.filter((label) => label !== text);
  return (
    aliases.some((alias) => /^slug:[a-z]{2,}-[a-z]{2,}/.test(alias)) &&
    supportOfName(text, { aliases, labels: others }) === 0
  );
}

/** Whether a text stands behind one that can be no name, where a name stands: what follows a name is a headline. */
const followsUnreadable = ({
  anchor: { leaves },
  leaf,
}: {
  readonly anchor: PersonAnchor;
  readonly leaf: TextLeaf;
}): boolean => leaves[0] !== undefined && leaves[0] !== leaf && !canBeName(leaves[0].text);

/** Whether the pictures of the card name somebody, and not by a word of this text. */
function isAnotherName(
  { inStrong, inSentence }: PersonAnchor,
  name: string,
  pictureTexts: readonly string[],
): boolean {
  const naming = pictureTexts.filter((label) => TWO_WORDS().test(label));
  const isLatin = LATIN().test(name) && naming.every((label) => LATIN().test(label));
  if (inStrong || inSentence || naming.length === 0 || !isLatin) return false;
  return !naming.some((label) => shareWord(label, name));
}

/**
 * Whether a link may be what another extension wrote beside a person ("Follow up"): it stands alone, without a picture, is no heading,
 * and none of its words is in the address. Where address and text are of different writings nobody can tell, and mentions are the site's.
 */
function looksForeign(
  { anchor, leaf }: { readonly anchor: PersonAnchor; readonly leaf: TextLeaf },
  name: string,
  { aliases }: NameEvidence,
  mentioned: boolean,
): boolean {
  if (anchor.inStrong || anchor.inSentence) return false;
  const slugs = aliases.filter((alias) => alias.startsWith("slug:"));
  // A link by member id says nothing. Heads of conversations are such links, and they are headings; so are senders of messages, which
  // are asked for with everybody mentioned. The site opens none of its people in a tab of its own.
  if (slugs.length === 0) {
    return mentioned
      ? anchor.element.getAttribute("target") === "_blank"
      : leaf.element.closest("h1,h2,h3,h4,dt") === null;
  }
  return LATIN().test(name) && slugs.some((alias) => /^slug:.*[a-z]/.test(alias));
}

/** Parts of a profile with links that are never the person: they open something about them. */
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
    other.support - one.support ||
    Number(one.anchor.hasPicture) - Number(other.anchor.hasPicture) ||
    Number(other.anchor.nested) - Number(one.anchor.nested) ||
    // Of a whole name and a part of it, the whole one.
    partOf(one, other) - partOf(other, one) ||
    length(one.anchor) - length(other.anchor)
  );
}

/** 1 when the first name is only a part of the second. */
const partOf = (one: NameChoice, other: NameChoice): number =>
  Number(one.name !== other.name && other.support > 0 && other.name.includes(one.name));

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
  const words = one.match(LONG_WORD()) ?? [];
  return words.some((word) => other.includes(word));
}

/** Names have letters, are not addresses, and do not begin as a degree does. */
export function canBeName(text: string): boolean {
  if (text.length === 0 || text.length > LONGEST_NAME) return false;
  if (!LETTER().test(text) || /^[•·∙‧・|]/u.test(text)) return false;
  // "Alex Example - Keeper of lights | LinkedIn" is the title of a page that somebody handed on.
  if (/\|\s*LinkedIn\b|\s[-–—]\s.*\|/i.test(text)) return false;
  return !/(?:^https?:|linkedin\.com|\/in\/|^www\.)/i.test(text);
}
