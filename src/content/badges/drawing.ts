/**
 * From people read on the page to badges beside their names: how things stand is asked once for all who come near the window, and
 * nothing is drawn before the page may be drawn on, nor beside a name that meanwhile is another.
 */
import type { Alias } from "../../domain/person/person.ts";
import { isSignedOut } from "../../linkedin/page/signed-out-page.ts";
import { askFromSite } from "../../protocol/transport.ts";
import type { SitePermission, SiteStyles } from "../../protocol/site-questions.ts";
import { glimpses } from "../page/glimpses.ts";
import type { ShownPerson } from "../page/shown.ts";
import type { SignedIn } from "../page/signed-in.ts";
import type { ThreadPeople } from "../page/thread-people.ts";
import { type BadgeBoard, badgeBoard } from "./badge-board.ts";
import { badgePlace } from "./badge-place.ts";
import { glanceCard } from "./glance-card.ts";
import { hydrated } from "./hydration.ts";
import { nearWindow } from "./near-window.ts";
import { watchTheme } from "./page-theme.ts";
import { personInFront } from "./person-in-front.ts";

/** How long (ms) badges are drawn without a pause. */
const DRAWN_AT_ONCE_MS = 8;

/** What is done with people and their badges. */
export interface Drawing extends Pick<BadgeBoard, "recheck" | "owns"> {
  /** Takes down who stands at a name now. */
  readonly note: (one: ShownPerson) => void;
  /** Draws the badges of people taken down before, as soon as they come near the window and the page may be drawn on. */
  readonly show: (people: readonly ShownPerson[]) => void;
  /** The same for the people in lists of conversations. */
  readonly showRows: () => Promise<void>;
  /** Asks anew how things stand with everybody who is near the window, and with the others when they come near. */
  readonly refresh: () => Promise<void>;
  /** Opens the person of the profile, or of the row that has the focus. */
  readonly openInFront: () => void;
  /** Takes away the badge of the profile. */
  readonly removeProfile: () => void;
  /** Takes away what was drawn beside the member's own name before it was known as that. */
  readonly removeMember: () => void;
}

/** Who is around, and how far one may go. */
interface DrawingContext extends Pick<SitePermission, "noBadgesIn" | "opensBeside"> {
  readonly viewer: SignedIn;
  readonly rows: ThreadPeople;
  /** Whether anything may be drawn. */
  readonly draw: boolean;
  readonly attempt: (work: Promise<unknown>) => void;
}

const inDocumentOrder = (anchors: readonly Element[]): readonly Element[] =>
  anchors.toSorted((one, other) =>
    one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );

