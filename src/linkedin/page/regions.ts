/**
 * Regions of the site's pages, as ordered lists of selectors. Attributes first, structure second; class names stand
 * last and only where a layout offers nothing else.
 */

/** One way to find something, with the layout it belongs to and the last year a page was seen to match. */
export interface Locator {
  readonly selector: string;
  readonly layout: "older" | "newer" | "both";
  readonly seen: string;
}

export const joined = (locators: readonly Locator[]): string =>
  locators.map(({ selector }) => selector).join(",");

/** What holds one person or one post: nothing beyond it belongs to the same card. */
export const ITEM = joined([
  { selector: '[role="listitem"]', layout: "newer", seen: "2026-07" },
  { selector: "li", layout: "older", seen: "2026-05" },
  { selector: "[data-chameleon-result-urn]", layout: "older", seen: "2026-05" },
  { selector: '[data-urn^="urn:li:"]', layout: "older", seen: "2026-08" },
  { selector: '[data-id^="urn:li:"]', layout: "older", seen: "2026-08" },
  { selector: "article", layout: "older", seen: "2025" },
  { selector: '[role="article"]', layout: "older", seen: "2025" },
  { selector: '[componentkey^="ConnectionCard_"]', layout: "newer", seen: "2026-09" },
  { selector: '[componentkey^="replaceableComment_"]', layout: "newer", seen: "2026-08" },
  {
    selector: '[componentkey^="expanded"][componentkey*="FeedType_"]',
    layout: "newer",
    seen: "2026-07",
  },
  { selector: '[data-view-name="connections-list"]', layout: "newer", seen: "2025-04" },
  { selector: '[data-view-name="people-search-result"]', layout: "newer", seen: "2026-02" },
  { selector: '[data-view-name="pending-invitation"]', layout: "newer", seen: "2025" },
  { selector: "tr", layout: "both", seen: "2026" },
  { selector: '[role="dialog"]', layout: "both", seen: "2026" },
]);

/** What holds many cards: never a card itself. */
export const CONTAINER = joined([
  { selector: 'main,[role="main"]', layout: "both", seen: "2026-07" },
  { selector: "html,body", layout: "both", seen: "2026-07" },
  { selector: 'ul,ol,[role="list"]', layout: "both", seen: "2026-07" },
  { selector: "aside", layout: "both", seen: "2026-07" },
  { selector: '[data-testid="mainFeed"]', layout: "newer", seen: "2026-07" },
  { selector: '[data-testid="lazy-column"]', layout: "newer", seen: "2026-04" },
]);

/** Parts that repeat people or lead around the site: never a badge. */
export const CHROME = joined([
  { selector: '[role="toolbar"]', layout: "newer", seen: "2026-04" },
  { selector: 'nav,[role="navigation"]', layout: "both", seen: "2026-07" },
  { selector: '[role="banner"],[role="contentinfo"],footer', layout: "both", seen: "2026-07" },
  { selector: "#global-nav", layout: "older", seen: "2025" },
  { selector: '[data-testid="primary-nav"]', layout: "newer", seen: "2026-05" },
  { selector: '[role="menu"]', layout: "both", seen: "2026" },
  {
    selector: "#profile-sticky-header-toggle,.pv-profile-sticky-header",
    layout: "older",
    seen: "2025",
  },
]);

/** Side columns: people the page suggests beside what it is about. */
export const RAIL = joined([
  { selector: 'aside:not(#msg-overlay),[role="complementary"]', layout: "both", seen: "2026-07" },
  { selector: ".scaffold-layout__sidebar,.scaffold-layout__aside", layout: "older", seen: "2025" },
  {
    selector: ".right-rail,.left-rail,.pv-browsemap-section,.browsemap",
    layout: "older",
    seen: "2018",
  },
]);

/** What people wrote: a link in it is a mention. */
export const WRITTEN_TEXT = joined([
  { selector: '[data-testid="expandable-text-box"]', layout: "newer", seen: "2026-07" },
  { selector: '[contenteditable="true"]', layout: "both", seen: "2026" },
  {
    selector: ".update-components-text,.comments-comment-item__main-content",
    layout: "older",
    seen: "2025",
  },
  {
    selector: ".feed-shared-text,.feed-shared-text-view,.attributed-text-segment-list__content",
    layout: "older",
    seen: "2022",
  },
]);

/** The line above a post that says who else liked or follows. */
export const SOCIAL_PROOF = joined([
  { selector: ".update-components-header", layout: "older", seen: "2025" },
  { selector: ".feed-shared-header", layout: "older", seen: "2022" },
  {
    selector: ".entity-result__insights,.reusable-search-simple-insight",
    layout: "older",
    seen: "2025",
  },
  { selector: ".search-result__social-proof,.member-insights", layout: "older", seen: "2018" },
]);

/** Sentences about the company a page is of, which lead to a member. Home, about, posts and people of companies show them. */
export const STATEMENT = joined([
  {
    selector:
      ".org-top-card-secondary-content__social-proof,.org-top-card-secondary-content__insights",
    layout: "older",
    seen: "2025-04",
  },
]);

/** Previews of what a post or message hands on: the people they name are not on the page. */
export const PREVIEW = joined([
  { selector: ".update-components-article", layout: "older", seen: "2026-04" },
  { selector: ".feed-shared-article", layout: "older", seen: "2022" },
  { selector: ".msg-content-preview", layout: "older", seen: "2026-04" },
]);

/** The list of posts. What stands in it is what the page is about, also where it is no post ("Recommended for you"). */
export const FEED_LIST = '[data-testid="mainFeed"]';

/** One post with its comments. */
export const POST = joined([
  { selector: '[role="listitem"]', layout: "newer", seen: "2026-07" },
  {
    selector: '[componentkey^="expanded"][componentkey*="FeedType_"]',
    layout: "newer",
    seen: "2026-08",
  },
  { selector: '[data-urn^="urn:li:"]', layout: "older", seen: "2026-08" },
  { selector: '[data-id^="urn:li:"]', layout: "older", seen: "2026-08" },
  { selector: '[role="article"],article', layout: "older", seen: "2025" },
  { selector: ".feed-shared-update-v2,.feed-shared-update", layout: "older", seen: "2018" },
]);

/** What lies over the page: lists of reactions, cards shown on hover. */
export const OVERLAY = joined([
  { selector: '[role="dialog"],dialog', layout: "both", seen: "2026" },
  { selector: "[data-floating-ui-portal]", layout: "newer", seen: "2026" },
  { selector: "#artdeco-hoverable-outlet,#artdeco-modal-outlet", layout: "older", seen: "2026-05" },
]);

/** The list of who reacted to a post or comment. It says nowhere to which. */
export const REACTORS = joined([
  { selector: '[data-sdui-screen$="ReactorsList"]', layout: "newer", seen: "2026" },
  { selector: ".social-details-reactors-modal", layout: "older", seen: "2025" },
]);

/** The small windows of messages at the foot of every page. */
export const MESSAGE_OVERLAY = "#msg-overlay";

/** One message of an open conversation. */
export const MESSAGE = joined([
  { selector: "[data-event-urn]", layout: "older", seen: "2026-10" },
  {
    selector: ".msg-s-message-list__event,.msg-s-event-listitem",
    layout: "older",
    seen: "2026-10",
  },
]);
