/**
 * What was read of links and cards in one go, in which the page cannot change: a post asks for its author after everybody in it was read.
 */
import type { PageCard } from "./cards.ts";
import { personAnchor, type PersonAnchor } from "./person-anchors.ts";
import type { PersonOnPage } from "./person-on-page.ts";

/** What is known of the page. To be forgotten when the go ends. */
export interface ReadOnce {
  /** The facts of a link; `undefined` when it leads to no person. */
  readonly anchor: (element: Element) => PersonAnchor | undefined;
  /**
   * The people of a card.
   *
   * @param evidence elements beside its links that the answer depends on
   * @param way what else it depends on
   * @param read reads them
   */
  readonly people: (
    card: PageCard,
    evidence: readonly Element[],
    way: string,
    read: () => readonly PersonOnPage[],
  ) => readonly PersonOnPage[];
}

/** People of a card, and what they were read from. */
interface KnownCard {
  readonly way: string;
  readonly from: readonly Element[];
  readonly people: readonly PersonOnPage[];
}

/** Nothing yet. */
export function readOnce(): ReadOnce {
  const anchors = new Map<Element, PersonAnchor | undefined>();
  const cards = new Map<Element, KnownCard[]>();
  return {
    anchor(element) {
      if (!anchors.has(element)) anchors.set(element, personAnchor(element));
      return anchors.get(element);
    },
    people(card, evidence, way, read) {
      const from = [...card.anchors.map(({ element }) => element), ...evidence];
      const known = cards.get(card.block) ?? [];
      cards.set(card.block, known);
      const same = known.find(
        (one) =>
          one.way === way &&
          one.from.length === from.length &&
          one.from.every((element, index) => element === from[index]),
      );
      if (same !== undefined) return same.people;
      const people = read();
      known.push({ way, from, people });
      return people;
    },
  };
}
