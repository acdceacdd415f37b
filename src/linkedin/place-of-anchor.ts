/**
 * Which region of a page a link stands in.
 */
import {
  CHROME,
  MESSAGE,
  MESSAGE_OVERLAY,
  OVERLAY,
  POST,
  RAIL,
  SOCIAL_PROOF,
  WRITTEN_TEXT,
} from "./regions.ts";
import type { Page } from "./urls.ts";

/**
 * - `content`: what the page is about
 * - `messages`: a conversation's head, on its page or in the overlay
 * - `beside`: rails, mentions, social-proof lines: shown only on request
 * - `nowhere`: repeats and navigation: never shown
 */
export type PlaceOfAnchor = "content" | "messages" | "beside" | "nowhere";

/** The region of one link on a page. Looks only at what the link stands in. */
export function placeOfAnchor(anchor: Element, page: Page): PlaceOfAnchor {
  if (anchor.closest(`${CHROME},${MESSAGE}`) !== null) return "nowhere";
  if (anchor.closest(MESSAGE_OVERLAY) !== null) return "messages";
  if (isSiteHeader(anchor)) return "nowhere";
  if (anchor.closest(`${WRITTEN_TEXT},${SOCIAL_PROOF}`) !== null) return "beside";
  if (anchor.closest(OVERLAY) !== null) return "content";
  if (anchor.closest(RAIL) !== null) return "beside";
  if (page.surface === "messaging") return "messages";
  if (page.surface === "profile") return placeOnProfile(anchor, page);
  if (page.surface === "feed") return inPost(anchor);
  return "content";
}

/** A profile is about one person, who is found by the evidence of the top card; everybody else stands beside. */
function placeOnProfile(anchor: Element, page: Page): PlaceOfAnchor {
  if (page.part === "recent-activity") return inPost(anchor);
  return page.part === "details" ? "content" : "beside";
}

function inPost(anchor: Element): PlaceOfAnchor {
  return anchor.closest(POST) === null ? "beside" : "content";
}

/** The bar above every page; a header inside the content belongs to the content. */
function isSiteHeader(anchor: Element): boolean {
  const header = anchor.closest("header");
  return header !== null && header.closest('main,[role="main"],article,li,section') === null;
}
