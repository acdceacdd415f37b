/**
 * The week's lists as they are kept ready: made once, then followed through every change until the next week.
 */
import { candidate, candidateCircumstances } from "./candidate.ts";
import type { CareerNews } from "./career-news.ts";
import type { Coverage } from "./coverage.ts";
import { weekOf } from "./day.ts";
import { inTouchElsewhereAt } from "./in-touch-elsewhere.ts";
import type { Outdated } from "./outdated.ts";
import type { LensValue } from "./lens.ts";
import type { Alias, Choices, PersonId } from "./person.ts";
import type { PersonRecord } from "./person-record.ts";
import { readyRow, type ReadyRow } from "./ready-list.ts";
import { withNews } from "./reasons.ts";
import { type Suggestion, suggestions, type SuggestionSettings } from "./suggestions.ts";
import { hadTalkedBefore, talkedSince } from "./talked-since.ts";
import { tie } from "./tie.ts";

/** A person of the week's lists. */
export interface SuggestedRow extends ReadyRow {
  /** All of them: a link to the message window is made from the member id. */
  readonly aliases: readonly Alias[];
  readonly lens: readonly LensValue[];
  readonly news?: CareerNews;
  /** When the two became connected (ms), where known. */
  readonly connected?: { readonly from: number; readonly to: number };
  /** Marked as done, or ticked off because an interaction was noticed since the suggestion. */
  readonly done?: "by-hand" | "noticed";
}

/** Somebody who has come due. */
export interface DueRow extends ReadyRow {
  /** By the date the user chose, or by the user's own cadence. */
  readonly dueBy: "date" | "cadence";
  /** Since when (ms). */
  readonly dueAt: number;
  /** What the user had chosen before anything is done about it here, so that it can be taken back. */
  readonly chosen: Pick<Choices, "inTouchElsewhere" | "snoozedUntil">;
}

/** What the popup opens with. */
export interface Week {
  /** At most five each; those done this week stay. */
  readonly reconnect: readonly SuggestedRow[];
  readonly neverTalked: readonly SuggestedRow[];
  /** Longest due first. */
  readonly due: readonly DueRow[];
  /** Suggestions done since Monday. */
  readonly doneThisWeek: number;
  /** The lists do not hold any more: ask `renewLists`, then again. */
  readonly outdated?: Outdated;
}

/** A suggestion as kept. */
export interface KeptSuggestion extends SuggestedRow {
  /** When it was first shown (ms); absent as long as it was not. */
  readonly suggestedAt?: number;
  /** The user put it off or wants it no more. It stays, unseen, so that taking this back brings it back to its place. */
  readonly away?: true;
}

/** The lists as kept. */
export interface KeptWeek {
  /** When they were made (ms). */
  readonly at: number;
  /** They have to be made anew whatever the day. */
  readonly outdated?: true;
  /** The week they are for, see `weekOf`. */
  readonly week: number;
  readonly reconnect: readonly KeptSuggestion[];
  readonly neverTalked: readonly KeptSuggestion[];
}

/** By hand, or because something passed between the two since the suggestion. */
function doneOf({ choices, summary }: PersonRecord, week: number): SuggestedRow["done"] {
  const { suggestionDone, suggestedAt } = choices;
  if (suggestionDone?.value && weekOf(suggestionDone.at) === week) return "by-hand";
  if (suggestedAt === undefined) return undefined;
  if ((inTouchElsewhereAt(choices) ?? -Infinity) >= suggestedAt.value) return "by-hand";
  return talkedSince(summary, suggestedAt.value) ? "noticed" : undefined;
}

const isAway = ({ choices }: PersonRecord, now: number): boolean =>
  choices.muted?.value === true || (choices.snoozedUntil?.value ?? -Infinity) > now;

