/**
 * One badge: an element without attributes, a closed shadow root, and in it the light and the words.
 */
import { BandGlyph } from "../components/band-glyph.tsx";
import type { Glimpse } from "../messages.ts";
import { drawn } from "./drawn.ts";
import { addStyles, pageTheme } from "./page-styles.ts";

interface BadgeProps {
  readonly glimpse: Glimpse;
  readonly form: "full" | "compact";
}

function Badge({ glimpse, form }: BadgeProps) {
  const { band, words, compact, bandName, label } = glimpse;
  if (form === "compact") {
    // No tab stop: a list of fifty people must not get fifty more.
    return (
      <span class={`badge compact band-${band}`} role="img" aria-label={label} title={label}>
        <BandGlyph band={band} />
        <bdi>{compact}</bdi>
      </span>
    );
  }
  return (
    <button
      type="button"
      class={`badge band-${band}`}
      aria-label={label}
      aria-haspopup="dialog"
      title={bandName}
    >
      <BandGlyph band={band} />
      <bdi class="words">{words}</bdi>
    </button>
  );
}

/** What is done when a badge is used, with the box of the badge to put the card beside. */
export type OnUse = (box: DOMRect, returnFocus: () => void) => void;

const SWALLOWED = [
  "pointerdown",
  "pointerup",
  "mousedown",
  "mouseup",
  "touchstart",
  "touchend",
  "auxclick",
  "dblclick",
];

/**
 * Makes a badge. It is drawn by its own root, out of reach of the page's styles and scripts.
 *
 * @param css the badge's styles
 * @returns the element to put beside the name
 */
export function badgeElement(
  document: Document,
  props: BadgeProps,
  css: string,
  onUse: OnUse,
): HTMLElement {
  const host = document.createElement("span");
  const root = host.attachShadow({ mode: "closed" });
  addStyles(root, css);
  const ground = document.createElement("span");
  ground.className = "tielight";
  ground.dataset["theme"] = pageTheme(document);
  root.append(ground);
  ground.append(drawn(<Badge {...props} />));
  const used = (event: Event): void => {
    // The badge may stand inside a link of the site: using it must neither follow that link nor reach the site's own code.
    event.preventDefault();
    event.stopPropagation();
    const button = ground.querySelector("button");
    onUse(host.getBoundingClientRect(), () => button?.focus({ preventScroll: true }));
  };
  host.addEventListener("click", used);
  host.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") used(event);
  });
  for (const type of SWALLOWED) host.addEventListener(type, (event) => event.stopPropagation());
  return host;
}
