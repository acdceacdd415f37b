/**
 * Whether a place on the page still shows the person it showed when it was read. A row that is used again for somebody else changes
 * its link, its text, or its place; a profile changes the address.
 */

/** What identified the person at the place of a badge. */
export interface Proof {
  /** True while nothing of it has changed. */
  readonly holds: () => boolean;
  /** The elements it was read from. */
  readonly read: readonly Element[];
}

const LINK = "a[href]";

/**
 * Takes down what is at a name now.
 *
 * @param anchor the element the name stands in
 * @param address the address the page was read under, where the person is identified by it
 */
export function proofOf(anchor: Element, address?: () => string): Proof {
  // A link that appears inside says that the name stands more exactly somewhere else by now.
  const links = () => [anchor.closest(LINK), anchor.querySelector(LINK)];
  const [outer, inner] = links();
  const hrefs = () =>
    links()
      .map((link) => link?.getAttribute("href"))
      .join();
  const [href, text, under] = [hrefs(), anchor.textContent, address?.()];
  return {
    read: [anchor, outer, inner].filter((one) => !!one),
    holds: () =>
      anchor.isConnected &&
      anchor.textContent === text &&
      links().every((link, index) => link === [outer, inner][index]) &&
      hrefs() === href &&
      address?.() === under,
  };
}
