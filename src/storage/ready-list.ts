/**
 * The popup's list, kept ready so that the popup reads one record whatever the size of the history. Silence grows by the day, so
 * it is made anew once a day; in between it follows every change.
 */
import type { Coverage } from "../domain/coverage.ts";
import { dayOf } from "../domain/day.ts";
import { readyList, type ReadyList } from "../domain/ready-list.ts";
import { storedCoverage } from "./about.ts";
import type { HistoryDatabase, HistoryTransaction } from "./database.ts";
import { withChanges } from "../domain/ready-list.ts";
import type { Change } from "./known-person.ts";

const NAME = "stale";
const EMPTY: ReadyList = { at: 0, rows: [], staleCount: 0 };

/** The list as it was last kept. */
export async function keptReadyList(database: HistoryDatabase): Promise<ReadyList> {
  return ((await database.get("lists", NAME)) as ReadyList | undefined) ?? EMPTY;
}

/** Whether a list made at that moment still holds at `now`. */
export const isFresh = (list: ReadyList, now: number): boolean => dayOf(list.at) === dayOf(now);

/** Makes the list anew from everybody's summary and keeps it. */
export async function renewReadyList(database: HistoryDatabase, now: number): Promise<ReadyList> {
  const [people, coverage] = await Promise.all([database.getAll("people"), storedCoverage(database)]);
  const list = readyList(people, coverage, now);
  await database.put("lists", list, NAME);
  return list;
}

/** Takes changes of single people into the list. */
export async function followInReadyList(
  transaction: HistoryTransaction,
  changes: readonly Change[],
  coverage: Coverage,
): Promise<void> {
  const store = transaction.objectStore("lists");
  const list = ((await store.get(NAME)) as ReadyList | undefined) ?? EMPTY;
  const changed = withChanges(
    list,
    changes.map(({ stored }) => stored),
    changes.flatMap(({ gone }) => gone),
    coverage,
  );
  if (changed !== list) await store.put(changed, NAME);
}

/** Says that the list has to be made anew before it is next shown. */
export async function outdateReadyList(transaction: HistoryTransaction): Promise<void> {
  const store = transaction.objectStore("lists");
  const list = ((await store.get(NAME)) as ReadyList | undefined) ?? EMPTY;
  await store.put({ ...list, at: 0 }, NAME);
}
