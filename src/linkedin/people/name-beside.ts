/**
 * Names that stand beside the only link to their person: that link holds a picture, the name is plain text near it. Seen on sent
 * invitations of the newer layout (April 2026) and on notifications of the older one (2022), where the name is `strong` in a link of
 * the notification's own.
 */
import { unicodePattern } from "../address/unicode-pattern.ts";
import { canBeName } from "./name-choice.ts";
import { squeezed, textLeaves, type TextLeaf } from "../page/page-text.ts";
import type { PersonAnchor } from "./person-anchors.ts";
import { ITEM, WRITTEN_TEXT } from "../page/regions.ts";
import { isOwnSlug, isSpelled, writtenName } from "./written-name.ts";

/** A name without a link of its own. */
export interface NameBeside {
  readonly leaf: TextLeaf;
  readonly name: string;
  /** True when it stands in a link that leads elsewhere: what follows it there is about something else. */
  readonly inOtherLink: boolean;
}

/** Pieces of text looked at: a name comes first. */
const MOST_PIECES = 16;

const PERSON = 'a[href*="/in/"]';

/** A digit of any script. */
const COUNT = unicodePattern(String.raw`\p{Nd}`);

/**
 * The name beside the pictures of one person, in the person's own card or, where several people share one, in their item.
 *
 * @param block the card; the link itself where it has none
 * @returns `undefined` unless a picture or an act of the card names the person by exactly this text, or the address spells it out
 */
export function nameBeside(
  block: Element,
  anchors: readonly PersonAnchor[],
  actLabels: () => readonly string[],
): NameBeside | undefined {
  const pictures = anchors.filter(
    ({ hasPicture, leaves, hidden, part }) =>
      // An empty link is the place of a picture that is not there.
      (hasPicture || leaves.length === 0) && !hidden && !part,
  );
  // Who is mentioned in a sentence has a link of their own: it is not shown, and neither is the name somewhere near it.
  const isMentioned = anchors.some(({ inStrong, inSentence }) => inStrong || inSentence);
  if (pictures.length === 0 || isMentioned) return undefined;
  const aliases = anchors.flatMap((anchor) => anchor.aliases);
  const own = pictures.flatMap(({ pictureTexts }) => pictureTexts);
  const isAlone = !pictures.some(({ element }) => element === block);
  const item = isAlone ? block : block.closest(ITEM);
  if (item === null) return undefined;
  const acts = isAlone ? actLabels() : [];
  const labels = [...own, ...acts];
  const others = isAlone ? [] : otherPictures(item, anchors);
  const linked = anchors.flatMap(({ leaves, hidden }) => (hidden ? [] : leaves)).filter(isName);
  for (const leaf of textLeaves(item, MOST_PIECES)) {
    const { element, text } = leaf;
    if (!canBeName(text) || isOwnSlug(text, aliases) || element.closest(PERSON) !== null) continue;
    if (element.closest(WRITTEN_TEXT) !== null) continue;
    // "1 comment" leads to the post, and its label goes on with a name: "1 comment on Alex Example's post".
    if (COUNT().test(text)) continue;
    const name = writtenName(leaf, { aliases, labels });
    if (name === undefined) continue;
    // A label that holds what a link to the person says is about that text: "one comment on Alex Example's post" names Alex Example.
    const isSpokenFor = (label: string): boolean =>
      names(label, name) &&
      !linked.some((own) => !name.includes(own.text) && label.includes(own.text));
    // Where several people share an item only their pictures tell the person of a name.
    const speaking = isWordOfAct(leaf) ? own : labels;
    const isTheirs = speaking.some(isSpokenFor) || (isAlone && isSpelled(name, aliases));
    if (!isTheirs) continue;
    if (others.some((label) => names(label, name))) return undefined;
    return { leaf, name, inOtherLink: element.closest("a[href]") !== null };
  }
  return undefined;
}

/** Whether a text is what an act says: its own label holds it ("Message" in "Message Alex Example"), and names nobody by it. */
function isWordOfAct({ element, text }: TextLeaf): boolean {
  const act = element.closest("a,[role=button]");
  const label = act?.getAttribute("aria-label") ?? act?.getAttribute("title") ?? "";
  return squeezed(label).includes(text);
}

const isName = ({ text }: TextLeaf): boolean => canBeName(text);

/** Labels of everybody else's pictures in one item. */
function otherPictures(item: Element, anchors: readonly PersonAnchor[]): readonly string[] {
  return [...item.querySelectorAll(`:is(${PERSON}) img[alt]`)]
    .filter((picture) => !anchors.some(({ element }) => element.contains(picture)))
    .map((picture) => picture.getAttribute("alt") ?? "");
}

/**
 * Whether a label names somebody by this text: it is the text, begins with it, or holds it as a name of at least two words. A single
 * word in the middle may be any word of the label ("profile").
 */
function names(label: string, text: string): boolean {
  return (
    label === text || (label.includes(text) && (/\S\s+\S/.test(text) || label.startsWith(text)))
  );
}
