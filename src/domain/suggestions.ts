/**
 * Whom to write to this week.
 */
import { candidateCircumstances, type Candidate } from "./candidate.ts";
import { surroundings, type Known, type Surroundings } from "./circle.ts";
import type { Coverage } from "./coverage.ts";
import { DAY_MS, dayOf, weekOf } from "./day.ts";
import { isLate } from "./late.ts";
import { lens, type LensValue } from "./lens.ts";
import type { OwnCompanies } from "./own-companies.ts";
import type { PersonId } from "./person.ts";
import { suggestionReasons, type SuggestionReason } from "./reasons.ts";
import { firstTalkWorth, reconnectWorth } from "./reconnect-worth.ts";
import { hadTalkedBefore, talkedSince } from "./talked-since.ts";
import { PARAMETERS } from "./tie-parameters.ts";
import { tie, type Tie } from "./tie.ts";

/** What the user set about suggestions. */
export interface SuggestionSettings {
  /** How many a week and list, 3 to 5. */
  readonly perWeek: number;
  /** Nobody is suggested twice within so many days. */
  readonly rotationDays: number;
  /** The user asks to see people again who were suggested lately. */
  readonly again?: boolean;
  readonly coverage?: Coverage;
  /** Where the user worked. */
  readonly ownCompanies?: OwnCompanies;
}

/** A handful a week, and nobody twice in a quarter of a year. Judgement. */
export const SUGGESTION_DEFAULTS: SuggestionSettings = { perWeek: 4, rotationDays: 90 };

/** A person to write to, with rank and reasons. */
export interface Suggestion {
  readonly id: PersonId;
  /** 0-100; only comparable within one list. */
  readonly worth: number;
  readonly tie: Tie;
  /** At most two. */
  readonly reasons: readonly SuggestionReason[];
  readonly lens: readonly LensValue[];
}

/** The lists of the week, never mixed. */
export interface Suggestions {
  /** A real past that went both ways, late by its own rhythm; and who is due by a cadence of the user's own. */
  readonly reconnect: readonly Suggestion[];
  /** Connected, or in the same circle, and never really talked. */
  readonly neverTalked: readonly Suggestion[];
  /** Suggested earlier this week and since then in touch: ticked off. They count towards the week's number. */
  readonly done: readonly Suggestion[];
}

/** A person whose tie is late by its own rhythm. */
export interface Stale {
  readonly id: PersonId;
  readonly tie: Tie;
}

const byId = (a: PersonId, b: PersonId) => (a < b ? -1 : a > b ? 1 : 0);

/** Everybody late by their own rhythm and not muted, most overdue first. */
export function goingStale(
  candidates: readonly Candidate[],
  now: number,
  coverage?: Coverage,
): readonly Stale[] {
  return candidates
    .filter(({ muted }) => !muted)
    .map((person) => ({
      id: person.id,
      tie: tie(person.summary, candidateCircumstances(person, coverage), now),
    }))
    .filter((stale) => isLate(stale.tie))
    .sort((a, b) => b.tie.overdue - a.tie.overdue || byId(a.id, b.id));
}

type List = "reconnect" | "neverTalked";

/** Which list somebody belongs to today, if any. */
function listOf(
  { person, tie: current }: Known,
  around: (person: Candidate) => Surroundings,
): List | undefined {
  if (current.unanswered >= PARAMETERS.unansweredLimit && !current.ownCadence) return undefined;
  if (isLate(current)) return "reconnect";
  if (current.twoWay || person.inTouchElsewhereAt !== undefined) return undefined;
  const { summary } = person;
  if (summary.exchangeDays > PARAMETERS.neverTalkedDays) return undefined;
  if ((current.silentDays ?? Infinity) < PARAMETERS.fadingDays) return undefined;
  const sameCircle = summary.connected !== undefined || summary.last !== undefined;
  const known = sameCircle || (person.mutual ?? 0) > 0 || person.howMet !== undefined;
  return known || around(person).shared !== undefined ? "neverTalked" : undefined;
}

