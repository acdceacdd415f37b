/**
 * One badge: an element without attributes, a closed shadow root, and in it the light and the words.
 */
import { BandGlyph } from "../components/band-glyph.tsx";
import type { Glimpse } from "../messages.ts";
import { nameInSentence } from "../words/name-text.ts";
import { text } from "../words/text.ts";
import { bandText, lastContactCompact, lastContactText } from "../words/tie-words.ts";
import { badgeStyles } from "./badge-styles.ts";
import { drawn } from "./drawn.ts";
import { addStyles, pageTheme } from "./page-styles.ts";

interface BadgeProps {
  readonly glimpse: Glimpse;
  readonly name: string;
  readonly form: "full" | "compact";
  readonly now: number;
}

/** What a badge says in full, for a screen reader and as a tooltip. */
function wholeText({ glimpse, name, now }: BadgeProps): string {
  const { tie, coverage } = glimpse;
  return text(
    "badgeLabel",
    nameInSentence(name),
    bandText(tie.band),
    lastContactText({ ...tie, ...glimpse }, coverage, now),
  );
}

function Badge(props: BadgeProps) {
  const { glimpse, form, now } = props;
  const { tie, coverage } = glimpse;
  const label = wholeText(props);
  if (form === "compact") {
    // No tab stop: a list of fifty people must not get fifty more.
    return (
      <span class={`badge compact ${tie.band}`} role="img" aria-label={label} title={label}>
        <BandGlyph band={tie.band} />
        {lastContactCompact(tie, now)}
      </span>
    );
  }
  return (
    <button
      type="button"
      class={`badge ${tie.band}`}
      aria-label={label}
      aria-haspopup="dialog"
      title={bandText(tie.band)}
    >
      <BandGlyph band={tie.band} />
      <span class="words">{lastContactText({ ...tie, ...glimpse }, coverage, now)}</span>
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
 * @returns the element to put beside the name
 */
export function badgeElement(document: Document, props: BadgeProps, onUse: OnUse): HTMLElement {
  const host = document.createElement("span");
  const root = host.attachShadow({ mode: "closed" });
  addStyles(root, badgeStyles);
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
