/**
 * Which part of a page belongs to which person: the largest block around a link that holds no other person's.
 */
import type { Alias } from "../../domain/person/person.ts";
import type { PersonAnchor } from "./person-anchors.ts";
import { CONTAINER, ITEM } from "../page/regions.ts";

/** All links to one person within one block. */
export interface PageCard {
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
 *
 * @param others links to the people whose cards these may stand in: they mark their blocks as well, and have no card here
 */
export function personCards(
  anchors: readonly PersonAnchor[],
  others: readonly PersonAnchor[] = [],
): readonly PageCard[] {
  const keys = keysOf([...anchors, ...others]);
  const kinds: Kinds = new Map();
  const withKeys = (some: readonly PersonAnchor[]): readonly KeyedAnchor[] =>
    some.flatMap((anchor) => {
      const [first] = anchor.aliases;
      if (first === undefined) return [];
      const key = keys.get(first) ?? first;
      return [{ anchor, key, around: blocksAround(anchor.element, kinds) }];
    });
  const keyed = withKeys(anchors);
  const owners = ownersOf([...keyed, ...withKeys(others)]);
  const cards = new Map<Element, Map<Alias, PersonAnchor[]>>();
  for (const { anchor, key, around } of keyed) {
    const block = blockOf(around, key, owners) ?? anchor.element;
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
  /** The link and the blocks around it, up to its item. */
  readonly around: readonly Element[];
}

/** What was found out about a block: links of one page share most of theirs. */
type Kinds = Map<Element, "item" | "container" | "plain">;

function ownersOf(keyed: readonly KeyedAnchor[]): Owners {
  const owners = new Map<Element, Alias | typeof SEVERAL>();
  const outside = new Set<Element>();
  for (const { anchor, key, around } of keyed) {
    if (!ownsBlocks(anchor)) continue;
    let last: Element = anchor.element;
    for (const block of around) {
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

/** One key for a person with links by slug and by member id. */
function keysOf(anchors: readonly PersonAnchor[]): ReadonlyMap<Alias, Alias> {
  const keys = new Map<Alias, Alias>();
  for (const { aliases } of anchors) {
    const [slug, member] = aliases;
    if (slug !== undefined && member !== undefined) keys.set(member, slug);
  }
  return keys;
}

function blocksAround(link: Element, kinds: Kinds): readonly Element[] {
  const around: Element[] = [];
  let node: Element | null = link;
  for (let level = 0; node !== null && level < MOST_LEVELS; level += 1) {
    const kind = kinds.get(node) ?? kindOf(node);
    kinds.set(node, kind);
    if (level > 0 && kind === "container") break;
    around.push(node);
    if (kind === "item") break;
    node = node.parentElement;
  }
  return around;
}

function kindOf(element: Element): "item" | "container" | "plain" {
  return element.matches(CONTAINER) ? "container" : element.matches(ITEM) ? "item" : "plain";
}

/** The outermost block of a person around a link; none if it stands in somebody else's. */
function blockOf(around: readonly Element[], key: Alias, owners: Owners): Element | undefined {
  let found: Element | undefined;
  for (const block of around) {
    const owner = owners.get(block);
    if (owner === key) found = block;
    else if (owner !== undefined) break;
  }
  return found;
}
