/**
 * What the user does with a badge. Only what the browser itself reports counts: an event made by a script of the page does nothing.
 */
import type { Badge } from "./badge.ts";

/** What is done when a badge is used. */
export interface BadgeUse {
  /** The pointer or the focus came. */
  readonly enter: (badge: Badge) => void;
  readonly leave: (badge: Badge) => void;
  /** A click, or Enter or the space bar. */
  readonly open: (badge: Badge) => void;
}

/** The badge may stand inside a link of the site: using it must not reach the site's own code. */
const SWALLOWED = [
  "pointerdown",
  "pointerup",
  "mousedown",
  "mouseup",
  "touchstart",
  "touchend",
  "auxclick",
  "dblclick",
  // The site opens a card of its own over names; it must not open under ours.
  "pointerover",
  "mouseover",
];

const isKeyOfButtons = (event: Event): boolean =>
  event instanceof KeyboardEvent && (event.key === "Enter" || event.key === " ");

/**
 * Calls the listener of an element with what the browser itself reports. The page's own events pass as if nobody listened: also that
 * something stops them would be a sign.
 */
function listen(
  element: Element,
  types: readonly string[],
  listener: (event: Event) => void,
): void {
  for (const type of types)
    element.addEventListener(type, (event) => event.isTrusted && listener(event));
}

/** Entering is reported to each element around a badge by an event of its own, right after the event at the badge. */
const ENTERED = ["pointerenter", "mouseenter"];

/** Keeps the elements around from hearing that they were entered, until the signal is aborted. */
function silenceEntering(host: HTMLElement, signal: AbortSignal): void {
  for (const type of ENTERED)
    host.ownerDocument.defaultView?.addEventListener(
      type,
      (event) => {
        const [entered] = event.composedPath();
        if (entered instanceof Node && entered.contains(host)) event.stopImmediatePropagation();
      },
      { capture: true, signal },
    );
}

/** Tells of every use of a badge, until the signal is aborted. */
export function listenToBadge(badge: Badge, use: BadgeUse, signal: AbortSignal): void {
  const { host, spoken } = badge;
  let over: AbortController | undefined;
  const leave = (): void => {
    over?.abort();
    over = undefined;
    use.leave(badge);
  };
  const open = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
    use.open(badge);
  };
  signal.addEventListener("abort", leave);
  for (const element of spoken ? [host, spoken] : [host]) {
    listen(element, SWALLOWED, (event) => event.stopPropagation());
    listen(element, ["click"], open);
    listen(element, ["keydown"], (event) => isKeyOfButtons(event) && open(event));
    listen(element, ["focusin"], () => {
      badge.mark(element === spoken);
      use.enter(badge);
    });
    listen(element, ["focusout"], () => {
      badge.mark(false);
      use.leave(badge);
    });
  }
  listen(host, ["pointerover"], () => {
    if (over !== undefined || signal.aborted) return;
    over = new AbortController();
    silenceEntering(host, over.signal);
    use.enter(badge);
  });
  listen(host, ["pointerout", "pointercancel"], leave);
}
