import type { Alias } from "../domain/person/person.ts";

/** What may stand in a profile's address: letters, digits and marks of any script, and a few signs; never address syntax. */
const SEGMENT =
  /^(?!\.{1,2}$)(?:(?![<>^`|])[\p{L}\p{M}\p{N}\p{S}_.~'!()*,;&=+$-]|\u200C|\u200D){1,200}$/u;

/**
 * The address of a person's profile, made from an alias and never from a stored address.
 *
 * @returns `undefined` for a numeric id, which has no page, and for anything that would not stay one part of a path
 */
export function profileLink(alias: Alias): string | undefined {
  const [kind] = alias.split(":", 1);
  const segment = alias.slice(alias.indexOf(":") + 1);
  if ((kind !== "slug" && kind !== "member") || !SEGMENT.test(segment)) return undefined;
  return `https://www.linkedin.com/in/${encodeURIComponent(segment)}/`;
}

/** The address of the site's own window for a message to a person, empty; only a member id leads to one. */
export function messageLink(aliases: readonly Alias[]): string | undefined {
  const member = aliases.find((alias) => alias.startsWith("member:"))?.slice("member:".length);
  if (member === undefined || !/^[A-Za-z0-9_-]{1,80}$/.test(member)) return undefined;
  return `https://www.linkedin.com/messaging/compose/?recipient=${member}`;
}

/** The address of a person's profile from the first alias that has one; a slug before a member id, because people recognise it. */
export const profileOf = (aliases: readonly Alias[]): string | undefined =>
  ["slug:", "member:"]
    .flatMap((kind) => aliases.filter((alias) => alias.startsWith(kind)))
    .map(profileLink)
    .find((link) => link !== undefined);
