/**
 * How many people a page promises, whether or not the reader finds them: what its own construction says. Compared with the people the reader
 * found it tells of a shape that is not known yet.
 */
import { profileAt } from "../people/profile.ts";
import { personAnchor } from "../people/person-anchors.ts";
import type { PersonOnPage } from "../people/person-on-page.ts";
import { placesOfAnchors } from "../people/place-of-anchor.ts";
import { latinDigits } from "../languages/language.ts";
import { ITEM } from "../page/regions.ts";
import { textLeaves } from "../page/page-text.ts";
import type { ThreadFacts } from "../messaging/messaging.ts";
import { topCards } from "../people/top-card.ts";
import type { Page } from "../address/urls.ts";

/** What a page promises and what was read of it. */
export interface PageHealth {
  /** Cards with a person, a profile's top card, or one where a heading counts people and no card is there. */
  readonly promised: number;
  /** Of these, those with a person the reader found. */
  readonly read: number;
}

/** Surfaces with headings that count people: "12 results", "1,204 connections". */
const COUNTED = /^(?:people-search|connections|followers|invitations|company-people)$/;

const PERSON = 'a[href*="/in/"]';

/**
 * The people a page promises.
 *
 * @param found the people the reader found under the same root
 */
export function pageHealth(
  document: Document,
  page: Page,
  found: readonly PersonOnPage[],
): PageHealth {
  if (page.surface === "signed-out") return { promised: 0, read: 0 };
  const cards = cardsWithPeople(document, page);
  const isRead = (card: Element): boolean => found.some(({ anchor }) => card.contains(anchor));
  const profile = promisedProfile(document, page);
  const counted = cards.length === 0 && countsPeople(document, page) ? 1 : 0;
  return {
    promised: cards.length + profile.promised + counted,
    read: cards.filter(isRead).length + profile.read + Math.min(counted, found.length),
  };
}

/** The least share of what a page promises that has to be read: a card of somebody who left the site has no name. */
const LEAST_READ = 0.8;

/** How many are missing where too few were read for it to be an accident; 0 otherwise. */
export const missingOf = ({ promised, read }: PageHealth): number =>
  read < promised * LEAST_READ ? promised - read : 0;

/** How many messages of conversations have a moment but nobody who wrote them. */
export function messagesWithoutSender(threads: readonly ThreadFacts[]): PageHealth {
  const events = threads.flatMap((thread) => thread.events);
  return {
    promised: events.length,
    read: events.filter(({ sender }) => sender !== undefined).length,
  };
}

/** Links looked at: what a page is built of shows in its first cards. */
const MOST_LINKS = 120;

/** Items of the content with a picture that leads to one person: the innermost item each. */
function cardsWithPeople(document: Document, page: Page): readonly Element[] {
  const placeOf = placesOfAnchors(page);
  const cards = new Set<Element>();
  for (const link of [...document.querySelectorAll(PERSON)].slice(0, MOST_LINKS)) {
    if (placeOf(link) !== "content") continue;
    const anchor = personAnchor(link);
    if (anchor === undefined || !anchor.hasPicture || anchor.hidden || anchor.part !== undefined)
      continue;
    const card = link.closest(ITEM);
    if (card !== null) cards.add(card);
  }
  return [...cards].filter(
    (card) => ![...cards].some((other) => other !== card && card.contains(other)),
  );
}

function promisedProfile(document: Document, page: Page): PageHealth {
  const isShown =
    page.surface === "profile" && page.part === undefined && topCards(document).length > 0;
  if (!isShown) return { promised: 0, read: 0 };
  return { promised: 1, read: profileAt(document, document, page) === undefined ? 0 : 1 };
}

/** Whether a heading of a list counts at least one. */
function countsPeople(document: Document, { surface }: Page): boolean {
  if (!COUNTED.test(surface)) return false;
  const headings = document.querySelectorAll(
    'main :is(h1,h2,[role="heading"]),[role="main"] :is(h1,h2,[role="heading"])',
  );
  return [...headings].some((heading) =>
    textLeaves(heading, 2).some(({ text }) => /[1-9]/.test(latinDigits(text))),
  );
}
