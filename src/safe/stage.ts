/**
 * A place with names, and beside them badges drawn by the code that draws them on the site; or the same words as ordinary text, as an add-on
 * might draw them that does not mind being read.
 */
import { siteStyles } from "../components/styles/site-styles.ts";
import { badgeBoard } from "../content/badges/badge-board.ts";
import { glanceCard } from "../content/badges/glance-card.ts";
import { watchTheme } from "../content/badges/page-theme.ts";
import { proofOf } from "../content/page/proof.ts";
import type { InventedGlimpse } from "./invented-glimpses.ts";

/** Badges beside names. */
export interface BadgeStage {
  /** What the page can see of the badges: its own elements beside the names. */
  readonly hosts: () => readonly Element[];
  /** Opens the glance card beside the first badge; resolves when it is there, or is not coming. */
  readonly openCard: () => Promise<void>;
  readonly closeCard: () => void;
}

/** How long (ms) the glance card is waited for. */
const CARD_MS = 2000;

/** A child of the root is there that was not. The glance card stands outside of everything else. */
function cardShown(document: Document, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => done());
    const done = (): void => {
      observer.disconnect();
      resolve();
    };
    observer.observe(document.documentElement, { childList: true });
    for (const end of [signal, AbortSignal.timeout(CARD_MS)]) end.addEventListener("abort", done);
  });
}

/**
 * Draws a badge beside each name of a list, until the signal is aborted.
 *
 * @param names one for each person
 */
export function drawBadges(
  names: readonly Element[],
  people: readonly InventedGlimpse[],
  signal: AbortSignal,
): BadgeStage {
  const glance = glanceCard(document, signal);
  const board = badgeBoard(document, {
    enter: ({ badge, look }) =>
      glance.open({
        glimpse: look.glimpse,
        at: badge.host,
        theme: theme(),
        css: siteStyles.glance,
      }),
    leave: ({ badge }) => glance.close(badge.host),
    // On the site the popup opens on that person; nobody is behind an invented one.
    open: () => {},
  });
  const theme = watchTheme(document, board.dress, signal);
  for (const [place, { name, glimpse }] of people.entries()) {
    const anchor = names[place];
    if (anchor === undefined) continue;
    const person = {
      aliases: [glimpse.alias],
      name,
      anchor,
      placement: "after",
      size: "full",
      surface: "profile",
    } as const;
    const look = { glimpse, size: "full", styles: siteStyles, theme: theme() } as const;
    board.place({ person, proof: proofOf(anchor) }, look);
  }
  signal.addEventListener("abort", () => board.remove(() => true));
  const hosts = (): readonly Element[] =>
    names.flatMap((name) => (name.nextElementSibling ? [name.nextElementSibling] : []));
  return {
    hosts,
    async openCard() {
      const [first] = hosts();
      const [person] = people;
      if (first === undefined || person === undefined) return;
      const shown = cardShown(document, signal);
      glance.open({
        glimpse: person.glimpse,
        at: first,
        theme: theme(),
        css: siteStyles.glance,
      });
      await shown;
    },
    closeCard: () => glance.close(),
  };
}
