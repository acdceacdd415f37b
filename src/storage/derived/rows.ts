/**
 * What is made of directory rows: the directory itself, and who is overdue. A row takes longer to make than to keep, so it is made once.
 */
import type { Coverage } from "../../domain/tie/coverage.ts";
import { dayOf } from "../../domain/time/day.ts";
import { overdueRow, rowOfDay } from "../../domain/directory/directory.ts";
import { directoryRow, type DirectoryRow } from "../../domain/directory/directory-row.ts";
import {
  type Overdue,
  overdueList,
  type OverdueList,
  overdueWithChanges,
} from "../../domain/suggestions/overdue.ts";
import { tieOfDay } from "../../domain/suggestions/tie-of-day.ts";
import type { Derived } from "../view/derived.ts";
import { changeShards, replaceShards } from "../view/shards.ts";
import { touched } from "./touched.ts";

/** Where `lists` holds who is overdue. */
export const OVERDUE = "overdue";

const overdueAmong = (
  all: readonly DirectoryRow[],
  coverage: Coverage,
  now: number,
): readonly Overdue[] =>
  all.flatMap((row): readonly Overdue[] => {
    const known = rowOfDay(row, tieOfDay(row.person, coverage, now), now);
    return known.isOverdue ? [overdueRow(known, row.subject)] : [];
  });

/** See the file. */
export const rows: Derived = {
  async changed({ transaction, coverage, isOfEverybody, now }, changes) {
    const { ids, people } = touched(changes);
    const fresh = people.map(directoryRow);
    if (ids.size > 0) await changeShards(transaction, ids, fresh);
    const lists = transaction.objectStore("lists");
    const list = (await lists.get(OVERDUE)) as OverdueList | undefined;
    if (list === undefined) return;
    const followed = overdueWithChanges(list, ids, overdueAmong(fresh, coverage, now));
    // The silence of the others has grown, or is known further.
    const isOld = isOfEverybody || list.day !== dayOf(now);
    if (isOld && !list.outdated) await lists.put({ ...followed, outdated: true }, OVERDUE);
    else if (followed !== list) await lists.put(followed, OVERDUE);
  },
  async rebuilt({ transaction, coverage, now }, everybody) {
    const all = everybody.map(directoryRow);
    await replaceShards(transaction, all);
    await transaction
      .objectStore("lists")
      .put(overdueList(overdueAmong(all, coverage, now), now), OVERDUE);
  },
};
