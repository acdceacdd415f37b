/**
 * Links to one person in one line or card, none of which stands in a block of its own: the site's mention, and what another extension
 * wrote beside it ("CRM").
 */
import type { Alias } from "../../domain/person/person.ts";
import { isInline } from "../page/page-text.ts";
import { ITEM } from "../page/regions.ts";
import type { PersonAnchor } from "./person-anchors.ts";
import { addsToAddress, supportOfName } from "./written-name.ts";

/** A link among words, and what it would be called. */
export interface NamedMention {
  readonly anchor: PersonAnchor;
  readonly name: string;
}

/** Whether a link is set off or among words: it stands in the card of somebody else. */
export const isMention = ({ inStrong, inSentence }: PersonAnchor): boolean =>
  inStrong || inSentence;

/**
 * Where a mention stands: its item, or where there is none its line. Two links to one person in there have to agree.
 *
 * @returns the link itself where it stands in neither
 */
export function lineOfMention(link: Element): Element {
  const item = link.closest(ITEM);
  if (item !== null) return item;
  let line = link.parentElement;
  while (line !== null && isInline(line)) line = line.parentElement;
  return line ?? link;
}

/**
 * The mentions that are the site's own, among those of one person in one place. All of them where they say the same name. Where they
 * differ, a link that opens no tab of its own comes first, then a name that the address spells out, then one that the address only
 * begins to ("Note Otto"). None where nothing speaks for one more than for another: nobody can tell which of them is the name.
 */
export function siteMentions<T extends NamedMention>(mentions: readonly T[]): readonly T[] {
  if (isOneName(mentions)) return mentions;
  const weights = mentions.map(weight);
  const most = Math.max(...weights);
  const kept = mentions.filter((_mention, index) => weights[index] === most);
  return isOneName(kept) || most === SPELLED ? kept : [];
}

const isOneName = (mentions: readonly NamedMention[]): boolean =>
  mentions.every(({ name }) => name === mentions[0]?.name);

const SPELLED = 3;

function weight({ anchor, name }: NamedMention): number {
  if (anchor.element.getAttribute("target") === "_blank") return 0;
  const { aliases } = anchor;
  if (!hasSupport(name, aliases)) return 1;
  return addsToAddress(name, aliases) ? 2 : SPELLED;
}

const hasSupport = (name: string, aliases: readonly Alias[]): boolean =>
  supportOfName(name, { aliases, labels: [] }) > 0;
