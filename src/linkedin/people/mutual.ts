/**
 * Mutual connections as a card states them: a line of links in `strong` (older layout 2022 to 2026, newer layout April 2026), in the
 * older layout with a link to the search for all of them.
 */
import type { Alias } from "../../domain/person/person.ts";
import { latinDigits } from "../languages/language.ts";
import { grouped } from "../page/grouped.ts";
import { squeezed, textLeaves, type TextLeaf } from "../page/page-text.ts";
import { personAnchor, type PersonAnchor } from "./person-anchors.ts";
import { sitePath } from "../address/site-path.ts";
import type { Surface } from "../address/surfaces.ts";
import { connectionsOf } from "../address/urls.ts";
import { siteMentions, type NamedMention } from "./site-mentions.ts";
import { isOwnSlug, writtenName } from "./written-name.ts";
import { unicodePattern } from "../address/unicode-pattern.ts";

const LETTER = unicodePattern(String.raw`\p{L}`);
const BEGINS_WITH_DIGIT = unicodePattern(String.raw`^\p{Nd}`);

/** A person that the viewer and the person of the card both know. */
export interface MutualConnection {
  readonly alias: Alias;
  readonly name: string;
}

/** What a card says of mutual connections. */
export interface MutualConnections {
  /** How many there are in all; absent where the line does not say it with certainty. */
  readonly count?: number;
  /** Those the card names, in page order. */
  readonly named: readonly MutualConnection[];
}

/** Surfaces with cards that name mutual connections in `strong`. Elsewhere such a line is about followers or reactions. */
const WITH_MUTUAL: ReadonlySet<Surface> = new Set<Surface>([
  "people-search",
  "search",
  "company-people",
  "followers",
  "connections",
  "invitations",
  "profile",
]);

const PERSON = 'a[href*="/in/"]';
const ALL_OF_THEM = 'a[href*="onnectionOf="]';
const SET_OFF = "strong,b";
const MOST_LEVELS = 5;
const LONGEST_LINE = 300;

/**
 * The mutual connections a card states.
 *
 * @param own aliases of the person of the card
 * @returns `undefined` when it states none
 */
export function mutualConnections(
  block: Element,
  own: readonly Alias[],
  surface: Surface,
): MutualConnections | undefined {
  if (!WITH_MUTUAL.has(surface)) return undefined;
  const anchors = [...block.querySelectorAll(PERSON)]
    .filter((link) => link.querySelector(SET_OFF) !== null || link.closest(SET_OFF) !== null)
    .map(personAnchor)
    .filter((anchor) => anchor !== undefined)
    .filter(
      ({ inStrong, hidden, hasPicture, aliases }) =>
        inStrong && !hidden && !hasPicture && !aliases.some((alias) => own.includes(alias)),
    );
  const line = lineAround(anchors[0]?.element, block);
  if (line === undefined) return countAlone(block, own);
  const inLine = anchors.filter(({ element }) => line.contains(element));
  const people = [...grouped(inLine, ({ aliases }) => aliases[0]).values()];
  const others = othersIn(line);
  return {
    ...(others !== undefined && { count: people.length + others }),
    named: people.flatMap(connectionOf),
  };
}

/**
 * How many more a line speaks of: the site says it in words of the line itself or links all of them there. What stands beside somebody in
 * a link to them is no word of the line ("Note (2)"); with a number in any other place nobody can tell.
 */
function othersIn(line: Element): number | undefined {
  const rest = textLeaves(line).filter(
    ({ element }) => element.closest(PERSON) === null || element.closest(PERSON)?.contains(line),
  );
  const isOwn = ({ element }: TextLeaf): boolean =>
    element === line || element.closest(ALL_OF_THEM) !== null;
  const elsewhere = rest.filter((leaf) => !isOwn(leaf));
  return numberIn(elsewhere) === 0 ? numberIn(rest.filter(isOwn)) : undefined;
}

/** The count where the site only links the search for all of them: its names are in `strong`, or it begins with the number. */
function countAlone(block: Element, own: readonly Alias[]): MutualConnections | undefined {
  const search = [...block.querySelectorAll(ALL_OF_THEM)].find((link) => isAllOf(link, own));
  if (search === undefined) return undefined;
  const leaves = textLeaves(search);
  const names = leaves.filter(({ strong, text }) => strong && LETTER().test(text));
  const others = numberIn(leaves.filter((leaf) => !names.includes(leaf)));
  const isSure = names.length > 0 || BEGINS_WITH_DIGIT().test(leaves[0]?.text ?? "");
  return others === undefined || !isSure ? undefined : { count: names.length + others, named: [] };
}

/** A link to the search for the viewer's connections among those of the person: for the first degree only, not for everybody's. */
function isAllOf(link: Element, own: readonly Alias[]): boolean {
  const href = link.getAttribute("href") ?? "";
  const { query } = sitePath(href) ?? {};
  const degrees = (query?.get("network") ?? query?.get("facetNetwork") ?? "F").match(/[A-Z]/g);
  const whose = connectionsOf(href);
  // Where the card does not say the member id of its person, it is nobody else's link.
  const isTheirs =
    !own.some((alias) => alias.startsWith("member:")) || own.some((alias) => alias === whose);
  return whose !== undefined && isTheirs && degrees?.join("") === "F";
}

/** The person that links of one line lead to, by the name that is the site's. */
function connectionOf(links: readonly PersonAnchor[]): readonly MutualConnection[] {
  const [own] = siteMentions(links.flatMap(named));
  const alias = own?.anchor.aliases[0];
  return own === undefined || alias === undefined ? [] : [{ alias, name: own.name }];
}

function named(anchor: PersonAnchor): readonly NamedMention[] {
  const { aliases, leaves, element } = anchor;
  const [leaf] = leaves;
  if (leaf === undefined || isOwnSlug(leaf.text, aliases)) return [];
  const labels = [element.getAttribute("aria-label") ?? ""];
  const name = writtenName(leaf, { aliases, labels });
  return name === undefined ? [] : [{ anchor, name }];
}

/** The line that speaks of them: the first block around the first link that says more than its name. */
function lineAround(link: Element | undefined, card: Element): Element | undefined {
  const name = squeezed(link?.textContent ?? "");
  let block = link?.parentElement ?? null;
  for (let level = 0; block !== null && block !== card && level < MOST_LEVELS; level += 1) {
    const text = squeezed(block.textContent ?? "");
    if (text !== name) return text.length > LONGEST_LINE ? undefined : block;
    block = block.parentElement;
  }
  return undefined;
}

/** The one number in some pieces of text, 0 without any; `undefined` when there are several, or a translator may have written it. */
function numberIn(leaves: readonly TextLeaf[]): number | undefined {
  if (leaves.some(({ translated }) => translated === true)) return undefined;
  const text = latinDigits(leaves.map((leaf) => leaf.text).join(" "));
  const [written, ...more] = text.match(/\d+(?:[.,\u00A0\u202F ’']\d{3})*/gu) ?? [];
  return more.length > 0 ? undefined : Number((written ?? "0").replace(/\D/g, ""));
}
