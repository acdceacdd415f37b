/**
 * What counts as a person's id on the site, from any page or file.
 */
import type { Alias } from "../../domain/person/person.ts";
import { unicodePattern } from "./unicode-pattern.ts";

/** Parts of `/in/` addresses that lead to a person without naming one. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(["me", "edit", "unavailable", ".", ".."]);

/**
 * Member ids: measured ones have 39 characters and start with `ACoAA`. A shorter one is taken only if the
 * character after `ACo` cannot be the middle of a word written in capitals and small letters.
 */
const MEMBER_ID = /^ACo(?:[A-Z0-9_][A-Za-z0-9_-]{3,60}|[A-Za-z0-9_-]{36})$/;

/** Ids of other families (Sales Navigator, Recruiter): they name people, but never in the same words. */
const FOREIGN_ID = /^A(?:C[rsw]|E[a-zA-Z])AA[A-Za-z0-9_-]{20,}$/;

/**
 * What no slug holds: address syntax, spaces, quotes, and invisible characters but the joiners of Persian and emoji and the two marks of
 * direction, with which a few addresses of the site begin.
 */
const NOT_IN_A_SLUG = /[/\\?#%<>"`|{}^:@[\]\s\uFFFD]/u;
const INVISIBLE = unicodePattern(
  String.raw`(?![\u200C-\u200F])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]`,
);

/** At least one letter, digit or symbol of any script: punctuation alone names nobody. */
const SAYS_SOMETHING = unicodePattern(String.raw`[\p{L}\p{N}\p{S}]`);

const LONGEST_SLUG = 200;

/** The alias of a member id as addresses, urns and keys write it; `undefined` when it is not one. */
export function memberAlias(id: string): Alias | undefined {
  return MEMBER_ID.test(id) ? `member:${id}` : undefined;
}

/** The alias of a numeric member id (digits only, no leading zero). */
export function numberAlias(digits: string): Alias | undefined {
  return /^[1-9]\d{0,17}$/.test(digits) ? `number:${digits}` : undefined;
}

/**
 * The alias of a slug that is already free of percent-encoding: NFC, lower case. Member ids that stand where a
 * slug would keep their case.
 */
export function slugAlias(slug: string): Alias | undefined {
  const member = memberAlias(slug);
  if (member !== undefined) return member;
  // Lower-casing can leave a sequence that NFC writes shorter, and NFC can make a forbidden character of an allowed one:
  // so the order is fixed.
  const canonical = slug.toLowerCase().normalize("NFC");
  if (canonical.length === 0 || canonical.length > LONGEST_SLUG || FOREIGN_ID.test(slug)) {
    return undefined;
  }
  if (NOT_IN_A_SLUG.test(canonical) || INVISIBLE().test(canonical)) return undefined;
  if (!SAYS_SOMETHING().test(canonical)) return undefined;
  return PLACEHOLDERS.has(canonical) ? undefined : `slug:${canonical}`;
}

/** The alias of a path segment or query value that may be percent-encoded, once: a second `%` is refused. */
export function encodedAlias(segment: string): Alias | undefined {
  try {
    return slugAlias(decodeURIComponent(segment));
  } catch {
    return undefined;
  }
}

/** The alias inside a urn of a member: `urn:li:fsd_profile:ACo…` or `urn:li:member:123`. */
export function urnAlias(urn: string): Alias | undefined {
  const match = /^urn:li:(?:(fs_miniProfile|fsd_profile|fs_profile|member):)([A-Za-z0-9_-]+)$/.exec(
    urn.trim(),
  );
  const id = match?.[2];
  if (id === undefined) return undefined;
  return match?.[1] === "member" ? (numberAlias(id) ?? memberAlias(id)) : memberAlias(id);
}

/** Whether a stored alias is still in the canonical form this file writes. */
export function isCanonical(alias: Alias): boolean {
  const colon = alias.indexOf(":");
  const id = alias.slice(colon + 1);
  if (alias.startsWith("slug:")) return slugAlias(id) === alias;
  if (alias.startsWith("member:")) return memberAlias(id) === alias;
  return numberAlias(id) === alias;
}
