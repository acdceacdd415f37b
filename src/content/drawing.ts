/**
 * From people read on the page to badges beside their names: how things stand is asked once for all of them, and nothing is drawn
 * before the page may be drawn on, nor beside a name that meanwhile is another.
 */
import { askFromSite, type SiteStyles } from "../messages.ts";
import { type BadgeBoard, badgeBoard } from "./badge-board.ts";
import { glimpses } from "./glimpses.ts";
import { hydrated } from "./hydration.ts";
import { openCard } from "./page-card.tsx";
import type { Shown } from "./shown.ts";
import type { SignedIn } from "./signed-in.ts";
import type { ThreadPeople } from "./thread-people.ts";

/** How long (ms) badges are drawn at a stretch. */
const DRAWN_AT_ONCE_MS = 8;

/** What is told of people, and asked of their badges. */
export interface Drawing extends Pick<BadgeBoard, "recheck" | "owns"> {
  /** Takes down whom a name stands for now. */
  readonly note: (one: Shown) => void;
  /** Asks about people taken down before, and draws their badges as soon as that may be. */
  readonly show: (people: readonly Shown[]) => Promise<void>;
  /** The same for the people in lists of conversations. */
  readonly showRows: () => Promise<void>;
  /** Takes away the badge of the profile. */
  readonly removeProfile: () => void;
  /** Takes away what was drawn beside the member's own name before it was known whose it is. */
  readonly removeMember: () => void;
}

/** Who is around, and how far one may go. */
interface Surroundings {
  readonly viewer: SignedIn;
  readonly rows: ThreadPeople;
  /** Whether anything may be drawn. */
  readonly draw: boolean;
  readonly attempt: (work: Promise<unknown>) => void;
}

/** Nothing drawn yet; everything is taken away when the signal is aborted. */
export function drawing(
  document: Document,
  { viewer, rows, draw, attempt }: Surroundings,
  signal: AbortSignal,
): Drawing {
  const known = glimpses();
  const shown = new WeakMap<Element, Shown>();
  /** Whom the page was not ready for yet. */
  const early: Shown[] = [];
  let ready = false;
  let styles: SiteStyles | undefined;

  const board = badgeBoard(document, ({ aliases: [alias], name }, box, returnFocus) => {
    if (alias === undefined) return;
    const facts = () => askFromSite.siteCard({ alias, viewer: viewer.member() });
    const more = () => attempt(askFromSite.openPerson({ alias, viewer: viewer.member() }));
    const css = styles?.card ?? "";
    attempt(openCard(document, { name, facts, more, box, returnFocus, css }, signal));
  });
  signal.addEventListener("abort", () => board.remove(() => true));

  const isProfile = (anchor: Element): boolean => shown.get(anchor)?.person.form === "full";

  const drawAll = async (people: readonly Shown[]): Promise<void> => {
    if (!ready) early.push(...people);
    let end = performance.now() + DRAWN_AT_ONCE_MS;
    for (const one of people) {
      const { person, proof } = one;
      if (performance.now() > end) {
        await new Promise((goOn) => setTimeout(goOn));
        end = performance.now() + DRAWN_AT_ONCE_MS;
      }
      if (!ready || styles === undefined || signal.aborted) return;
      // The answer took a moment: the place may show somebody else by now.
      if (shown.get(person.anchor) !== one || !proof.holds() || board.has(person.anchor)) continue;
      if (viewer.isMember(person)) continue;
      const glimpse = known.of(person, Date.now());
      if (glimpse === undefined) continue;
      // A page is one person's profile: while it is put together its place may be found twice, and the later one is the better.
      if (person.form === "full") board.remove(isProfile);
      board.place(one, glimpse, styles.badge);
    }
  };

  const show = async (people: readonly Shown[]): Promise<void> => {
    if (!draw) return;
    const persons = people.map(({ person }) => person);
    [styles] = await Promise.all([
      styles ?? askFromSite.styles(),
      known.ask(persons, viewer.member(), Date.now()),
    ]);
    await drawAll(people);
  };

  attempt(
    hydrated(document, signal).then(() => {
      ready = true;
      return drawAll(early.splice(0));
    }),
  );

  return {
    recheck: board.recheck,
    owns: board.owns,
    note: (one) => void shown.set(one.person.anchor, one),
    show,
    async showRows() {
      const found = await rows.ask(viewer.member());
      const named = new Set(found.map(({ person }) => person.anchor));
      board.remove((anchor) => rows.isRow(anchor) && !named.has(anchor));
      for (const one of found) shown.set(one.person.anchor, one);
      if (found.length > 0) await show(found);
    },
    removeProfile: () => board.remove(isProfile),
    removeMember: () =>
      board.remove((anchor) => {
        const there = shown.get(anchor);
        return there !== undefined && viewer.isMember(there.person);
      }),
  };
}
