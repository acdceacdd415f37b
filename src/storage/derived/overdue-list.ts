/**
 * The list of everybody who is overdue, on the disk. It is long, so changes of single people are kept beside it, in a short record.
 */
import {
  type Overdue,
  type OverdueList,
  overdueWithChanges,
} from "../../domain/suggestions/overdue.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { dayOf } from "../../domain/time/day.ts";

/** Where `lists` holds the list. */
const OVERDUE = "overdue";

/** Where `lists` holds what changed since it was written. */
const CHANGED = "overdue-changes";

/** As many changed people as stand beside the list, before it is written. */
export const MOST_CHANGED = 200;

/** What changed since the list was written. */
interface OverdueChanges {
  /** The day of the list. */
  readonly day: number;
  /** The list has to be made anew whatever the day. */
  readonly outdated?: true;
  /** Handles of those who changed. */
  readonly touched: readonly PersonId[];
  /** Those of them who are overdue. */
  readonly overdue: readonly Overdue[];
}

/** The lists, inside any transaction. */
export interface ListStore {
  get(key: string): Promise<unknown>;
}

/** The lists, inside a transaction that writes. */
export interface WritableListStore extends ListStore {
  put(value: unknown, key: string): Promise<unknown>;
}

const storedList = (lists: ListStore) => lists.get(OVERDUE) as Promise<OverdueList | undefined>;

const storedChanges = (lists: ListStore) =>
  lists.get(CHANGED) as Promise<OverdueChanges | undefined>;

const noChanges = ({ day, outdated }: OverdueList): OverdueChanges => ({
  day,
  ...(outdated && { outdated }),
  touched: [],
  overdue: [],
});

/** The list as it is now; `undefined` where it was never made. */
export async function storedOverdueList(lists: ListStore): Promise<OverdueList | undefined> {
  const [list, changes] = await Promise.all([storedList(lists), storedChanges(lists)]);
  if (list === undefined || changes === undefined) return list;
  const followed = overdueWithChanges(list, new Set(changes.touched), changes.overdue);
  return changes.outdated ? { ...followed, outdated: true } : followed;
}

/** Writes the list anew. */
export async function putOverdueList(lists: WritableListStore, list: OverdueList): Promise<void> {
  await Promise.all([lists.put(list, OVERDUE), lists.put(noChanges(list), CHANGED)]);
}

/** A change of people, as the list follows it. */
export interface OverdueChange {
  /** Handles of those who changed and were overdue before, are now, or are gone. */
  readonly touched: ReadonlySet<PersonId>;
  /** Those of them who are overdue. */
  readonly overdue: readonly Overdue[];
  /** Somebody is gone: no word of theirs may stay. */
  readonly isAnybodyGone: boolean;
  /** The silence of everybody is known to another day. */
  readonly isOfEverybody: boolean;
  /** The present moment (ms). */
  readonly now: number;
}

/** Follows a change. A list of another day is known to be outdated by its day. */
export async function changeOverdueList(
  lists: WritableListStore,
  { touched, overdue, isAnybodyGone, isOfEverybody, now }: OverdueChange,
): Promise<void> {
  if (touched.size === 0 && !isOfEverybody) return;
  const kept = await storedChanges(lists);
  const known = kept === undefined ? await storedList(lists) : undefined;
  const before = kept ?? (known && noChanges(known));
  if (before === undefined) return;
  const isOld = before.outdated || isOfEverybody || before.day !== dayOf(now);
  const changes: OverdueChanges = {
    day: before.day,
    ...(isOld && { outdated: true }),
    touched: [...new Set([...before.touched, ...touched])],
    overdue: [...before.overdue.filter(({ id }) => !touched.has(id)), ...overdue],
  };
  if (!isAnybodyGone && changes.touched.length <= MOST_CHANGED) {
    await lists.put(changes, CHANGED);
    return;
  }
  const list = known ?? (await storedList(lists));
  if (list === undefined) return;
  const followed = overdueWithChanges(list, new Set(changes.touched), changes.overdue);
  await putOverdueList(lists, isOld ? { ...followed, outdated: true } : followed);
}