/** Something passed between the two since the suggestion. */
function isDone({ person }: Known): boolean {
  const { suggestedAt, summary, inTouchElsewhereAt } = person;
  if (suggestedAt === undefined) return false;
  return talkedSince(summary, suggestedAt) || (inTouchElsewhereAt ?? -Infinity) >= suggestedAt;
}

/** The list a person who is done was in: whoever had talked before was there to reconnect. */
function formerList({ person }: Known): List {
  return hadTalkedBefore(person.summary, person.suggestedAt ?? 0) ? "reconnect" : "neverTalked";
}

/** A number that mixes id and week, so that among equals others come up every week, and the same all week. */
function lot(id: PersonId, week: number): number {
  let hash = 2_166_136_261 ^ week;
  for (let place = 0; place < id.length; place += 1)
    hash = Math.imul(hash ^ id.charCodeAt(place), 16_777_619);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * Whom to write to this week: the same for the same input and UTC day.
 *
 * Whoever was suggested this week already (`suggestedAt`) keeps the place until something passed between the two; free places go
 * to whom it is worth most, except people who are muted, snoozed, or were suggested within `rotationDays` (or within the user's own
 * cadence for them, if that is shorter).
 */
export function suggestions(
  candidates: readonly Candidate[],
  settings: SuggestionSettings,
  now: number,
): Suggestions {
  const today = dayOf(now) * DAY_MS;
  const week = weekOf(now);
  const network: readonly Known[] = candidates.map((person) => ({
    person,
    tie: tie(person.summary, candidateCircumstances(person, settings.coverage), today),
  }));
  const around = surroundings(network, settings.ownCompanies);

  const thisWeek = ({ person }: Known) =>
    person.suggestedAt !== undefined && weekOf(person.suggestedAt) === week;
  const rested = ({ person }: Known) => {
    const { suggestedAt, cadenceDays } = person;
    if (suggestedAt === undefined || settings.again) return true;
    const restDays = Math.min(settings.rotationDays, cadenceDays ?? Infinity);
    return dayOf(today) - dayOf(suggestedAt) >= restDays;
  };
  const open = network.filter(
    ({ person }) => !person.muted && (person.snoozedUntil ?? -Infinity) <= today,
  );
  const done = open.filter((known) => thisWeek(known) && isDone(known));
  const listed = open.flatMap((known) => {
    const list = isDone(known) && thisWeek(known) ? undefined : listOf(known, around);
    return list ? [{ known, list }] : [];
  });

  const suggestion = (
    known: Known,
    worth: (known: Known, near: Surroundings) => number,
  ): Suggestion => {
    const near = around(known.person);
    return {
      id: known.person.id,
      worth: worth(known, near),
      tie: known.tie,
      reasons: suggestionReasons(known.person, known.tie, near),
      lens: lens(known, near),
    };
  };
  const ranked = (list: List, worth: (known: Known, near: Surroundings) => number) => {
    const places = settings.perWeek - done.filter((known) => formerList(known) === list).length;
    return listed
      .filter((one) => one.list === list && (thisWeek(one.known) || rested(one.known)))
      .map(({ known }) => ({
        known,
        kept: thisWeek(known) ? 1 : 0,
        worth: worth(known, around(known.person)),
        lot: lot(known.person.id, week),
      }))
      .sort(
        (a, b) =>
          b.kept - a.kept ||
          b.worth - a.worth ||
          a.lot - b.lot ||
          byId(a.known.person.id, b.known.person.id),
      )
      .slice(0, Math.max(0, places))
      .sort((a, b) => b.worth - a.worth || a.lot - b.lot)
      .map(({ known }) => suggestion(known, worth));
  };
  return {
    reconnect: ranked("reconnect", reconnectWorth),
    neverTalked: ranked("neverTalked", firstTalkWorth),
    done: done.map((known) => suggestion(known, reconnectWorth)),
  };
}
