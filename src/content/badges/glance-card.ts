/**
 * The glance card: a few sentences beside a badge while the pointer or the focus is on it. Like a badge it stands in a closed root and
 * its words are generated content; it lies above whatever the page piles up and is never in the way of the pointer.
 */
import { beside } from "../../components/pieces/beside.ts";
import type { Glimpse } from "../../protocol/site-questions.ts";
import { ownRoot } from "./own-root.ts";
import type { PageTheme } from "./page-theme.ts";

/** How long (ms) the pointer rests on a badge before the card opens. */
const REST_MS = 150;

/** What the card is about, and where it opens. */
export interface Glance {
  readonly glimpse: Glimpse;
  /** The element it opens beside. */
  readonly at: Element;
  readonly theme: PageTheme;
  readonly css: string;
}

/** The one card of a document. */
export interface GlanceCard {
  /** Opens the card after a moment's rest, in place of one that is open. */
  readonly open: (glance: Glance) => void;
  /** Closes the card, or the one that is about to open, if it is beside this element; without one, whichever it is. */
  readonly close: (at?: Element) => void;
}

function line(document: Document, words: string, kind: string): HTMLElement {
  const element = document.createElement("p");
  element.className = kind;
  element.dataset["words"] = words;
  return element;
}

function drawn(document: Document, { glimpse, theme }: Glance): HTMLElement {
  const card = document.createElement("div");
  card.className = `glance band-${glimpse.band}`;
  card.dataset["theme"] = theme;
  card.dir = glimpse.textDirection;
  card.popover = "manual";
  card.setAttribute("role", "status");
  card.setAttribute("aria-label", [glimpse.bandName, ...glimpse.glance].join(". "));
  card.append(
    line(document, glimpse.bandName, "band"),
    ...glimpse.glance.map((words) => line(document, words, "line")),
  );
  return card;
}

/** No card yet; closed for good when the signal is aborted. */
export function glanceCard(document: Document, signal: AbortSignal): GlanceCard {
  let at: Element | undefined;
  let host: HTMLElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (glance: Glance): void => {
    // Gone, or covered by another page, since the pointer came.
    if (!glance.at.isConnected || signal.aborted) return;
    const { documentElement: root } = document;
    const card = drawn(document, glance);
    host = ownRoot(document, card, glance.css);
    const anchor = glance.at.getBoundingClientRect();
    root.append(host);
    card.showPopover();
    const room = { width: root.clientWidth, height: root.clientHeight };
    const { left, top } = beside(anchor, card.getBoundingClientRect(), room);
    card.style.left = `${left}px`;
    card.style.top = `${top}px`;
  };
  const close = (of?: Element): void => {
    if (of !== undefined && of !== at) return;
    clearTimeout(timer);
    host?.remove();
    host = undefined;
    at = undefined;
  };
  const closeAny = (): void => close();
  document.addEventListener("scroll", closeAny, { capture: true, passive: true, signal });
  document.addEventListener("visibilitychange", closeAny, { signal });
  document.addEventListener(
    "keydown",
    ({ key, isTrusted }) => {
      if (isTrusted && key === "Escape") close();
    },
    { capture: true, signal },
  );
  signal.addEventListener("abort", closeAny);
  return {
    open(glance) {
      if (at === glance.at) return;
      close();
      at = glance.at;
      timer = setTimeout(() => show(glance), REST_MS);
    },
    close,
  };
}
