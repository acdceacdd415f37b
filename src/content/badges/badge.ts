/**
 * One badge: an element without attributes, a closed shadow root, and in it the light and the words. The words are generated content,
 * which neither the page's search nor its selection reaches, and every badge of a size has the same width and height.
 */
import type { Band } from "../../domain/tie/band.ts";
import type { Glimpse, SiteStyles } from "../../protocol/site-questions.ts";
import { bandLight } from "./band-light.ts";
import { ownRoot } from "./own-root.ts";
import type { PageTheme } from "./page-theme.ts";

/** What a badge shows, and how. */
export interface BadgeLook {
  readonly glimpse: Glimpse;
  /** Profiles have room for the full badge. */
  readonly size: "full" | "compact";
  readonly styles: SiteStyles;
  readonly theme: PageTheme;
}

/** A badge that is not on the page yet. */
export interface Badge {
  /** What stands beside the name. */
  readonly host: HTMLElement;
  /**
   * What screen readers meet behind the heading or link the badge stands in; `undefined` where the badge stands in none and speaks for
   * itself. Inside, its words would become part of the heading's or the link's own name.
   */
  readonly spoken: HTMLElement | undefined;
  /** Shows another state of the same person, in place: the page sees nothing of it. */
  readonly say: (glimpse: Glimpse) => void;
  readonly dress: (theme: PageTheme) => void;
  /** Draws the ring of what has the focus, for a badge spoken for by another element. */
  readonly mark: (focused: boolean) => void;
}

/** Full badges are stops for the keyboard. Compact ones are not: a list of fifty people must not get fifty more stops. */
function accessible(document: Document, { size }: BadgeLook): HTMLElement {
  const element = document.createElement(size === "full" ? "button" : "span");
  if (element instanceof HTMLButtonElement) element.type = "button";
  else element.setAttribute("role", "img");
  return element;
}

/**
 * Makes a badge.
 *
 * @param isInName whether it will stand inside a heading, link or button of the page
 */
export function badge(document: Document, look: BadgeLook, isInName: boolean): Badge {
  const { size, styles, theme } = look;
  const shown = isInName ? document.createElement("span") : accessible(document, look);
  const spoken = isInName ? accessible(document, look) : undefined;
  if (isInName) shown.setAttribute("aria-hidden", "true");
  let band: Band | undefined;
  const say = (glimpse: Glimpse): void => {
    for (const element of [shown, spoken]) element?.setAttribute("aria-label", glimpse.label);
    shown.dataset["words"] = glimpse[size];
    if (glimpse.band === band) return;
    if (band !== undefined) shown.classList.remove(`band-${band}`);
    ({ band } = glimpse);
    shown.classList.add(`band-${band}`);
    shown.replaceChildren(bandLight(document, band));
  };
  shown.className = `badge ${size}`;
  shown.dataset["theme"] = theme;
  say(look.glimpse);
  return {
    host: ownRoot(document, shown, styles.badge),
    spoken: spoken && ownRoot(document, spoken, styles.spoken),
    say,
    dress: (worn) => void (shown.dataset["theme"] = worn),
    mark: (focused) => void shown.classList.toggle("focused", focused),
  };
}
