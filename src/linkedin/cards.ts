/**
 * Which part of a page belongs to which person: the largest block around a link that holds no other person's.
 */
import type { Alias } from "../domain/person.ts";
import type { PersonAnchor } from "./person-anchors.ts";
import { CONTAINER, ITEM } from "./regions.ts";

/** All links to one person within one block. */
export interface PersonCard {
  readonly key: Alias;
  readonly block: Element;
  /** In page order. */
  readonly anchors: readonly PersonAnchor[];
}

/** Blocks nested deeper than this are taken as they are: pages measured have 12 to 20 levels from a link to its item. */
const MOST_LEVELS = 40;

const SEVERAL = Symbol("several people");

type Owners = ReadonlyMap<Element, Alias | typeof SEVERAL>;

/**
 * Links grouped to cards. A link marks every block up to its item with its person; a block marked by two people, or
 * that holds whole items, is nobody's card.
 */
export function personCards(anchors: readonly PersonAnchor[]): readonly PersonCard[] {
  const keys = keysOf(anchors);
  const keyed = anchors.flatMap((anchor) => {
    const [first] = anchor.aliases;
    return first === undefined ? [] : [{ anchor, key: keys.get(first) ?? first }];
  });
  const owners = ownersOf(keyed);
  const cards = new Map<Element, Map<Alias, PersonAnchor[]>>();
  for (const { anchor, key } of keyed) {
    const block = blockOf(anchor.element, key, owners);
    const here = cards.get(block) ?? new Map<Alias, PersonAnchor[]>();
    cards.set(block, here);
    here.set(key, [...(here.get(key) ?? []), anchor]);
  }
  return [...cards].flatMap(([block, here]) =>
    [...here].map(([key, of]) => ({ key, block, anchors: of })),
  );
}

interface KeyedAnchor {
  readonly anchor: PersonAnchor;
  readonly key: Alias;
}

function ownersOf(keyed: readonly KeyedAnchor[]): Owners {
  const owners = new Map<Element, Alias | typeof SEVERAL>();
  const outside = new Set<Element>();
  for (const { anchor, key } of keyed) {
    if (!ownsBlocks(anchor)) continue;
    let last: Element = anchor.element;
    for (const block of blocksAround(anchor.element)) {
      const owner = owners.get(block);
      owners.set(block, owner === undefined || owner === key ? key : SEVERAL);
      last = block;
    }
    // A comment is an item of its own inside the item of its post: the post's author does not own the comments.
    for (
      let node = last.parentElement;
      node !== null && !outside.has(node);
      node = node.parentElement
    ) {
      outside.add(node);
    }
  }
  for (const block of outside) owners.set(block, SEVERAL);
  return owners;
}

/** Links in sentences and in `strong` stand in other people's cards and own none. */
function ownsBlocks(anchor: PersonAnchor): boolean {
  return !anchor.inStrong && !anchor.inSentence && !anchor.hidden;
}

/** One key for a person whose links name them sometimes by slug, sometimes by member id. */
function keysOf(anchors: readonly PersonAnchor[]): ReadonlyMap<Alias, Alias> {
  const keys = new Map<Alias, Alias>();
  for (const { aliases } of anchors) {
    const [slug, member] = aliases;
    if (slug !== undefined && member !== undefined) keys.set(member, slug);
  }
  return keys;
}

function* blocksAround(element: Element): Generator<Element> {
  let node: Element | null = element;
  for (let level = 0; node !== null && level < MOST_LEVELS; level += 1) {
    if (level > 0 && node.matches(CONTAINER)) return;
    yield node;
    if (node.matches(ITEM)) return;
    node = node.parentElement;
  }
}

/** The outermost block of a person around a link; the link itself if it stands in somebody else's or in nobody's. */
function blockOf(link: Element, key: Alias, owners: Owners): Element {
  let block = link;
  for (const around of blocksAround(link)) {
    const owner = owners.get(around);
    if (owner === key) block = around;
    else if (owner !== undefined) break;
  }
  return block;
}
