/**
 * What is made of directory rows: the directory itself, and who is overdue. A row takes longer to make than to keep, so it is made once.
 */
import { dayOf } from "../../domain/day.ts";
import { rowOfDay } from "../../domain/directory.ts";
import { directoryRow } from "../../domain/directory-row.ts";
import { overdueList, type OverdueList, overdueWithChanges } from "../../domain/overdue.ts";
import type { Derived } from "./derived.ts";
import { changeShards, replaceShards } from "./shards.ts";
import { touched } from "./touched.ts";

/** Where `lists` holds who is overdue. */
export const OVERDUE = "overdue";

/** See the file. */
export const rows: Derived = {
  async changed({ transaction, coverage, isOfEverybody, now }, changes) {
    const { ids, people } = touched(changes);
    const fresh = people.map(directoryRow);
    if (ids.size > 0) await changeShards(transaction, ids, fresh);
    const lists = transaction.objectStore("lists");
    const list = (await lists.get(OVERDUE)) as OverdueList | undefined;
    if (list === undefined) return;
    const followed = overdueWithChanges(
      list,
      ids,
      fresh.map((row) => rowOfDay(row, coverage, now)),
    );
    // The silence of the others has grown, or is known further.
    const isOld = isOfEverybody || list.day !== dayOf(now);
    if (isOld && !list.outdated) await lists.put({ ...followed, outdated: true }, OVERDUE);
    else if (followed !== list) await lists.put(followed, OVERDUE);
  },
  async rebuilt({ transaction, coverage, now }, everybody) {
    const all = everybody.map(directoryRow);
    await replaceShards(transaction, all);
    await transaction.objectStore("lists").put(
      overdueList(
        all.map((row) => rowOfDay(row, coverage, now)),
        now,
      ),
      OVERDUE,
    );
  },
};
