/**
 * The site's addresses: which person one names, and which page one leads to.
 */
import type { Alias } from "../../domain/person/person.ts";
import { encodedAlias, isCanonical, memberAlias, slugAlias, urnAlias } from "./aliases.ts";
import { sitePath, type SitePath } from "./site-path.ts";
import { surface, type Surface } from "./surfaces.ts";

/** A page as far as its address tells. */
export interface Page {
  readonly surface: Surface;
  /** The person a profile page is about. */
  readonly alias?: Alias;
  /** On a profile: what comes after the person (`details`, `recent-activity`); a locale is left out. */
  readonly part?: string;
  /** On messaging: the conversation id in the archive's form (`2-…==`). */
  readonly conversation?: string;
  /** On a post: the numeric id found in the address. */
  readonly post?: string;
}

const LOCALE = /^[a-z]{2}(?:[-_][a-z]{2})?$/i;

/**
 * The person an address leads to, by its path: every form of a profile's address, absolute, relative or without
 * scheme, of the desktop, mobile and country hosts.
 *
 * @param base the address relative ones are resolved against; the site's root when absent
 * @returns `undefined` for any other address, for `/in/me/`, and for what is percent-encoded twice
 */
export function aliasFromUrl(href: string, base?: string): Alias | undefined {
  const path = sitePath(href, base);
  return path === undefined ? undefined : aliasOfPath(path);
}

/**
 * Every alias one address carries, all of the person it leads to: the path's, the one in `miniProfileUrn`, the single
 * recipient of a compose link, the target of an invitation link. Empty when it leads to no single person.
 */
export function aliasesFromUrl(href: string, base?: string): readonly Alias[] {
  if (base !== undefined || href.length > LONGEST_KNOWN) return aliasesOfPath(sitePath(href, base));
  const known = aliasesKnown.get(href);
  if (known !== undefined) return known;
  if (aliasesKnown.size >= MOST_KNOWN) aliasesKnown.clear();
  const aliases = aliasesOfPath(sitePath(href));
  aliasesKnown.set(href, aliases);
  return aliases;
}

/** What addresses were found to carry: a post leads to its author four times, and is read more than once. */
const aliasesKnown = new Map<string, readonly Alias[]>();
const MOST_KNOWN = 2000;

/** Letters of an address that is kept: those of the site have some 60, and a page can write endless ones. */
const LONGEST_KNOWN = 300;

function aliasesOfPath(path: SitePath | undefined): readonly Alias[] {
  if (path === undefined) return [];
  if (path.segments[0] === "in") return aliasesOfProfilePath(path);
  if (path.segments[0] === "messaging" && path.segments[1] === "compose")
    return onlyOne(recipients(path));
  if (path.segments[0] === "preload" && (path.segments[1] ?? "").endsWith("custom-invite")) {
    return present([slugAlias(path.query.get("vanityName") ?? "")]);
  }
  return [];
}

/** The member of a people-search link that lists the connections of exactly one. */
export function connectionsOf(href: string, base?: string): Alias | undefined {
  const path = sitePath(href, base);
  if (path === undefined || surface(path) !== "people-search") return undefined;
  const written = path.query.get("connectionOf") ?? path.query.get("facetConnectionOf") ?? "";
  const ids = written.match(/[A-Za-z0-9_-]+/g) ?? [];
  return ids.length === 1 ? memberAlias(ids[0] ?? "") : undefined;
}

/** What follows the person in a profile's address (`overlay`, `details`…), `undefined` for the profile itself. */
export function profilePart(href: string, base?: string): string | undefined {
  const path = sitePath(href, base);
  return path?.segments[0] === "in" ? partOfPath(path) : undefined;
}

/** Address of a person's profile, from a valid slug or member id; a numeric id has none. */
export function profileUrl(alias: Alias): string | undefined {
  if (alias.startsWith("number:") || !isCanonical(alias)) return undefined;
  return `https://www.linkedin.com/in/${encodeURIComponent(alias.slice(alias.indexOf(":") + 1))}/`;
}

/** The address that was asked about last: every part of a page is read with the page's own. */
let last: { readonly url: string; readonly page: Page } | undefined;

/** The page an address leads to. */
export function pageOf(url: string): Page {
  if (last?.url !== url) last = { url, page: pageAt(url) };
  return last.page;
}

function pageAt(url: string): Page {
  const path = sitePath(url);
  const found = surface(path);
  if (path === undefined) return { surface: found };
  if (found === "profile") return profilePage(path);
  if (found === "messaging") return withText("messaging", "conversation", conversationOfPath(path));
  if (found === "post") return withText("post", "post", postOfPath(path));
  return { surface: found };
}

function profilePage(path: SitePath): Page {
  const alias = aliasOfPath(path);
  const part = partOfPath(path);
  return {
    surface: "profile",
    ...(alias === undefined ? {} : { alias }),
    ...(part === undefined ? {} : { part }),
  };
}

function withText(found: Surface, key: "conversation" | "post", value: string | undefined): Page {
  return value === undefined ? { surface: found } : { surface: found, [key]: value };
}

function aliasOfPath({ segments }: SitePath): Alias | undefined {
  return segments[0] === "in" && segments[1] !== undefined ? encodedAlias(segments[1]) : undefined;
}

function partOfPath({ segments }: SitePath): string | undefined {
  const rest = LOCALE.test(segments[2] ?? "") ? segments.slice(3) : segments.slice(2);
  return rest[0];
}

function aliasesOfProfilePath(path: SitePath): readonly Alias[] {
  const alias = aliasOfPath(path);
  if (alias === undefined) return [];
  const urn = urnAlias(path.query.get("miniProfileUrn") ?? "");
  // A link that names two different member ids contradicts itself: believe the path, learn nothing.
  if (urn === undefined || urn === alias || alias.startsWith("member:")) return [alias];
  return [alias, urn];
}

function recipients({ query }: SitePath): readonly Alias[] {
  const written = [
    ...query.getAll("recipient"),
    ...query.getAll("profileUrn"),
    ...query.getAll("recipients"),
  ];
  return present(
    written
      .flatMap((value) => value.replace(/^List\(|\)$/g, "").split(","))
      .map((value) => urnAlias(value) ?? memberAlias(value.trim())),
  );
}

function onlyOne(aliases: readonly Alias[]): readonly Alias[] {
  const unique = [...new Set(aliases)];
  return unique.length === 1 ? unique : [];
}

function present(aliases: ReadonlyArray<Alias | undefined>): readonly Alias[] {
  return aliases.filter((alias) => alias !== undefined);
}

function conversationOfPath({ segments }: SitePath): string | undefined {
  if (segments[1] !== "thread") return undefined;
  try {
    const id = decodeURIComponent(segments[2] ?? "");
    return /^\d-[A-Za-z0-9+/_=-]{8,}$/.test(id) ? id : undefined;
  } catch {
    return undefined;
  }
}

function postOfPath({ segments }: SitePath): string | undefined {
  const found = /(?:activity|ugcPost|share|groupPost)(?::|%3A|-)(?:\d+-)?(\d{15,20})/i.exec(
    segments.slice(1).join("/"),
  );
  return found?.[1];
}
