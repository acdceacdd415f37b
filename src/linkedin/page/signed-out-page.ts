import { pageOf } from "../address/urls.ts";

/** The bar on top of every page a member sees, of the older and of the current layout. */
const MEMBER_BAR = '#global-nav,[data-testid="primary-nav"]';

/** Ways in: no page offers them to a member. Seen on public pages; the path is what counts. */
const WAYS_IN = 'a[href*="/login"],a[href*="/signup"],a[href*="/authwall"]';

/**
 * Whether a page is shown to somebody who is not signed in: public profiles and posts have the addresses members see, but offer to sign
 * in and have no bar of a member. Certainty: inferred from how public pages work; none was saved.
 */
export function isSignedOut(document: Document): boolean {
  if (document.querySelector(MEMBER_BAR) !== null) return false;
  return [...document.querySelectorAll<HTMLAnchorElement>(WAYS_IN)].some(
    (link) => link.closest("main, article") === null && pageOf(link.href).surface === "signed-out",
  );
}
