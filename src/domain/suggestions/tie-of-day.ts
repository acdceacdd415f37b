import { candidateCircumstances, isLeftAlone, type Candidate } from "./candidate.ts";
import type { Coverage } from "../tie/coverage.ts";
import { DAY_MS, dayOf } from "../time/day.ts";
import { isLate } from "../tie/late.ts";
import { tie, type Tie } from "../tie/tie.ts";

/** The moment (ms) that lists are made for, all day: the beginning of the UTC day. */
export const beginningOfDay = (now: number): number => dayOf(now) * DAY_MS;

/**
 * The tie as lists show it: as of the beginning of the UTC day of `now`, so that every list of a day is made of the same ties. A contact
 * elsewhere later that day counts from the beginning of the day.
 */
export function tieOfDay(person: Candidate, coverage: Coverage | undefined, now: number): Tie {
  const today = beginningOfDay(now);
  const { inTouchElsewhereAt } = person;
  const isToday = inTouchElsewhereAt !== undefined && dayOf(inTouchElsewhereAt) === dayOf(now);
  const circumstances = candidateCircumstances(person, coverage);
  return tie(
    person.summary,
    isToday ? { ...circumstances, inTouchElsewhereAt: today } : circumstances,
    today,
  );
}

/** Whether a person counts as overdue on the day of `now`: late by the rhythm of the tie, and not to be left alone. */
export const isOverdue = (person: Candidate, ofDay: Tie, now: number): boolean =>
  isLate(ofDay) && !isLeftAlone(person, beginningOfDay(now));
