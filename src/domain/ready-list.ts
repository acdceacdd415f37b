/**
 * The list the popup opens with: who is late by their own rhythm, most worth reconnecting first.
 */
import { candidate } from "./candidate.ts";
import { circumstances } from "./circumstances.ts";
import { shownCareer, shownName } from "./corrected.ts";
import type { Coverage } from "./coverage.ts";
import type { Alias, CareerSighting, PersonId } from "./person.ts";
import type { PersonRecord } from "./person-record.ts";
import { suggestionReasons, type SuggestionReason } from "./reasons.ts";
import {
  goingStale,
  SUGGESTION_DEFAULTS,
  suggestions,
  type SuggestionSettings,
} from "./suggestions.ts";
import { tie, type Tie } from "./tie.ts";

/** How many rows are kept: what a user may scroll through before asking for everybody. */
const ROWS = 100;

/** One row: everything that is shown of the person. */
export interface ReadyRow {
  readonly id: PersonId;
  readonly alias: Alias;
  readonly name: string;
  readonly headline?: string;
  readonly tie: Tie;
  readonly reasons: readonly SuggestionReason[];
}

/** The list as kept. */
export interface ReadyList {
  /** When it was made (ms). */
  readonly at: number;
  /** It has to be made anew whatever the day. */
  readonly outdated?: true;
  /** Most worth reconnecting first. */
  readonly rows: readonly ReadyRow[];
  /** How many people are late by their own rhythm, in the list or not. */
  readonly staleCount: number;
}

/** The alias a link is built from: a slug if there is one, because people recognise it. */
export const linkAlias = (aliases: readonly Alias[]): Alias | undefined =>
  aliases.find((alias) => alias.startsWith("slug:")) ??
  aliases.find((alias) => alias.startsWith("member:"));

/** What somebody does, as last shown; empty when nobody said. */
export function workText(career: readonly CareerSighting[]): string {
  const latest = career.at(-1);
  return latest?.headline ?? [latest?.title, latest?.company].filter(Boolean).join(" · ");
}

/** The row of a person; `undefined` for somebody no link leads to. */
export function readyRow(
  person: PersonRecord,
  known: Tie,
  reasons: readonly SuggestionReason[],
): ReadyRow | undefined {
  const alias = linkAlias(person.aliases);
  if (alias === undefined) return undefined;
  const headline = workText(shownCareer(person));
  return {
    id: person.id,
    alias,
    name: shownName(person),
    tie: known,
    reasons,
    ...(headline && { headline }),
  };
}

/** The list for these people at `now`: everybody late by their own rhythm, ranked as suggestions are. */
export function readyList(
  people: readonly PersonRecord[],
  { coverage, ownCompanies }: Pick<SuggestionSettings, "ownCompanies"> & { coverage: Coverage },
  now: number,
): ReadyList {
  const byId = new Map(people.map((person) => [person.id, person]));
  const candidates = people.map((person) => candidate(person, person.summary));
  const ranked = suggestions(
    candidates,
    {
      ...SUGGESTION_DEFAULTS,
      perWeek: ROWS,
      again: true,
      coverage,
      ...(ownCompanies && { ownCompanies }),
    },
    now,
  ).reconnect;
  return {
    at: now,
    rows: ranked.flatMap(({ id, tie: known, reasons }) => {
      const person = byId.get(id);
      return (person && readyRow(person, known, reasons)) ?? [];
    }),
    staleCount: goingStale(candidates, now, coverage).length,
  };
}

/** The list after changes of single people: who was in it is shown as they are now, or leaves it. */
export function withChanges(
  list: ReadyList,
  changed: readonly PersonRecord[],
  gone: readonly PersonId[],
  coverage: Coverage,
): ReadyList {
  const byId = new Map(changed.map((person) => [person.id, person]));
  const absent = new Set(gone);
  if (!list.rows.some(({ id }) => byId.has(id) || absent.has(id))) return list;
  const rows = list.rows.flatMap((kept): readonly ReadyRow[] => {
    const person = byId.get(kept.id);
    if (person === undefined) return absent.has(kept.id) ? [] : [kept];
    const ranked = candidate(person, person.summary);
    if (goingStale([ranked], list.at, coverage).length === 0) return [];
    const known = tie(person.summary, circumstances(person.choices, coverage), list.at);
    const shown = readyRow(person, known, suggestionReasons(ranked, known, {}));
    return shown === undefined ? [] : [shown];
  });
  return { ...list, rows, staleCount: list.staleCount - (list.rows.length - rows.length) };
}