function kept(
  person: PersonRecord,
  { tie: known, reasons, lens }: Pick<Suggestion, "tie" | "reasons" | "lens">,
  week: number,
  now: number,
): KeptSuggestion | undefined {
  const row = readyRow(person, known, reasons);
  if (row === undefined) return undefined;
  const { news } = candidate(person, person.summary);
  const done = doneOf(person, week);
  const { suggestedAt } = person.choices;
  return {
    ...row,
    aliases: person.aliases,
    lens,
    ...(news && { news }),
    ...(person.summary.connected && { connected: person.summary.connected }),
    ...(done && { done }),
    ...(suggestedAt && weekOf(suggestedAt.value) === week && { suggestedAt: suggestedAt.value }),
    ...(isAway(person, now) && { away: true as const }),
  };
}

/** The lists for these people at `now`. */
export function weekLists(
  people: readonly PersonRecord[],
  settings: SuggestionSettings,
  now: number,
): KeptWeek {
  const week = weekOf(now);
  const byId = new Map(people.map((person) => [person.id, person]));
  const found = suggestions(
    people.map((person) => candidate(person, person.summary)),
    settings,
    now,
  );
  const rows = (list: readonly Suggestion[]) =>
    list.flatMap((suggestion) => {
      const person = byId.get(suggestion.id);
      return (person && kept(person, suggestion, week, now)) ?? [];
    });
  const done = rows(found.done);
  const hadTalked = ({ id, suggestedAt }: KeptSuggestion) => {
    const person = byId.get(id);
    return person !== undefined && hadTalkedBefore(person.summary, suggestedAt ?? 0);
  };
  return {
    at: now,
    week,
    reconnect: [...rows(found.reconnect), ...done.filter(hadTalked)],
    neverTalked: [...rows(found.neverTalked), ...done.filter((row) => !hadTalked(row))],
  };
}

/**
 * The lists after changes of single people. Everybody keeps the place: done is ticked, put off is hidden, and two that became one are
 * shown as that one.
 */
export function weekWithChanges(
  lists: KeptWeek,
  changed: readonly PersonRecord[],
  gone: readonly PersonId[],
  coverage: Coverage,
  now: number,
): KeptWeek {
  const byId = new Map(changed.map((person) => [person.id, person]));
  const byAlias = new Map(
    changed.flatMap((person) => person.aliases.map((alias) => [alias, person])),
  );
  const absent = new Set(gone);
  const shown = new Set<PersonId>();
  const follow = (row: KeptSuggestion): readonly KeptSuggestion[] => {
    const person = byId.get(row.id) ?? (absent.has(row.id) ? byAlias.get(row.alias) : undefined);
    if (person === undefined) return absent.has(row.id) ? [] : [row];
    if (shown.has(person.id)) return [];
    shown.add(person.id);
    const ranked = candidate(person, person.summary);
    const known = tie(person.summary, candidateCircumstances(ranked, coverage), now);
    const reasons = withNews(row.reasons, ranked);
    const followed = kept(person, { ...row, tie: known, reasons }, lists.week, now);
    return followed === undefined ? [] : [followed];
  };
  const isTouched = ({ id }: KeptSuggestion) => byId.has(id) || absent.has(id);
  if (![...lists.reconnect, ...lists.neverTalked].some(isTouched)) return lists;
  return {
    ...lists,
    reconnect: lists.reconnect.flatMap(follow),
    neverTalked: lists.neverTalked.flatMap(follow),
  };
}

/** The kept rows as they are shown: without those put off. */
export function visible(rows: readonly KeptSuggestion[]): readonly SuggestedRow[] {
  return rows.flatMap(({ suggestedAt: _suggestedAt, away, ...row }) => (away ? [] : [row]));
}

/** The people shown in lists of this week and not yet noted as suggested. */
export function notYetSuggested(lists: KeptWeek): readonly PersonId[] {
  return [...lists.reconnect, ...lists.neverTalked].flatMap(({ id, suggestedAt, away }) =>
    suggestedAt === undefined && !away ? [id] : [],
  );
}
