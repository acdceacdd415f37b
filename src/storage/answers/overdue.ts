/**
 * Who is overdue, as the popup asks for it: from a list that is kept ready, so that it is there at once for a history of any size.
 */
import { dayOf } from "../../domain/time/day.ts";
import { overdueRow } from "../../domain/directory/directory.ts";
import { directoryRow } from "../../domain/directory/directory-row.ts";
import type { Outdated } from "../../domain/directory/outdated.ts";
import { type Overdue, overdueList, type OverdueList } from "../../domain/suggestions/overdue.ts";
import { readyRow, type ReadyRow } from "../../domain/directory/ready-row.ts";
import { suggestionReasons } from "../../domain/suggestions/reasons.ts";
import { isOverdue, tieOfDay } from "../../domain/suggestions/tie-of-day.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { storedCoverage } from "../view/about.ts";
import { everybody } from "../derived/everybody.ts";
import { putOverdueList, storedOverdueList } from "../derived/overdue-list.ts";
import { writing } from "../database/writing.ts";

/** What is known of overdue people. */
export interface StoredOverdue {
  /** Most worth reconnecting first. */
  readonly rows: readonly ReadyRow[];
  /** How many people are overdue in all. */
  readonly count: number;
  /** The list does not hold any more: ask `renewOverdue`, then again. */
  readonly outdated?: Outdated;
}

const NEVER_MADE: OverdueList = { day: -1, outdated: true, count: 0, best: [] };

async function keptList(database: HistoryDatabase): Promise<OverdueList> {
  return (await storedOverdueList(database.transaction("lists").store)) ?? NEVER_MADE;
}

function outdated({ day, outdated: isOutdated }: OverdueList, now: number): Outdated | undefined {
  if (isOutdated) return "about-others";
  return day === dayOf(now) ? undefined : "of-another-day";
}

/** Who is overdue, at most so many rows and no more than `LEAST_BEST`. */
export async function storedOverdue(
  database: HistoryDatabase,
  atMost: number,
  now: number,
): Promise<StoredOverdue> {
  const [list, coverage] = await Promise.all([keptList(database), storedCoverage(database)]);
  const why = outdated(list, now);
  const store = database.transaction("people").store;
  const people = await Promise.all(
    list.best.slice(0, atMost).map(({ subject }) => store.get(subject)),
  );
  return {
    count: list.count,
    rows: people.flatMap((one): readonly ReadyRow[] => {
      if (one === undefined) return [];
      const row = directoryRow(one);
      const tie = tieOfDay(row.person, coverage, now);
      // A list that is outdated may hold somebody who is not overdue any more.
      if (!isOverdue(row.person, tie, now)) return [];
      return [readyRow(row, tie, suggestionReasons(row.person, tie, {}))];
    }),
    ...(why && { outdated: why }),
  };
}

/** Makes the list anew where it does not hold. */
export async function renewOverdue(database: HistoryDatabase, now: number): Promise<void> {
  if (outdated(await keptList(database), now) === undefined) return;
  const { rows, rowOf, revision } = await everybody(database, now);
  const overdue = rows.filter((row) => row.isOverdue);
  const list = overdueList(
    overdue.flatMap((row): readonly Overdue[] => {
      const subject = rowOf(row.id)?.subject;
      return subject === undefined ? [] : [overdueRow(row, subject)];
    }),
    now,
  );
  await writing(database, ["lists", "about"], async (transaction) => {
    // Where something was written meanwhile, somebody of this list may be gone. The next question makes it anew.
    if ((await transaction.objectStore("about").get("revision")) === revision)
      await putOverdueList(transaction.objectStore("lists"), list);
  });
}
