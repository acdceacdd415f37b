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

/**
 * Links grouped to cards. A link marks every block up to its item with its person; a block marked by two people is
 * nobody's card.
 */
export function personCards(anchors: readonly PersonAnchor[]): readonly PersonCard[] {
  const keys = keysOf(anchors);
  const keyOf = (anchor: PersonAnchor): Alias | undefined => {
    const first = anchor.aliases[0];
    return first === undefined ? undefined : (keys.get(first) ?? first);
  };
  const owners = new Map<Element, Alias | typeof SEVERAL>();
  for (const anchor of anchors) {
    const key = keyOf(anchor);
    if (key === undefined || !ownsBlocks(anchor)) continue;
    for (const block of blocksAround(anchor.element)) {
      const owner = owners.get(block);
      if (owner === undefined) owners.set(block, key);
      else if (owner !== key) owners.set(block, SEVERAL);
    }
  }
  const cards = new Map<Element, Map<Alias, PersonAnchor[]>>();
  for (const anchor of anchors) {
    const key = keyOf(anchor);
    if (key === undefined) continue;
    const block = blockOf(anchor, key, owners);
    const here = cards.get(block) ?? new Map<Alias, PersonAnchor[]>();
    cards.set(block, here);
    here.set(key, [...(here.get(key) ?? []), anchor]);
  }
  return [...cards].flatMap(([block, here]) =>
    [...here].map(([key, of]) => ({ key, block, anchors: of })),
  );
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

function blockOf(
  anchor: PersonAnchor,
  key: Alias,
  owners: ReadonlyMap<Element, Alias | typeof SEVERAL>,
): Element {
  let block = anchor.element;
  for (const around of blocksAround(anchor.element)) {
    if (owners.get(around) !== key && around !== anchor.element) break;
    block = around;
  }
  return block;
}
