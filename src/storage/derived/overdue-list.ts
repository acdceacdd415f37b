/**
 * How many people are overdue, and the best of them, on the disk.
 */
import {
  type OverdueChange,
  type OverdueList,
  overdueWithChanges,
} from "../../domain/suggestions/overdue.ts";

/** Where `lists` holds the list. */
const OVERDUE = "overdue";

/** The lists, inside any transaction. */
export interface ListStore {
  get(key: string): Promise<unknown>;
}

/** The lists, inside a transaction that writes. */
export interface WritableListStore extends ListStore {
  put(value: unknown, key: string): Promise<unknown>;
}

/** The list as it is now; `undefined` where it was never made. */
export const storedOverdueList = (lists: ListStore): Promise<OverdueList | undefined> =>
  lists.get(OVERDUE) as Promise<OverdueList | undefined>;

/** Writes the list anew. */
export const putOverdueList = (lists: WritableListStore, list: OverdueList): Promise<unknown> =>
  lists.put(list, OVERDUE);

/**
 * Follows a change. A list of another day stays that of its day.
 *
 * @param changeOn the change as it is on a day, see `dayOf`
 * @param isOfEverybody the silence of everybody is known to another day: the list does not hold any more
 */
export async function changeOverdueList(
  lists: WritableListStore,
  changeOn: (day: number) => OverdueChange,
  isOfEverybody: boolean,
): Promise<void> {
  const list = await storedOverdueList(lists);
  if (list === undefined) return;
  const followed = overdueWithChanges(list, changeOn(list.day));
  const isNewlyOutdated = isOfEverybody && !list.outdated;
  if (followed !== list || isNewlyOutdated)
    await putOverdueList(lists, isNewlyOutdated ? { ...followed, outdated: true } : followed);
}
