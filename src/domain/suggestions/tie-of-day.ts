import { candidateCircumstances, isLeftAlone, type Candidate } from "./candidate.ts";
import type { Coverage } from "../tie/coverage.ts";
import { DAY_MS, dayOf } from "../time/day.ts";
import { isLate } from "../tie/late.ts";
import { type Circumstances, tie, type Tie } from "../tie/tie.ts";
import type { TieState } from "../tie/tie-state.ts";

/** The moment (ms) that lists are made for, all day: the beginning of the UTC day. */
export const beginningOfDay = (now: number): number => dayOf(now) * DAY_MS;

/**
 * The tie as of the beginning of the UTC day of `now`, so that badge, card and every list of a day show the same band. A contact elsewhere later
 * that day counts from the beginning of the day.
 */
export function tieAllDay(state: TieState, circumstances: Circumstances, now: number): Tie {
  const today = beginningOfDay(now);
  const { inTouchElsewhereAt } = circumstances;
  const isToday = inTouchElsewhereAt !== undefined && dayOf(inTouchElsewhereAt) === dayOf(now);
  return tie(
    state,
    isToday ? { ...circumstances, inTouchElsewhereAt: today } : circumstances,
    today,
  );
}

/** The same of a person as lists are made of them. */
export const tieOfDay = (person: Candidate, coverage: Coverage | undefined, now: number): Tie =>
  tieAllDay(person.summary, candidateCircumstances(person, coverage), now);

/** Whether a person counts as overdue on the day of `now`: late by the rhythm of the tie, and not to be left alone. */
export const isOverdue = (person: Candidate, ofDay: Tie, now: number): boolean =>
  isLate(ofDay) && !isLeftAlone(person, beginningOfDay(now));
