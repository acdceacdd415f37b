/**
 * How badges stand on a page. Runs in the page, where a badge is an element without attributes and content whose shadow nobody sees.
 */

/** What is wrong with the places of badges. */
export interface BadgePlaces {
  readonly badges: number;
  /** Names beside which part of a badge is cut off, or that lost their line. */
  readonly cut: readonly string[];
  /** Whether the text a user copies is the same without badges. */
  readonly copiesClean: boolean;
}

/** Looks at all badges of the document, its open shadow roots and its frames, and takes them away for a moment. */
export function badgePlaces(): BadgePlaces {
  const cut: string[] = [];
  const hosts: HTMLElement[] = [];
  const look = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll<HTMLElement>("*")) {
      if (element.shadowRoot) look(element.shadowRoot);
      const inner = element instanceof HTMLIFrameElement ? element.contentDocument : null;
      if (inner && element.checkVisibility()) look(inner);
      const isHost =
        element.localName === "span" &&
        element.attributes.length === 0 &&
        element.childNodes.length === 0 &&
        getComputedStyle(element).display === "inline-block";
      if (isHost) hosts.push(element);
    }
  };
  look(document);
  for (const host of hosts) {
    const box = host.getBoundingClientRect();
    const name = (host.previousSibling ?? host.parentElement)?.textContent?.trim() ?? "";
    const tell = (what: string): void => void cut.push(`${name}: ${what}`);
    if (box.width === 0 || box.height === 0) tell("not shown");
    for (let around = host.parentElement; around; around = around.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(around);
      const frame = around.getBoundingClientRect();
      // What can be scrolled to is not cut off.
      if (/auto|scroll/.test(overflowX + overflowY)) break;
      if (overflowX === "hidden" && (box.left < frame.left - 1 || box.right > frame.right + 1))
        tell(`cut off beside, by ${around.className}`);
      if (overflowY === "hidden" && (box.top < frame.top - 1 || box.bottom > frame.bottom + 1))
        tell(`cut off above or below, by ${around.className}`);
    }
  }
  const selection = getSelection();
  selection?.selectAllChildren(document.body);
  const copied = selection?.toString();
  const places = hosts.map((host) => ({ host, parent: host.parentNode, next: host.nextSibling }));
  for (const { host } of places) host.remove();
  selection?.selectAllChildren(document.body);
  const copiesClean = copied === selection?.toString();
  for (const { host, parent, next } of places.toReversed()) parent?.insertBefore(host, next);
  selection?.removeAllRanges();
  return { badges: hosts.length, cut, copiesClean };
}