/** Nothing drawn yet; everything is taken away when the signal is aborted. */
export function drawing(
  document: Document,
  { viewer, rows, draw, noBadgesIn, opensBeside, attempt }: DrawingContext,
  signal: AbortSignal,
): Drawing {
  const known = glimpses();
  const shown = new Map<Element, ShownPerson>();
  /** So many names are taken down before those that are gone are dropped. */
  let most = 1000;
  /** Names that came near before the page was ready for a badge. */
  const early: Element[] = [];
  let ready = false;
  let opening = false;
  let styles: SiteStyles | undefined;

  const open = (alias: Alias | undefined, beside: boolean): void => {
    glance.close();
    if (opening) return;
    opening = true;
    const asked = { ...(alias !== undefined && { alias }), ...(beside && { beside }) };
    const opened = askFromSite.openPerson({ ...asked, viewer: viewer.member() });
    attempt(opened.finally(() => (opening = false)));
  };
  const glance = glanceCard(document, signal);
  const board = badgeBoard(document, {
    enter: ({ badge, look }) =>
      glance.open({
        glimpse: look.glimpse,
        at: badge.host,
        theme: theme(),
        css: look.styles.glance,
      }),
    leave: ({ badge }) => glance.close(badge.host),
    open: ({ person }) => open(person.aliases[0], opensBeside),
  });
  const theme = watchTheme(document, board.dress, signal);
  signal.addEventListener("abort", () => board.remove(() => true));

  const isProfile = (anchor: Element): boolean => shown.get(anchor)?.person.size === "full";

  /** Somebody at a name that still is what it was. */
  const there = (anchor: Element): readonly ShownPerson[] => {
    const one = shown.get(anchor);
    return one?.proof.holds() && !viewer.isMember(one.person) ? [one] : [];
  };

  /** Draws, changes or takes away the badge at a name. */
  const drawOne = (one: ShownPerson, style: SiteStyles): void => {
    const { anchor, size } = one.person;
    const glimpse = known.of(one.person, Date.now());
    if (glimpse === undefined) return;
    if (glimpse === "stranger") board.remove((other) => other === anchor);
    else if (board.has(anchor)) board.say(anchor, glimpse);
    else {
      // A page is one person's profile: while it is put together its place may be found twice, and the later one is the better.
      if (size === "full") board.remove(isProfile);
      board.place(one, { glimpse, size, styles: style, theme: theme() });
    }
  };

  const drawAt = async (anchors: readonly Element[]): Promise<void> => {
    if (!ready) early.push(...anchors);
    let end = performance.now() + DRAWN_AT_ONCE_MS;
    for (const anchor of anchors) {
      if (performance.now() > end) {
        await new Promise((goOn) => setTimeout(goOn));
        end = performance.now() + DRAWN_AT_ONCE_MS;
      }
      if (!ready || styles === undefined || signal.aborted) return;
      // The answer took a moment: the place may show somebody else by now.
      for (const one of there(anchor)) drawOne(one, styles);
    }
  };

  const askAbout = async (anchors: readonly Element[]): Promise<void> => {
    const persons = anchors.flatMap(there).map(({ person }) => person);
    if (persons.length === 0 || isSignedOut(document)) return;
    [styles] = await Promise.all([
      styles ?? askFromSite.styles(),
      known.ask(persons, viewer.member(), Date.now()),
    ]);
    await drawAt(anchors);
  };
  const near = nearWindow((anchors) => attempt(askAbout(anchors)), signal);

  const mayHave = ({ person }: ShownPerson): boolean =>
    draw && !noBadgesIn.includes(badgePlace(person.surface));

  const show = (people: readonly ShownPerson[]): void => {
    for (const { person } of people.filter(mayHave))
      if (!board.has(person.anchor)) near.watch(person.anchor);
  };

  const note = (one: ShownPerson): void => {
    shown.set(one.person.anchor, one);
    if (shown.size <= most) return;
    for (const anchor of shown.keys()) if (!anchor.isConnected) shown.delete(anchor);
    most = shown.size * 2 + 1000;
  };

  const showRows = async (): Promise<void> => {
    const found = await rows.ask(viewer.member());
    const named = new Set(found.map(({ person }) => person.anchor));
    board.remove((anchor) => rows.isRow(anchor) && !named.has(anchor));
    for (const one of found) note(one);
    show(found);
  };

  attempt(
    hydrated(document, signal).then(() => {
      ready = true;
      return drawAt(early.splice(0));
    }),
  );

  return {
    recheck: board.recheck,
    owns: board.owns,
    note,
    show,
    showRows,
    async refresh() {
      if (!draw) return;
      known.forget();
      for (const [anchor, one] of shown)
        if (!anchor.isConnected) shown.delete(anchor);
        else if (mayHave(one)) near.watchAgain(anchor);
      await showRows();
    },
    openInFront() {
      // Also where nothing is drawn. Where nobody is in front the popup opens as it is.
      const anchors = [...shown.keys()].filter((anchor) => there(anchor).length > 0);
      const anchor = personInFront(document, inDocumentOrder(anchors), isProfile);
      open(anchor && shown.get(anchor)?.person.aliases[0], false);
    },
    // The place may have been read as somebody's in between: what the badge was drawn for tells.
    removeProfile: () => board.remove((anchor, holds) => isProfile(anchor) || !holds()),
    removeMember: () =>
      board.remove((anchor) => {
        const one = shown.get(anchor);
        return one !== undefined && viewer.isMember(one.person);
      }),
  };
}
