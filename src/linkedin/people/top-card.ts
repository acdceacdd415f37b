/**
 * The card at the top of a profile, found by what it says about its person.
 */
import type { Alias } from "../../domain/person/person.ts";
import { aliasesGivenBy, CONNECTIONS_LINK, EVIDENCE } from "./alias-evidence.ts";
import { CHROME, RAIL, type Locator } from "../page/regions.ts";
import { aliasesFromUrl } from "../address/urls.ts";

const LOCATORS: readonly Locator[] = [
  { selector: 'a[href*="/overlay/contact-info"]', layout: "both", seen: "2026-07" },
  { selector: 'a[href*="/overlay/about-this-profile"]', layout: "older", seen: "2025" },
  {
    selector: 'a[href*="/edit/intro"],a[href*="/edit/forms/intro"],a[href*="/edit/topcard"]',
    layout: "both",
    seen: "2026",
  },
  { selector: 'a[href*="/detail/contact-info"]', layout: "older", seen: "2018-12" },
  { selector: '[componentkey$="Topcard"]', layout: "newer", seen: "2026-07" },
  { selector: '[componentkey^="ProfileVerificationTriggerRef-"]', layout: "newer", seen: "2026" },
];

/** Elements only a top card has. */
const TOP_CARD_EVIDENCE = LOCATORS.map(({ selector }) => selector).join(",");

const HEADING = "h1,h2";
const LINKED_HEADING = 'a[href*="/in/"] h1,a[href*="/in/"] h2';
const CARD = 'section,[componentkey$="Topcard"],[data-member-id]';
const MOST_LEVELS = 20;

/** A top card, with the person it names. */
export interface TopCard {
  readonly block: Element;
  /** What its own landmarks say: the person's slug, sometimes their member id. */
  readonly own: readonly Alias[];
  /** What everything else in it says. */
  readonly given: readonly Alias[];
}

/** The top cards under a root, outermost block each, in page order. Old and new can be there at once. */
export function topCards(root: ParentNode): readonly TopCard[] {
  const blocks = new Set<Element>();
  for (const landmark of root.querySelectorAll(TOP_CARD_EVIDENCE)) {
    if (landmark.closest(`${CHROME},${RAIL},[role="dialog"],dialog,[hidden]`) !== null) continue;
    const block = blockAround(landmark);
    if (block !== undefined) blocks.add(block);
  }
  const outer = [...blocks].filter(
    (block) => ![...blocks].some((other) => other !== block && other.contains(block)),
  );
  return outer.map((block) => ({
    block,
    own: [block, ...block.querySelectorAll(`${TOP_CARD_EVIDENCE},${LINKED_HEADING}`)].flatMap(
      aliasesOfLandmark,
    ),
    given: [...block.querySelectorAll(`${EVIDENCE},${CONNECTIONS_LINK}`)].flatMap(aliasesGivenBy),
  }));
}

function aliasesOfLandmark(element: Element): readonly Alias[] {
  const href = element.closest("a")?.getAttribute("href") ?? null;
  return href === null ? aliasesGivenBy(element) : aliasesFromUrl(href);
}

/** The card around a landmark: the first block with a heading in it, and the section that block is the head of. */
function blockAround(landmark: Element): Element | undefined {
  let block: Element = landmark;
  for (let level = 0; level < MOST_LEVELS && block.querySelector(HEADING) === null; level += 1) {
    const parent = block.parentElement;
    if (parent === null || parent.matches("main,[role='main'],body")) return undefined;
    block = parent;
  }
  return block.querySelector(HEADING) === null ? undefined : (block.closest(CARD) ?? block);
}

/** Whether a change under an element can concern a top card. */
export function concernsTopCard(root: Element): boolean {
  const telling = `${TOP_CARD_EVIDENCE},${HEADING}`;
  return (
    root.matches(`${telling},a[href*="/in/"]`) ||
    root.querySelector(telling) !== null ||
    root.closest(CARD) !== null
  );
}
