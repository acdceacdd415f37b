/**
 * The badges drawn in this document. It knows which name each belongs to and takes a badge away in the same moment as the page
 * changes under it: observers run before anything is painted, so nobody ever sees it beside another name.
 */
import type { PersonOnPage } from "../linkedin/people-on-page.ts";
import type { Glimpse } from "../messages.ts";
import { badgeElement, type OnUse } from "./badge.tsx";
import type { Proof } from "./proof.ts";
import type { Shown } from "./shown.ts";

interface Drawn {
  readonly anchor: Element;
  readonly host: HTMLElement;
  readonly proof: Proof;
}

/** How often a badge that the page removed is drawn again beside the same name. After that the page has made its point. */
const MOST_RETURNS = 3;

/** What the board is told, and asked. */
export interface BadgeBoard {
  /** Draws a badge with these styles beside a person's name, in place of an older one there. The proof is of when the person was read. */
  place(shown: Shown, glimpse: Glimpse, css: string): void;
  /** Whether a badge stands at this name and still belongs there. */
  has(anchor: Element): boolean;
  /** Takes away every badge whose place shows something else now; answers the places, to be read again. */
  recheck(records: readonly MutationRecord[]): readonly Element[];
  /** Whether this is a badge, or was one. */
  owns(node: Node): boolean;
  /** Takes away the badges for which this is true. */
  remove(which: (anchor: Element) => boolean): void;
}

/** An empty board. */
export function badgeBoard(
  document: Document,
  onUse: (person: PersonOnPage, ...used: Parameters<OnUse>) => void,
): BadgeBoard {
  const byAnchor = new Map<Element, Drawn>();
  const returns = new WeakMap<Element, number>();
  const hosts = new WeakSet<Node>();
  /** What a change inside of concerns a badge: the name's element, and the link around or in it. */
  const watched = new WeakMap<Node, Drawn>();

  const takeAway = (drawn: Drawn): void => {
    byAnchor.delete(drawn.anchor);
    for (const node of drawn.proof.read) if (watched.get(node) === drawn) watched.delete(node);
    drawn.host.remove();
  };

  /** The badges that these changes may concern, in time proportional to the changes and hardly to the badges. */
  const concerned = (records: readonly MutationRecord[]): ReadonlySet<Drawn> => {
    const found = new Set<Drawn>();
    for (const { target } of records) {
      for (let node: Node | null = target; node !== null; node = node.parentNode) {
        const drawn = watched.get(node);
        if (drawn !== undefined) found.add(drawn);
      }
    }
    if (records.some(({ removedNodes }) => removedNodes.length > 0)) {
      for (const drawn of byAnchor.values())
        if (!drawn.anchor.isConnected || !drawn.host.isConnected) found.add(drawn);
    }
    return found;
  };

  return {
    place({ person, proof }, glimpse, css) {
      const { anchor, placement, form } = person;
      if ((returns.get(anchor) ?? 0) > MOST_RETURNS) return;
      const older = byAnchor.get(anchor);
      if (older) takeAway(older);
      const host = badgeElement(document, { glimpse, form }, css, (...used) =>
        onUse(person, ...used),
      );
      hosts.add(host);
      if (placement === "append") anchor.append(host);
      else anchor.after(host);
      const drawn = { anchor, host, proof };
      byAnchor.set(anchor, drawn);
      for (const node of proof.read) watched.set(node, drawn);
    },
    has(anchor) {
      const drawn = byAnchor.get(anchor);
      return drawn !== undefined && drawn.host.isConnected && drawn.proof.holds();
    },
    recheck(records) {
      const again = new Set<Element>();
      for (const drawn of concerned(records)) {
        const holds = drawn.proof.holds();
        if (holds && drawn.host.isConnected) continue;
        takeAway(drawn);
        if (!drawn.anchor.isConnected) continue;
        if (holds) returns.set(drawn.anchor, (returns.get(drawn.anchor) ?? 0) + 1);
        again.add(drawn.anchor);
      }
      return [...again];
    },
    owns: (node) => hosts.has(node),
    remove(which) {
      for (const drawn of byAnchor.values()) if (which(drawn.anchor)) takeAway(drawn);
    },
  };
}
