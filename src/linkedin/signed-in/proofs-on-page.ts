/**
 * The proofs of who is signed in that a page holds. What each proves, and why, stands at `ProofKind`.
 */
import type { Alias } from "../../domain/person/person.ts";
import { memberAlias } from "../address/aliases.ts";
import { nameChoice } from "../people/name-choice.ts";
import { squeezed } from "../page/page-text.ts";
import { personAnchor, type PersonAnchor } from "../people/person-anchors.ts";
import { profileAt } from "../people/profile.ts";
import { CHROME, POST } from "../page/regions.ts";
import { topCards } from "../people/top-card.ts";
import type { Page } from "../address/urls.ts";
import type { ViewerProof } from "./proof.ts";

const PERSON = 'a[href*="/in/"]';
const BAR = '#global-nav,[data-testid="primary-nav"]';

/**
 * All proofs of a document, in the order of their strength.
 *
 * @param shown people whose pages were shown in this document so far: a link of the bar to one of them proves nothing
 */
export function viewerProofs(
  document: Document,
  page: Page,
  shown: ReadonlySet<Alias>,
): readonly ViewerProof[] {
  return [
    ...ownProfile(document, page),
    ...mailboxes(document),
    ...ownMenu(document, new Set([...shown, ...aliasesShown(document, page)])),
    ...feedCard(document, page),
  ];
}

/** Everybody the page may be about: what its address says, and what a top card says, also one that is to be replaced. */
function aliasesShown(document: Document, page: Page): readonly Alias[] {
  return [
    ...(page.alias === undefined ? [] : [page.alias]),
    ...topCards(document).flatMap(({ own, given }) => [...own, ...given]),
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

function ownMenu(document: Document, shown: ReadonlySet<Alias>): readonly ViewerProof[] {
  const anchors = [...document.querySelectorAll(PERSON)]
    .filter((element) => element.closest(BAR) !== null)
    .map(personAnchor)
    .filter((anchor) => anchor !== undefined)
    .filter(({ aliases }) => !aliases.some((alias) => shown.has(alias)));
  const aliases = aliasesOfOne(anchors);
  if (aliases === undefined) return [];
  return [{ kinds: ["menu"], aliases, ...named(namePhoto(document)), certain: true }];
}

function feedCard(document: Document, page: Page): readonly ViewerProof[] {
  if (page.surface !== "feed" || topCards(document).length > 0) return [];
  const anchors: PersonAnchor[] = [];
  const elements = [...document.querySelectorAll(`${PERSON},${POST}`)];
  const firstPost = elements.findIndex((element) => element.matches(POST));
  // Before any post is there, a suggested person could be taken for the viewer: the order is what tells them apart.
  for (const element of elements.slice(0, Math.max(0, firstPost))) {
    const anchor = element.closest(CHROME) === null ? personAnchor(element) : undefined;
    if (anchor !== undefined) anchors.push(anchor);
  }
  const aliases = aliasesOfOne(anchors);
  if (aliases === undefined) return [];
  const photo = namePhoto(document);
  const name = nameChoice(anchors, "no")?.name;
  const agrees = photo === undefined ? showsFeedScreen(document) : photo === name;
  const certain = anchors.some(({ hasPicture }) => hasPicture) && name !== undefined && agrees;
  return [{ kinds: ["feed-card"], aliases, ...named(name ?? photo), certain }];
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
