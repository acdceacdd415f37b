/**
 * The badges drawn in this document. It knows which name each belongs to and takes a badge away in the same moment as the page
 * changes under it: observers run before anything is painted, so nobody ever sees it beside another name.
 */
import type { PersonOnPage } from "../../linkedin/people/people-on-page.ts";
import type { Glimpse } from "../../protocol/site-questions.ts";
import type { Proof } from "../page/proof.ts";
import type { ShownPerson } from "../page/shown.ts";
import { type Badge, badge, type BadgeLook } from "./badge.ts";
import { type BadgeUse, listenToBadge } from "./badge-events.ts";
import type { PageTheme } from "./page-theme.ts";

interface Drawn {
  readonly anchor: Element;
  readonly badge: Badge;
  /** The outermost heading, link or button around the badge. */
  readonly around: Element | undefined;
  readonly proof: Proof;
  readonly ended: AbortController;
  /** Shows another state of the person. */
  readonly say: (glimpse: Glimpse) => void;
}

/** A badge in use, with the person and the look it was drawn with. */
export interface UsedBadge {
  readonly badge: Badge;
  readonly person: PersonOnPage;
  readonly look: BadgeLook;
}

/** What is done when a badge of this board is used. */
export interface BoardUse {
  readonly enter: (used: UsedBadge) => void;
  readonly leave: (used: UsedBadge) => void;
  readonly open: (used: UsedBadge) => void;
}

/** How often a badge that the page removed is drawn again beside the same name. After that the page has made its point. */
const MOST_RETURNS = 3;

/** Elements that are named by what they contain. */
const NAMED_BY_CONTENT =
  "a,button,h1,h2,h3,h4,h5,h6,[role=heading],[role=link],[role=button],[role=option],[role=tab]";

/** Elements that may hold elements of one kind only. */
const LISTS = "ul,ol,table,thead,tbody,tr,select";

/** The board of a document. */
export interface BadgeBoard {
  /** Draws a badge beside a person's name, in place of an older one there. The proof is of when the person was read. */
  place(shown: ShownPerson, look: BadgeLook): void;
  /** Whether a badge stands at this name and still belongs there. */
  has(anchor: Element): boolean;
  /** The badge at this name shows another state of the same person; nothing happens where it shows that already. */
  say(anchor: Element, glimpse: Glimpse): void;
  /** Takes away every badge with a place that shows something else now; answers the places, to be read again. */
  recheck(records: readonly MutationRecord[]): readonly Element[];
  /** Whether this is a badge, or was one. */
  owns(node: Node): boolean;
  /** Takes away the badges for which this is true; it is also told whether the place still shows the person. */
  remove(which: (anchor: Element, holds: () => boolean) => boolean): void;
  /** Dresses all badges for the theme of the page. */
  dress(theme: PageTheme): void;
}

/** The outermost element around a place that would take a badge's words into its own name. */
function namedAround(place: Element): Element | undefined {
  let around: Element | undefined;
  for (let node: Element | null = place; node !== null; node = node.parentElement)
    if (node.matches(NAMED_BY_CONTENT)) around = node;
  return around?.parentElement?.matches(LISTS) ? undefined : around;
}

/** An empty board. */
export function badgeBoard(document: Document, use: BoardUse): BadgeBoard {
  const byAnchor = new Map<Element, Drawn>();
  const returns = new WeakMap<Element, number>();
  const hosts = new WeakSet<Node>();
  /** What a change inside of concerns a badge: the name's element, and the link around or in it. */
  const watched = new WeakMap<Node, Drawn>();

  const takeAway = (drawn: Drawn): void => {
    byAnchor.delete(drawn.anchor);
    for (const node of drawn.proof.read) if (watched.get(node) === drawn) watched.delete(node);
    drawn.ended.abort();
    drawn.badge.host.remove();
    drawn.badge.spoken?.remove();
  };

  const isThere = ({ badge: { host, spoken } }: Drawn): boolean =>
    host.isConnected && spoken?.isConnected !== false;

  /** A list may move a link that is a row of its own: what is spoken of it goes along. */
  const followLink = ({ around, badge: { spoken } }: Drawn): void => {
    if (spoken && around && spoken.parentNode !== around.parentNode) around.after(spoken);
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
      for (const drawn of byAnchor.values()) {
        if (!drawn.anchor.isConnected || !isThere(drawn)) found.add(drawn);
        else followLink(drawn);
      }
    }
    return found;
  };

  const usesOf = (person: PersonOnPage, look: () => BadgeLook): BadgeUse => {
    const used = (of: Badge): UsedBadge => ({ badge: of, person, look: look() });
    return {
      enter: (of) => use.enter(used(of)),
      leave: (of) => use.leave(used(of)),
      open: (of) => use.open(used(of)),
    };
  };

  return {
    place({ person, proof }, look) {
      const { anchor, placement } = person;
      if ((returns.get(anchor) ?? 0) > MOST_RETURNS) return;
      const older = byAnchor.get(anchor);
      if (older) takeAway(older);
      const parent = placement === "append" ? anchor : anchor.parentElement;
      if (parent === null) return;
      const around = namedAround(parent);
      const made = badge(document, look, around !== undefined);
      const ended = new AbortController();
      let now = look;
      const uses = usesOf(person, () => now);
      listenToBadge(made, uses, ended.signal);
      hosts.add(made.host);
      if (placement === "append") anchor.append(made.host);
      else anchor.after(made.host);
      if (made.spoken) {
        hosts.add(made.spoken);
        around?.after(made.spoken);
      }
      const say = (glimpse: Glimpse): void => {
        if (JSON.stringify(glimpse) === JSON.stringify(now.glimpse)) return;
        now = { ...now, glimpse };
        made.say(glimpse);
        // A card that is open beside it says what was.
        uses.leave(made);
      };
      const drawn = { anchor, badge: made, around, proof, ended, say };
      byAnchor.set(anchor, drawn);
      for (const node of proof.read) watched.set(node, drawn);
    },
    has(anchor) {
      const drawn = byAnchor.get(anchor);
      return drawn !== undefined && isThere(drawn) && drawn.proof.holds();
    },
    say: (anchor, glimpse) => byAnchor.get(anchor)?.say(glimpse),
    recheck(records) {
      const again = new Set<Element>();
      for (const drawn of concerned(records)) {
        const holds = drawn.proof.holds();
        if (holds && isThere(drawn)) continue;
        takeAway(drawn);
        if (!drawn.anchor.isConnected) continue;
        if (holds) returns.set(drawn.anchor, (returns.get(drawn.anchor) ?? 0) + 1);
        again.add(drawn.anchor);
      }
      return [...again];
    },
    owns: (node) => hosts.has(node),
    remove(which) {
      for (const drawn of byAnchor.values())
        if (which(drawn.anchor, drawn.proof.holds)) takeAway(drawn);
    },
    dress(theme) {
      for (const drawn of byAnchor.values()) drawn.badge.dress(theme);
    },
  };
}
