/**
 * One row of a list of people: everything that is shown of the person.
 */
import type { Alias, PersonId, ShownWork } from "../person/person.ts";
import type { SuggestionReason } from "../suggestions/reasons.ts";
import type { Tie } from "../tie/tie.ts";

/** See the file. */
export interface ReadyRow {
  readonly id: PersonId;
  /** The alias that a link to the profile is built from; absent for a person without an address. */
  readonly alias?: Alias;
  readonly name: string;
  readonly headline?: string;
  /** First words of the user's latest note; absent without any. */
  readonly note?: string;
  readonly tie: Tie;
  readonly reasons: readonly SuggestionReason[];
}

/** The alias a link is built from: a slug if there is one, because people recognise it. */
export const linkAlias = (aliases: readonly Alias[]): Alias | undefined =>
  aliases.find((alias) => alias.startsWith("slug:")) ??
  aliases.find((alias) => alias.startsWith("member:"));

/** What somebody does, as last shown; empty when nothing says it. */
export function workText(career: readonly ShownWork[]): string {
  const latest = career.at(-1);
  return latest?.headline ?? [latest?.title, latest?.company].filter(Boolean).join(" · ");
}

/** What a row is made of. */
export interface RowParts {
  readonly person: { readonly id: PersonId };
  /** See `newestFirst`; empty for a person who is known by name only. */
  readonly aliases: readonly Alias[];
  /** As shown. */
  readonly name: string;
  /** What the person does, as shown; empty when nothing says it. */
  readonly headline: string;
  /** First words of the user's latest note. */
  readonly note?: string;
}

/** Makes a row. */
export function readyRow(
  { person, aliases, name, headline, note }: RowParts,
  known: Tie,
  reasons: readonly SuggestionReason[],
): ReadyRow {
  const alias = linkAlias(aliases);
  return {
    id: person.id,
    ...(alias !== undefined && { alias }),
    name,
    ...(headline && { headline }),
    ...(note !== undefined && { note }),
    tie: known,
    reasons,
  };
}
