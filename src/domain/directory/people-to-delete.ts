/**
 * Whom the user may delete at once: by a tag, by a company, or those with whom nothing passed for years and of whom nothing is noted.
 */
import type { PersonId } from "../person/person.ts";
import type { PersonRecord } from "./person-record.ts";

/** Whom a deletion is about. */
export type DeletionAsked =
  | { readonly of: "tag" | "company"; readonly is: string }
  /** See {@link isQuiet}. */
  | { readonly of: "quiet"; readonly years: number };

/** Whom a deletion would be about, by name. */
export interface PeopleToDelete {
  readonly ids: readonly PersonId[];
  /** Their names in the same order, as they are shown. */
  readonly names: readonly string[];
}

/** The same day so many years before a moment (ms), by UTC. */
function yearsBefore(now: number, years: number): Date {
  const day = new Date(now);
  day.setUTCFullYear(day.getUTCFullYear() - years);
  return day;
}

/**
 * Whether nothing passed between the user and a person for so many years, and the connection is as old; where neither is known, nobody called
 * the person by name since. Never of somebody of whom the user chose anything or keeps a note, a tag or a reminder; exchanges that the user
 * wrote down are not looked at here.
 */
export function isQuiet(
  { choices, summary, name }: PersonRecord,
  years: number,
  now: number,
): boolean {
  if (Object.keys(choices).length > 0) return false;
  const limit = yearsBefore(now, years);
  const { lastAt, connected } = summary;
  const moments = [lastAt, connected?.to].filter((one) => one !== undefined);
  return (moments.length > 0 ? moments : [name.at ?? Infinity]).every(
    (one) => one < limit.getTime(),
  );
}
