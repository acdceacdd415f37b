/**
 * What is made of directory rows: the directory itself, and who is overdue. A row takes longer to make than to keep, so it is made once.
 */
import type { Coverage } from "../../domain/tie/coverage.ts";
import { isTextLost } from "../../domain/directory/changed-shard.ts";
import { overdueRow, rowOfDay } from "../../domain/directory/directory.ts";
import { directoryRow, type DirectoryRow } from "../../domain/directory/directory-row.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { type Overdue, overdueList } from "../../domain/suggestions/overdue.ts";
import { tieOfDay } from "../../domain/suggestions/tie-of-day.ts";
import { DAY_MS } from "../../domain/time/day.ts";
import type { Derived, PersonChange } from "../view/derived.ts";
import { changeRows, replaceRows, type RowChange } from "../view/shards.ts";
import { changeOverdueList, putOverdueList } from "./overdue-list.ts";
import { touched } from "./touched.ts";

const overdueAmong = (
  all: readonly DirectoryRow[],
  coverage: Coverage,
  now: number,
): readonly Overdue[] =>
  all.flatMap((row): readonly Overdue[] => {
    const known = rowOfDay(row, tieOfDay(row.person, coverage, now), now);
    return known.isOverdue ? [overdueRow(known, row.subject)] : [];
  });

/** The rows that some people had before the first of the changes. */
function rowsBefore(changes: readonly PersonChange[]): ReadonlyMap<PersonId, DirectoryRow> {
  const found = new Map<PersonId, DirectoryRow>();
  for (const { before } of changes)
    if (before !== undefined && !found.has(before.id)) found.set(before.id, directoryRow(before));
  return found;
}

/** See the file. */
export const rows: Derived = {
  async changed({ transaction, coverage, isOfEverybody }, changes) {
    const { ids, people } = touched(changes);
    const fresh = new Map(people.map((person) => [person.id, directoryRow(person)]));
    const before = rowsBefore(changes);
    const rowChanges = new Map(
      [...ids].map((id): readonly [PersonId, RowChange] => {
        const [row, had] = [fresh.get(id), before.get(id)];
        const isLost = had !== undefined && row !== undefined && isTextLost(had, row);
        return [id, { row, atOnce: row === undefined || isLost }];
      }),
    );
    const changeOn = (day: number) => {
      const on = (some: ReadonlyMap<PersonId, DirectoryRow>) =>
        overdueAmong([...some.values()], coverage, day * DAY_MS);
      return { touched: ids, before: on(before).length, after: on(fresh) };
    };
    await Promise.all([
      changeRows(transaction, rowChanges),
      changeOverdueList(transaction.objectStore("lists"), changeOn, isOfEverybody),
    ]);
  },
  async rebuilt({ transaction, coverage, now }, everybody) {
    const all = everybody.map(directoryRow);
    await Promise.all([
      replaceRows(transaction, all),
      putOverdueList(
        transaction.objectStore("lists"),
        overdueList(overdueAmong(all, coverage, now), now),
      ),
    ]);
  },
};
