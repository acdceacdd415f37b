import type { Candidate } from "./candidate.ts";
import type { Coverage } from "./coverage.ts";
import { lens, type LensValue } from "./lens.ts";
import type { PersonId } from "./person.ts";
import { suggestionReasons, type SuggestionReason, type Surroundings } from "./reasons.ts";
import { tie, type Tie } from "./tie.ts";
import { DAY_MS, weekOf } from "./day.ts";
import { PARAMETERS } from "./tie-parameters.ts";

/** What the user set about suggestions. */
export interface SuggestionSettings {
  /** How many a week, 3 to 5. */
  readonly perWeek: number;
  /** Nobody is suggested twice within so many days. */
  readonly rotationDays: number;
  readonly coverage?: Coverage;
}

export const SUGGESTION_DEFAULTS: SuggestionSettings = { perWeek: 4, rotationDays: 90 };

/** A person to write to, with rank and reasons. */
export interface Suggestion {
  readonly id: PersonId;
  /** 0-100; only comparable within one list. */
  readonly worth: number;
  readonly tie: Tie;
  readonly reasons: readonly SuggestionReason[];
  readonly lens: readonly LensValue[];
  /** Suggested this week already, and something passed between the two since. */
  readonly done: boolean;
}

/** A person whose tie is late by its own rhythm. */
export interface Stale {
  readonly id: PersonId;
  readonly tie: Tie;
}

function circumstancesOf(person: Candidate, coverage: Coverage | undefined) {
  return {
    ...(person.cadenceDays === undefined ? {} : { cadenceDays: person.cadenceDays }),
    ...(person.inTouchElsewhereAt === undefined
      ? {}
      : { inTouchElsewhereAt: person.inTouchElsewhereAt }),
    ...(coverage ? { coverage } : {}),
  };
}

function isLate(tie: Tie): boolean {
  if (tie.silentDays === undefined) return false;
  if (tie.ownCadence) return tie.overdue >= PARAMETERS.ownCadenceGaps;
  return (
    tie.twoWay && tie.overdue >= PARAMETERS.lateGaps && tie.silentDays >= PARAMETERS.fadingDays
  );
}

/** Everybody late by their own rhythm, most overdue first. */
export function goingStale(
  candidates: readonly Candidate[],
  now: number,
  coverage?: Coverage,
): readonly Stale[] {
  return candidates
    .filter((person) => !person.muted)
    .map((person) => ({
      id: person.id,
      tie: tie(person.summary, circumstancesOf(person, coverage), now),
    }))
    .filter((stale) => isLate(stale.tie))
    .sort((a, b) => b.tie.overdue - a.tie.overdue || (a.id < b.id ? -1 : 1));
}

/** The two lists of the week. */
export interface Suggestions {
  readonly reconnect: readonly Suggestion[];
  readonly neverTalked: readonly Suggestion[];
}

/** Whom to write to this week; the same for the same input on the same UTC day. */
export function suggestions(
  candidates: readonly Candidate[],
  settings: SuggestionSettings,
  now: number,
): Suggestions {
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  const ties = candidates.map((person) => ({
    person,
    tie: tie(person.summary, circumstancesOf(person, settings.coverage), today),
  }));
  const companies = new Map<string, number>();
  const fields = new Map<string, number>();
  for (const { person, tie: known } of ties) {
    if (person.companyKey !== undefined)
      companies.set(
        person.companyKey,
        (companies.get(person.companyKey) ?? 0) + known.strength / 100,
      );
    if (person.field !== "unknown")
      fields.set(person.field, (fields.get(person.field) ?? 0) + known.strength / 100);
  }
  const around = (person: Candidate, known: Tie): Surroundings => ({
    ...(person.companyKey === undefined
      ? {}
      : {
          sameCompany: Math.max(0, (companies.get(person.companyKey) ?? 0) - known.strength / 100),
        }),
    ...(person.field === "unknown"
      ? {}
      : { sameField: Math.max(0, (fields.get(person.field) ?? 0) - known.strength / 100) }),
  });
  const open = ties.filter(({ person }) => {
    if (person.muted || (person.snoozedUntil ?? -Infinity) > now) return false;
    const { suggestedAt } = person;
    return (
      suggestedAt === undefined ||
      weekOf(suggestedAt) === weekOf(today) ||
      today - suggestedAt >= settings.rotationDays * DAY_MS
    );
  });
  const rare = (value: number | undefined) => (value === undefined ? 0.5 : 1 / (1 + value));
  const list = (members: typeof ties, base: (known: Tie) => number): readonly Suggestion[] =>
    members
      .map(({ person, tie: known }) => {
        const near = around(person, known);
        const novelty = 0.4 + 0.3 * rare(near.sameCompany) + 0.3 * rare(near.sameField);
        const guard = 0.6 ** Math.max(0, known.unanswered - 1);
        return {
          id: person.id,
          worth: Math.min(100, 100 * base(known) * novelty * guard),
          tie: known,
          reasons: suggestionReasons(person, known, near),
          lens: lens(person, known, near),
          done: false,
        };
      })
      .sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1))
      .slice(0, settings.perWeek);
  return {
    reconnect: list(
      open.filter(({ tie: known }) => isLate(known)),
      (known) =>
        (known.strength / PARAMETERS.reconnectPeak) *
        Math.exp(1 - known.strength / PARAMETERS.reconnectPeak),
    ),
    neverTalked: list(
      open.filter(
        ({ person, tie: known }) =>
          !known.twoWay && known.silentDays === undefined && person.summary.connected !== undefined,
      ),
      () => 1,
    ),
  };
}
