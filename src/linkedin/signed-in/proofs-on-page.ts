/**
 * The proofs of who is signed in that a page holds. What each proves, and why, stands at `ProofKind`.
 */
import type { Alias } from "../../domain/person/person.ts";
import { memberAlias } from "../address/aliases.ts";
import { nameChoice } from "../people/name-choice.ts";
import { squeezed } from "../page/page-text.ts";
import { personAnchor, type PersonAnchor } from "../people/person-anchors.ts";
import { profileAt } from "../people/profile.ts";
import { CHROME, FEED_LIST, POST } from "../page/regions.ts";
import { type TopCard, topCards } from "../people/top-card.ts";
import type { Page } from "../address/urls.ts";
import type { ViewerProof } from "./proof.ts";

const PERSON = 'a[href*="/in/"]';
const PERSON_IN_BAR = `:is(#global-nav,[data-testid="primary-nav"]) ${PERSON}`;

/**
 * All proofs of a document, in the order of their strength.
 *
 * @param shown people with a page shown in this document so far: a link of the bar to one of them proves nothing
 */
export function viewerProofs(
  document: Document,
  page: Page,
  shown: ReadonlySet<Alias>,
): readonly ViewerProof[] {
  // The whole page is searched for them, so it is done once.
  const cards = topCards(document);
  return [
    ...ownProfile(document, page),
    ...mailboxes(document),
    ...ownMenu(document, new Set([...shown, ...aliasesShown(cards, page)])),
    ...(cards.length > 0 ? [] : feedCard(document, page)),
  ];
}

/** Everybody the page may be about: what its address says, and what a top card says, also one that is to be replaced. */
function aliasesShown(cards: readonly TopCard[], page: Page): readonly Alias[] {
  return [
    ...(page.alias === undefined ? [] : [page.alias]),
    ...cards.flatMap(({ own, given }) => [...own, ...given]),
  ];
}

function ownProfile(document: Document, page: Page): readonly ViewerProof[] {
  const profile = profileAt(document, document, page);
  if (profile?.relation !== "self") return [];
  const { aliases, name } = profile;
  return [{ kinds: ["edit-links", "no-tie"], aliases, name, certain: true }];
}

function mailboxes(document: Document): readonly ViewerProof[] {
  const owners = new Set<Alias>();
  for (const message of document.querySelectorAll('[data-event-urn*="fsd_profile:ACo"]')) {
    const id = /fsd_profile:(ACo[A-Za-z0-9_-]+)/.exec(
      message.getAttribute("data-event-urn") ?? "",
    )?.[1];
    const alias = id === undefined ? undefined : memberAlias(id);
    if (alias !== undefined) owners.add(alias);
  }
  return [...owners].map((owner) => ({ kinds: ["mailbox"], aliases: [owner], certain: true }));
}

/** What a bar holds besides its menu: the search with the people it found, and links that other extensions add. */
const NO_MENU = 'form,[role="search"],[role="listbox"],[role="option"],[target="_blank"]';

function ownMenu(document: Document, shown: ReadonlySet<Alias>): readonly ViewerProof[] {
  const anchors = [...document.querySelectorAll(PERSON_IN_BAR)]
    .filter((element) => element.closest(NO_MENU) === null)
    .map(personAnchor)
    .filter((anchor) => anchor !== undefined)
    .filter(({ aliases }) => !aliases.some((alias) => shown.has(alias)));
  const aliases = aliasesOfOne(anchors);
  if (aliases === undefined) return [];
  const photo = namePhoto(document);
  const choice = nameChoice(anchors, "no");
  // An act drawn as a link ("Try it") has no name. Its address may be that of a page shown before this script was there.
  const certain =
    choice !== undefined && choice.support > 0 && (photo === undefined || photo === choice.name);
  return [{ kinds: ["menu"], aliases, ...named(photo ?? choice?.name), certain }];
}

function feedCard(document: Document, page: Page): readonly ViewerProof[] {
  if (page.surface !== "feed") return [];
  const post = document.querySelector(POST);
  // Before any post is there, a suggested person could be taken for the viewer: the order is what tells them apart.
  const first = (post === null ? [] : linksBefore(post))
    .filter((element) => element.closest(`${CHROME},[target="_blank"]`) === null)
    .map(personAnchor)
    .filter((anchor) => anchor !== undefined);
  // In the list of posts stand people the site recommends, and the place to write a post: the viewer's picture without a name.
  const anchors = first.filter(({ element }) => element.closest(FEED_LIST) === null);
  const inList = first.filter((anchor) => !anchors.includes(anchor));
  const aliases = aliasesOfOne(anchors);
  if (aliases === undefined) return [];
  const photo = namePhoto(document);
  const name = nameChoice(anchors, "no")?.name;
  const writes = aliasesOfOne(inList.filter(({ leaves }) => leaves.length === 0));
  const isOffered = suggests(anchors) && writes?.some((alias) => aliases.includes(alias)) !== true;
  const agrees = photo === undefined ? showsFeedScreen(document) && !isOffered : photo === name;
  const certain = anchors.some(({ hasPicture }) => hasPicture) && name !== undefined && agrees;
  return [{ kinds: ["feed-card"], aliases, ...named(name ?? photo), certain }];
}

/** `Node.DOCUMENT_POSITION_FOLLOWING` */
const FOLLOWING = 4;

/** The links to people before an element, in page order. Most of a page comes after its first post, and is not looked at. */
function linksBefore(end: Element): readonly Element[] {
  const before: Element[] = [];
  for (const link of end.ownerDocument.querySelectorAll(PERSON)) {
    if ((link.compareDocumentPosition(end) & FOLLOWING) === 0) break;
    before.push(link);
  }
  return before;
}

/** Levels from a link to the card it stands in: measured cards of the viewer have two to four. */
const MOST_LEVELS = 6;

/** What a card of a suggested person holds: an act ("Follow"), or a heading of its own ("Add to your feed"). */
const SUGGESTS =
  'button,[role="button"],a[href*="custom-invite"],:is(h1,h2,h3,h4):not(a *,:has(a))';

/** Whether the block around some links suggests their person: nobody is suggested to oneself. */
function suggests(anchors: readonly PersonAnchor[]): boolean {
  let block = anchors[0]?.element.parentElement ?? null;
  for (let level = 0; block !== null && level < MOST_LEVELS; level += 1) {
    const around = block;
    if (anchors.every(({ element }) => around.contains(element)))
      return around.querySelector(SUGGESTS) !== null;
    block = block.parentElement;
  }
  return false;
}

/** The address changes before the page does: the newer layout says which screen is drawn. */
const showsFeedScreen = (document: Document): boolean =>
  document.querySelector('[data-sdui-screen$=".feed.MainFeed"]') !== null;

/** The aliases of links that all lead to one person. */
function aliasesOfOne(anchors: readonly PersonAnchor[]): readonly Alias[] | undefined {
  const aliases = [...new Set(anchors.flatMap((anchor) => anchor.aliases))].sort();
  const slugs = aliases.filter((alias) => alias.startsWith("slug:"));
  return aliases.length === 0 || slugs.length > 1 || aliases.length - slugs.length > 1
    ? undefined
    : aliases;
}

const named = (name: string | undefined): { readonly name?: string } =>
  name === undefined ? {} : { name };

/** The picture in the bar on top of the older layout is labelled with the viewer's name. */
function namePhoto(document: Document): string | undefined {
  const label = document
    .querySelector("#global-nav img[alt],.global-nav__me-photo")
    ?.getAttribute("alt");
  const name = squeezed(label ?? "");
  return name === "" ? undefined : name;
}
