/**
 * How many people are overdue on one day, and who of them is most worth reconnecting. It follows each change of a person exactly, because
 * what it sorts by depends on that person alone. The rest of these people are in the directory: the popup shows a few, and reads these.
 */
import { dayOf } from "../time/day.ts";
import type { PersonId } from "../person/person.ts";
import type { PersonSubject } from "../records/subject.ts";

/** Somebody who is overdue. */
export interface Overdue {
  readonly id: PersonId;
  readonly subject: PersonSubject;
  /** What reconnecting is worth, 0-100 or more. */
  readonly worth: number;
}

/** The list as kept. */
export interface OverdueList {
  /** The UTC day it is of, see `dayOf`. */
  readonly day: number;
  /** It has to be made anew on any day. */
  readonly outdated?: true;
  /** How many people are overdue in all. */
  readonly count: number;
  /** Those most worth reconnecting, best first; among equals by handle. */
  readonly best: readonly Overdue[];
}

/** As many as are kept when the list is made. */
export const MOST_BEST = 64;

/** As many as the popup may ask for. Where fewer are left of more people, the list is made anew. */
export const LEAST_BEST = 20;

/** A change of some people, on the day of the list. */
export interface OverdueChange {
  /** Handles of those who changed. */
  readonly touched: ReadonlySet<PersonId>;
  /** How many of them were overdue before. */
  readonly before: number;
  /** Those of them who are overdue now. */
  readonly after: readonly Overdue[];
}

const byWorth = (a: Overdue, b: Overdue): number => b.worth - a.worth || (a.id < b.id ? -1 : 1);

/** Makes the list from everybody who is overdue on the day of `now`. */
export const overdueList = (all: readonly Overdue[], now: number): OverdueList => ({
  day: dayOf(now),
  count: all.length,
  best: all.toSorted(byWorth).slice(0, MOST_BEST),
});

/**
 * The list after a change; the same object where nobody in it is concerned. One that is outdated loses those who changed, and nothing
 * else is known of it.
 */
export function overdueWithChanges(
  list: OverdueList,
  { touched, before, after }: OverdueChange,
): OverdueList {
  const others = list.best.filter(({ id }) => !touched.has(id));
  const isLess = others.length < list.best.length;
  if (list.outdated) return isLess ? { ...list, best: others } : list;
  if (before === 0 && after.length === 0 && !isLess) return list;
  const last = list.best.at(-1);
  const isEverybody = list.best.length === list.count;
  // Somebody who comes after the last one may come after others who are not kept.
  const fitting = isEverybody
    ? after
    : after.filter((one) => last !== undefined && byWorth(one, last) < 0);
  const count = list.count - before + after.length;
  const best = [...others, ...fitting].sort(byWorth).slice(0, MOST_BEST);
  const isShort = best.length < Math.min(LEAST_BEST, count);
  return { ...list, count, best, ...(isShort && { outdated: true as const }) };
}
