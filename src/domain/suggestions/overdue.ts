/**
 * Everybody who is overdue on one day, most worth reconnecting first. It follows each change of a person exactly, because what it sorts by
 * depends on that person alone.
 */
import { dayOf } from "../time/day.ts";
import type { PersonId } from "../person/person.ts";
import type { PersonSubject } from "../records/subject.ts";

/** The list as kept. */
export interface OverdueList {
  /** The UTC day it is of, see `dayOf`. */
  readonly day: number;
  /** It has to be made anew on any day. */
  readonly outdated?: true;
  /** Handles, sorted. */
  readonly ids: readonly PersonId[];
  /** In the order of the handles. */
  readonly subjects: readonly PersonSubject[];
  /** What reconnecting is worth, 0-100 or more, in the order of the handles. */
  readonly worths: Float64Array;
}

/** Somebody who is overdue. */
export interface Overdue {
  readonly id: PersonId;
  readonly subject: PersonSubject;
  readonly worth: number;
}

function listOf(all: readonly Overdue[], day: number): OverdueList {
  const sorted = all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    day,
    ids: sorted.map(({ id }) => id),
    subjects: sorted.map(({ subject }) => subject),
    worths: Float64Array.from(sorted, ({ worth }) => worth),
  };
}

/** Makes the list from everybody who is overdue on the day of `now`. */
export const overdueList = (all: readonly Overdue[], now: number): OverdueList =>
  listOf(all, dayOf(now));

/** The list after changes of some people: those with these handles were changed, and of them these are overdue now. */
export function overdueWithChanges(
  list: OverdueList,
  touched: ReadonlySet<PersonId>,
  overdue: readonly Overdue[],
): OverdueList {
  if (overdue.length === 0 && !list.ids.some((id) => touched.has(id))) return list;
  const others = list.ids.flatMap((id, place): readonly Overdue[] => {
    const subject = list.subjects[place];
    const worth = list.worths[place];
    if (touched.has(id) || subject === undefined || worth === undefined) return [];
    return [{ id, subject, worth }];
  });
  return { ...list, ...listOf([...others, ...overdue], list.day) };
}

/** The subjects of those most worth reconnecting, at most so many. */
export function mostWorth(
  { ids, subjects, worths }: OverdueList,
  atMost: number,
): readonly PersonSubject[] {
  const places = [...ids.keys()].sort((a, b) => (worths[b] ?? 0) - (worths[a] ?? 0) || a - b);
  return places.slice(0, atMost).flatMap((place) => subjects[place] ?? []);
}
