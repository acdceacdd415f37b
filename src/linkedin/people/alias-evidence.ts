/**
 * Where a page ties two names of one person together besides the links themselves.
 */
import type { Alias } from "../../domain/person/person.ts";
import { memberAlias, numberAlias, slugAlias, urnAlias } from "../address/aliases.ts";
import { aliasesFromUrl, connectionsOf } from "../address/urls.ts";
import { matching } from "../page/whole-items.ts";

/** Elements that may name a person without leading to one. */
export const EVIDENCE = [
  'a[href*="/messaging/compose"]',
  'a[href*="custom-invite"]',
  '[componentkey*="ACo"]',
  '[componentkey*="urn:li:member:"]',
  '[componentkey^="ConnectionCard"]',
  '[componentkey^="ProfileVerificationTriggerRef-"]',
  "[data-chameleon-result-urn]",
  "[data-member-id]",
].join(",");

/** A link to somebody's connections: in a top card it is the person's own, elsewhere nobody promises that. */
export const CONNECTIONS_LINK = 'a[href*="onnectionOf="]';

/** Grammar of the newer layout's keys; each gives what stands in the first group. Newest last. */
const KEYS: ReadonlyArray<readonly [RegExp, (id: string) => Alias | undefined]> = [
  // People search, April 2026.
  [/^SearchResults(ACo[A-Za-z0-9_-]+)$/, memberAlias],
  // Profile top card, April 2026; the middle was once seen to be the slug.
  [/^com\.linkedin\.sdui\.profile\.card\.ref(.+?)Topcard$/, slugAlias],
  // Connections, September 2026.
  [/^ConnectionCard(?:ProfileImage)?_\d+-(.+)$/, slugAlias],
  // Profile, 2026.
  [/^ProfileVerificationTriggerRef-(.+)$/, slugAlias],
  // Connect and follow buttons, October 2026.
  [/^(?:Connect|Follow)Button.*urn:li:member:(\d+)(?:_[A-Za-z]+)?$/, numberAlias],
];

/** Aliases one element gives away about the person of its card; empty when it says nothing. */
export function aliasesGivenBy(element: Element): readonly Alias[] {
  return [...aliasesOfLink(element), ...aliasesOfKeys(element)];
}

function aliasesOfLink(element: Element): readonly Alias[] {
  const href = element.localName === "a" ? element.getAttribute("href") : null;
  if (href === null) return [];
  const searched = element.matches(CONNECTIONS_LINK) ? connectionsOf(href) : undefined;
  return searched === undefined ? aliasesFromUrl(href) : [searched];
}

function aliasesOfKeys(element: Element): readonly Alias[] {
  const found: Alias[] = [];
  const key = element.getAttribute("componentkey");
  if (key !== null) {
    for (const [grammar, alias] of KEYS) push(found, alias(decoded(grammar.exec(key)?.[1] ?? "")));
  }
  push(found, urnAlias(element.getAttribute("data-chameleon-result-urn") ?? ""));
  push(found, numberAlias(element.getAttribute("data-member-id") ?? ""));
  return found;
}

/** Members named by the hover-card triggers inside a link (older layout, 2022): they belong to the link, not to the card. */
export function hoverTriggerAliases(link: Element): readonly Alias[] {
  const found: Alias[] = [];
  for (const trigger of matching(link, "[data-entity-hovercard-id]")) {
    push(found, urnAlias(trigger.getAttribute("data-entity-hovercard-id") ?? ""));
  }
  return found;
}

function push(found: Alias[], alias: Alias | undefined): void {
  if (alias !== undefined) found.push(alias);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/**
 * The aliases of one person out of what a card gives: at most one member id and one number may join the person's own,
 * and a slug only if the person had none. Two different ids of one kind contradict each other, so neither is learnt.
 *
 * @param own what the person's own links say
 * @param given what the rest of the card says
 */
export function aliasesTogether(own: readonly Alias[], given: readonly Alias[]): readonly Alias[] {
  const together = new Set(own);
  for (const kind of ["slug:", "member:", "number:"]) {
    const known = own.filter((alias) => alias.startsWith(kind));
    const offered = [...new Set(given.filter((alias) => alias.startsWith(kind)))];
    if (known.length > 0 || offered.length !== 1) continue;
    for (const alias of offered) together.add(alias);
  }
  return [...together].sort();
}

/**
 * The aliases that the site wrote into one address, out of all addresses of a card: strong evidence that they are one person's. Aliases
 * that only stand in the same card are weaker: a card may hold a link to somebody else.
 *
 * @param addresses aliases of each address by itself
 * @param together the person's aliases: others are left out
 * @returns sorted; empty without an address that holds two of them. Where several addresses hold different pairs, they are joined as
 * far as they share an alias
 */
export function aliasesInOneAddress(
  addresses: readonly (readonly Alias[])[],
  together: readonly Alias[],
): readonly Alias[] {
  const pairs = addresses
    .map((aliases) => [...new Set(aliases)].filter((alias) => together.includes(alias)))
    .filter((aliases) => aliases.length > 1);
  const joined = new Set(pairs[0]);
  // Every round that adds nothing is the last one.
  for (let size = 0; size !== joined.size;) {
    size = joined.size;
    for (const pair of pairs)
      if (pair.some((alias) => joined.has(alias))) for (const alias of pair) joined.add(alias);
  }
  return [...joined].sort();
}

/** Whether a card's evidence names somebody else than the person it seems to be about. */
export function contradicts(own: readonly Alias[], given: readonly Alias[]): boolean {
  return given.some((alias) => {
    const kind = alias.slice(0, alias.indexOf(":") + 1);
    return own.some((known) => known.startsWith(kind)) && !own.includes(alias);
  });
}
