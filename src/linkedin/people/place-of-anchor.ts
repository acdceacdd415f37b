/**
 * Which region of a page a link stands in.
 */
import {
  CHROME,
  FEED_LIST,
  ITEM,
  MESSAGE,
  MESSAGE_OVERLAY,
  OVERLAY,
  POST,
  PREVIEW,
  RAIL,
  SOCIAL_PROOF,
  STATEMENT,
  WRITTEN_TEXT,
} from "../page/regions.ts";
import { isReposter } from "./reposter.ts";
import { isNameTail, ownText } from "../page/page-text.ts";
import type { Page } from "../address/urls.ts";

/**
 * - `content`: what the page is about
 * - `messages`: a conversation's head, on its page or in the overlay
 * - `beside`: rails, mentions, social-proof lines: shown only on request
 * - `nowhere`: repeats and navigation: never shown
 */
export type PlaceOfAnchor = "content" | "messages" | "beside" | "nowhere";

const SHADOW_ROOT = 11;

const NOWHERE = 1;
const IN_MESSAGES = 2;
const BESIDE = 4;
const OVER_PAGE = 8;
const IN_RAIL = 16;
const IN_POST = 32;
const IN_CONTENT = 64;
const IN_SITE_HEADER = 128;
const IN_SOCIAL_PROOF = 256;

const REGIONS: ReadonlyArray<readonly [string, number]> = [
  [`${CHROME},${MESSAGE}`, NOWHERE],
  [MESSAGE_OVERLAY, IN_MESSAGES],
  [WRITTEN_TEXT, BESIDE],
  [SOCIAL_PROOF, IN_SOCIAL_PROOF],
  [`${STATEMENT},${PREVIEW}`, NOWHERE],
  [OVERLAY, OVER_PAGE],
  [RAIL, IN_RAIL],
  [`${POST},${FEED_LIST}`, IN_POST],
  ['main,[role="main"],article,li,section', IN_CONTENT],
];

const ANY_REGION = REGIONS.map(([selector]) => selector).join(",");

/**
 * Tells the places of links of one page. Regions of blocks are remembered, since links share most of theirs: the cost
 * is that of the different blocks around all links, not of every link's way up. Good for one reading only.
 */
export function placesOfAnchors(page: Page): (anchor: Element) => PlaceOfAnchor {
  const known = new Map<Element, number>();
  const regionsOf = (element: Element): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    // The site's open shadow root holds its messages and dialogs (2026); of what else stands there nothing is known.
    const outermost = element.parentNode?.nodeType === SHADOW_ROOT ? BESIDE : 0;
    const around = element.parentElement === null ? outermost : regionsOf(element.parentElement);
    let regions = around;
    if (element.matches(ANY_REGION)) {
      for (const [selector, region] of REGIONS) {
        if (!element.matches(selector)) continue;
        if (region === OVER_PAGE) regions &= ~(BESIDE | IN_SOCIAL_PROOF);
        regions |= region;
      }
    }
    // The bar above every page; a header inside the content belongs to the content.
    if (element.localName === "header") {
      regions = (around & IN_CONTENT) === 0 ? regions | IN_SITE_HEADER : regions & ~IN_SITE_HEADER;
    }
    known.set(element, regions);
    return regions;
  };
  return (anchor) => {
    const regions = regionsOf(anchor);
    const saysMore = saysSomethingOf(anchor);
    const isProof = (regions & IN_SOCIAL_PROOF) !== 0 || (saysMore && showsPosts(page));
    if (isStatement(anchor, saysMore, page)) return "nowhere";
    if (!isProof || (regions & IN_POST) === 0) return place(regions, page);
    return place(isReposter(anchor) ? regions & ~IN_SOCIAL_PROOF : regions | IN_SOCIAL_PROOF, page);
  };
}

/** Whether a link holds a sentence with somebody set off in it ("**Alex Example** likes this"). */
function saysSomethingOf(anchor: Element): boolean {
  const name = anchor.querySelector("strong,b");
  const line = name?.parentElement;
  return (
    name != null &&
    line != null &&
    anchor.contains(line) &&
    [...line.childNodes].some((node) => node !== name && !isNameTail(ownText(node)))
  );
}

/**
 * A link to a member that holds a sentence about the company a page is of ("Alex works here"): set as a heading below the heading of
 * the page, in one section (older layout, 2025-04), or with the name set off.
 */
function isStatement(anchor: Element, saysMore: boolean, page: Page): boolean {
  const isHeading = anchor.querySelector("h2,h3,h4") !== null;
  if ((!isHeading && !saysMore) || anchor.closest(ITEM) !== null) return false;
  if (saysMore && page.surface === "other") return true;
  const title = anchor.closest("section")?.querySelector("h1") ?? null;
  return title !== null && !anchor.contains(title);
}

function place(regions: number, page: Page): PlaceOfAnchor {
  const isIn = (region: number): boolean => (regions & region) !== 0;
  if (isIn(NOWHERE)) return "nowhere";
  if (isIn(IN_MESSAGES)) return "messages";
  if (isIn(IN_SITE_HEADER)) return "nowhere";
  if (isIn(BESIDE) || isIn(IN_SOCIAL_PROOF)) return "beside";
  if (isIn(OVER_PAGE)) return "content";
  if (isIn(IN_RAIL)) return "beside";
  if (page.surface === "messaging") return "messages";
  if (showsPosts(page)) return isIn(IN_POST) ? "content" : "beside";
  // A profile is about one person, found by the evidence of the top card; everybody else stands beside.
  return page.surface === "profile" && page.part !== "details" ? "beside" : "content";
}

function showsPosts({ surface, part }: Page): boolean {
  return surface === "feed" || (surface === "profile" && part === "recent-activity");
}
