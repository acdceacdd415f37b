/** What a page hears when somebody points at or clicks something on it. */

/** What the script of a page got of the events in one place. */
export interface Heard {
  readonly events: number;
  /** Secrets, and the names of nodes inside of what the page cannot reach, that came with the events. Each once. */
  readonly leaked: readonly string[];
}

export const NOTHING_HEARD: Heard = { events: 0, leaked: [] };

const TYPES = ["pointerover", "pointerdown", "click", "focusin", "keydown"];

/**
 * Listens in the page's own way to what the user does in a place.
 *
 * @param added a selector of what is listened at
 * @param secrets words that the page does not know otherwise
 * @param heard called with all that was got so far
 */
export function listenAsPage(
  place: Element,
  added: string,
  secrets: readonly string[],
  heard: (all: Heard) => void,
  signal: AbortSignal,
): void {
  let all = NOTHING_HEARD;
  const listen = (event: Event): void => {
    const path = event.composedPath().filter((node) => node instanceof Node);
    const at = path.findIndex((node) => node instanceof Element && node.matches(added));
    if (!event.isTrusted || at < 0 || !place.contains(path[at] ?? null)) return;
    const words = path.slice(0, at + 1).map(({ textContent }) => textContent ?? "");
    const told = secrets.filter((secret) => words.some((one) => one.includes(secret)));
    const inside = path.filter((node) => node.getRootNode() !== document);
    const leaked = new Set([...all.leaked, ...told, ...inside.map((node) => node.nodeName)]);
    all = { events: all.events + 1, leaked: [...leaked] };
    heard(all);
  };
  for (const type of TYPES) addEventListener(type, listen, { capture: true, signal });
}
