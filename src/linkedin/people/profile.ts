/**
 * The person a profile page is about. A wrong person here is the worst fault there is, so a name counts only inside a
 * card that carries evidence of the same person as the address.
 */
import type { Alias } from "../../domain/person/person.ts";
import { aliasesInOneAddress, aliasesTogether, contradicts } from "./alias-evidence.ts";
import { cardTexts, type CardTexts } from "./card-texts.ts";
import { languageOf } from "../languages/language.ts";
import { mutualConnections, type MutualConnections } from "./mutual.ts";
import { namePlace } from "./name-place.ts";
import { isDocument, isElement, squeezed } from "../page/page-text.ts";
import type { PersonOnPage } from "./person-on-page.ts";
import { nameOfTitle, profileName } from "./profile-name.ts";
import { profileActions, relationOnProfile, type Relation } from "./profile-relation.ts";
import { shownCompany } from "./shown-company.ts";
import { concernsTopCard, topCards, type TopCard } from "./top-card.ts";
import { aliasesFromUrl, pageOf, type Page } from "../address/urls.ts";
import { writtenName } from "./written-name.ts";

/** A profile with an address, card and name that agree. */
export interface SettledProfile extends CardTexts {
  /** Sorted; the address's own alias among them. */
  readonly aliases: readonly Alias[];
  /** Those of them, at least two, that the site wrote into one address. */
  readonly inOneAddress?: readonly Alias[];
  readonly mutual?: MutualConnections;
  readonly name: string;
  /** Where the name stands, and how a badge is put there. */
  readonly anchor: Element;
  readonly placement: "append" | "after";
  readonly relation: Relation;
  /** Where the person works now, where that is certain. */
  readonly company?: string;
}

/**
 * The profile a document shows at an address, or `undefined` while anything disagrees: the address changed and the
 * card did not yet, the card is half drawn, two cards claim to be it.
 */
export function settledProfile(document: Document, url: string): SettledProfile | undefined {
  return profileAt(document, document, pageOf(url));
}

/** The same for what was added to a page; nothing is looked for when it cannot concern the top card. */
export function profileOnPage(root: ParentNode, page: Page): PersonOnPage | undefined {
  if (page.surface !== "profile" || (isElement(root) && !concernsTopCard(root))) return undefined;
  const document = ownerOf(root);
  const profile =
    document === null ? undefined : profileAt(isElement(root) ? document : root, document, page);
  if (profile === undefined) return undefined;
  const { relation: _relation, ...person } = profile;
  return { ...person, size: "full", surface: "profile" };
}

/** The profile of a page under a root, when everything about it agrees. */
export function profileAt(
  root: ParentNode,
  document: Document,
  page: Page,
): SettledProfile | undefined {
  const { alias } = page;
  if (page.surface !== "profile" || alias === undefined || !showsTopCard(page)) return undefined;
  const settled = topCards(root)
    .filter((card) => isAbout(card, alias))
    .map((card) => read(card, alias, document))
    .filter((profile) => profile !== undefined);
  return settled.length === 1 ? settled[0] : undefined;
}

/** Pages under a profile that show its top card: the profile itself and what opens over it. */
function showsTopCard({ part }: Page): boolean {
  return part === undefined || part === "overlay" || part === "edit" || part === "detail";
}

/** A card is about a person if something in it says so, and nothing in it says otherwise. */
function isAbout({ own, given }: TopCard, alias: Alias): boolean {
  const says = [...own, ...given];
  const members = new Set(own.filter((known) => known.startsWith("member:")));
  return says.includes(alias) && !contradicts([alias], says) && members.size < 2;
}

function read(
  { block, own, given }: TopCard,
  alias: Alias,
  document: Document,
): SettledProfile | undefined {
  const leaf = profileName(block, alias, document.title);
  if (leaf === undefined) return undefined;
  const aliases = aliasesTogether([alias], [...own, ...given]);
  const name = writtenName(leaf, { aliases, labels: labelsOf(block, document.title) });
  if (name === undefined) return undefined;
  const { element, placement } = namePlace(leaf.element);
  const inOneAddress = aliasesInOneAddress(addressesIn(block), aliases);
  const mutual = mutualConnections(block, aliases, "profile");
  const texts = cardTexts(block, leaf, () => languageOf(block));
  const company = shownCompany(block, texts.headline);
  return {
    aliases,
    ...(inOneAddress.length > 0 && { inOneAddress }),
    ...(mutual !== undefined && { mutual }),
    name,
    ...texts,
    ...(company !== undefined && { company }),
    anchor: element,
    placement,
    relation: relationOnProfile(profileActions(block, aliases, texts.degree)),
  };
}

/** The aliases of each address in a card by itself. */
const addressesIn = (block: Element): readonly (readonly Alias[])[] =>
  [...block.querySelectorAll("a[href]")].map((link) =>
    aliasesFromUrl(link.getAttribute("href") ?? ""),
  );

/** What names the person besides the text: the document's title, pictures and acts. The title may be translated as well. */
function labelsOf(block: Element, title: string): readonly string[] {
  const labels = [...block.querySelectorAll("img[alt],[aria-label]")].map(
    (element) => element.getAttribute("aria-label") ?? element.getAttribute("alt") ?? "",
  );
  return [...labels.map(squeezed), nameOfTitle(title) ?? ""];
}

function ownerOf(root: ParentNode): Document | null {
  return isDocument(root) ? root : root.ownerDocument;
}
