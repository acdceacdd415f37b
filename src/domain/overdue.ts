/**
 * Everybody who is overdue on one day, most worth reconnecting first. It follows each change of a person exactly, because what it sorts by
 * depends on that person alone.
 */
import { dayOf } from "./day.ts";
import type { RowOfDay } from "./directory.ts";
import type { PersonId } from "./person.ts";
import { worthBeforeNovelty } from "./reconnect-worth.ts";
import type { PersonSubject } from "./records/subject.ts";

/** The list as kept. */
export interface OverdueList {
  /** The UTC day it is of, see `dayOf`. */
  readonly day: number;
  /** It has to be made anew whatever the day. */
  readonly outdated?: true;
  /** Handles, sorted. */
  readonly ids: readonly PersonId[];
  /** In the order of the handles. */
  readonly subjects: readonly PersonSubject[];
  /** What reconnecting is worth, 0-100 or more, in the order of the handles. */
  readonly worths: Float64Array;
}

/** Somebody who is overdue. */
interface Overdue {
  readonly id: PersonId;
  readonly subject: PersonSubject;
  readonly worth: number;
}

const overdue = (rows: readonly RowOfDay[]): readonly Overdue[] =>
  rows
    .filter((known) => known.isOverdue)
    .map((known) => ({
      id: known.person.id,
      subject: known.row.subject,
      worth: worthBeforeNovelty(known, {}),
    }));

function listOf(all: readonly Overdue[], day: number): OverdueList {
  const sorted = all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    day,
    ids: sorted.map(({ id }) => id),
    subjects: sorted.map(({ subject }) => subject),
    worths: Float64Array.from(sorted, ({ worth }) => worth),
  };
}

/** Makes the list from everybody on the day of `now`. */
export const overdueList = (rows: readonly RowOfDay[], now: number): OverdueList =>
  listOf(overdue(rows), dayOf(now));

/** The list after changes of some people: those with these handles are gone, and these rows are new. */
export function overdueWithChanges(
  list: OverdueList,
  gone: ReadonlySet<PersonId>,
  rows: readonly RowOfDay[],
): OverdueList {
  const fresh = overdue(rows);
  if (fresh.length === 0 && !list.ids.some((id) => gone.has(id))) return list;
  const others = list.ids.flatMap((id, place): readonly Overdue[] => {
    const subject = list.subjects[place];
    const worth = list.worths[place];
    if (gone.has(id) || subject === undefined || worth === undefined) return [];
    return [{ id, subject, worth }];
  });
  return { ...list, ...listOf([...others, ...fresh], list.day) };
}

/** The subjects of those most worth reconnecting, at most so many. */
export function mostWorth(
  { ids, subjects, worths }: OverdueList,
  atMost: number,
): readonly PersonSubject[] {
  const places = [...ids.keys()].sort((a, b) => (worths[b] ?? 0) - (worths[a] ?? 0) || a - b);
  return places.slice(0, atMost).flatMap((place) => subjects[place] ?? []);
}
