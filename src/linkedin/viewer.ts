/**
 * Who is signed in, from what the page shows anyway.
 */
import type { Alias } from "../domain/person.ts";
import { memberAlias } from "./aliases.ts";
import { nameChoice } from "./name-choice.ts";
import { squeezed } from "./page-text.ts";
import { personAnchor, type PersonAnchor } from "./person-anchors.ts";
import { profileAt } from "./profile.ts";
import { CHROME, POST } from "./regions.ts";
import type { Page } from "./urls.ts";

/** The member signed in. */
export interface Viewer {
  /** Sorted; at least one. */
  readonly aliases: readonly Alias[];
  readonly name?: string;
  /** False for a single hint: enough to go on looking, not enough to record anything under this name. */
  readonly certain: boolean;
}

const PERSON = 'a[href*="/in/"]';

/**
 * The viewer, from the surest source a page has: the own profile's edit links, the owner inside message ids, the menu
 * of the bar on top, the card left of the feed. `undefined` when there is none, or two of them name different people.
 */
export function viewerOnPage(document: Document, page: Page): Viewer | undefined {
  const sources = [
    ownProfile(document, page),
    ownMessages(document),
    ownMenu(document),
    ownCard(document, page),
  ];
  const found = sources.filter((viewer) => viewer !== undefined);
  const [first] = found;
  if (first === undefined || found.some((other) => disagree(first, other))) return undefined;
  const sure = found.filter(({ certain }) => certain);
  const name = found.find((viewer) => viewer.name !== undefined)?.name;
  return {
    // Sources that name the viewer by ids of different kinds are still one viewer: all are about who is signed in.
    aliases: [
      ...new Set((sure.length > 0 ? sure : found).flatMap(({ aliases }) => aliases)),
    ].sort(),
    ...(name === undefined ? {} : { name }),
    certain: sure.length > 0,
  };
}

function disagree(one: Viewer, other: Viewer): boolean {
  return other.aliases.some((alias) => {
    const kind = alias.slice(0, alias.indexOf(":") + 1);
    return one.aliases.some((known) => known.startsWith(kind)) && !one.aliases.includes(alias);
  });
}

function ownProfile(document: Document, page: Page): Viewer | undefined {
  const profile = profileAt(document, document, page);
  if (profile?.relation !== "self") return undefined;
  return { aliases: profile.aliases, name: profile.name, certain: true };
}

/** Every message carries the id of the member whose mailbox it is in. */
function ownMessages(document: Document): Viewer | undefined {
  const owners = new Set<Alias>();
  for (const message of document.querySelectorAll('[data-event-urn*="fsd_profile:ACo"]')) {
    const id = /fsd_profile:(ACo[A-Za-z0-9_-]+)/.exec(
      message.getAttribute("data-event-urn") ?? "",
    )?.[1];
    const alias = id === undefined ? undefined : memberAlias(id);
    if (alias !== undefined) owners.add(alias);
  }
  return owners.size === 1 ? { aliases: [...owners], certain: true } : undefined;
}

/** The bar on top leads to one person only: its owner, once the menu was opened. */
function ownMenu(document: Document): Viewer | undefined {
  const anchors = [...document.querySelectorAll(PERSON)]
    .filter((element) => element.closest('#global-nav,[data-testid="primary-nav"]') !== null)
    .map(personAnchor)
    .filter((anchor) => anchor !== undefined);
  return onlyPerson(anchors, namePhoto(document), true);
}

/** The card left of the feed stands before the first post: picture and name lead to the viewer. */
function ownCard(document: Document, page: Page): Viewer | undefined {
  if (page.surface !== "feed") return undefined;
  const anchors: PersonAnchor[] = [];
  const elements = [...document.querySelectorAll(`${PERSON},${POST}`)];
  const firstPost = elements.findIndex((element) => element.matches(POST));
  // Before any post is there, a suggested person could be taken for the viewer: the order is what tells them apart.
  for (const element of elements.slice(0, Math.max(0, firstPost))) {
    const anchor = element.closest(CHROME) === null ? personAnchor(element) : undefined;
    if (anchor !== undefined) anchors.push(anchor);
  }
  const photo = namePhoto(document);
  const name = nameChoice(anchors, "no")?.leaf.text;
  const sure =
    anchors.some(({ hasPicture }) => hasPicture) && name !== undefined && (photo ?? name) === name;
  return onlyPerson(anchors, name ?? photo, sure);
}

function onlyPerson(
  anchors: readonly PersonAnchor[],
  name: string | undefined,
  certain: boolean,
): Viewer | undefined {
  const aliases = [...new Set(anchors.flatMap((anchor) => anchor.aliases))].sort();
  const slugs = aliases.filter((alias) => alias.startsWith("slug:"));
  if (aliases.length === 0 || slugs.length > 1 || aliases.length - slugs.length > 1)
    return undefined;
  return { aliases, ...(name === undefined ? {} : { name }), certain };
}

/** The picture in the bar on top of the older layout is labelled with the viewer's name. */
function namePhoto(document: Document): string | undefined {
  const label = document
    .querySelector("#global-nav img[alt],.global-nav__me-photo")
    ?.getAttribute("alt");
  const name = squeezed(label ?? "");
  return name === "" ? undefined : name;
}
