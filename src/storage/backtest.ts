/**
 * The model judged on the history as stored.
 */
import {
  type Backtest,
  replayDates,
  replayed,
  type ReplayedCase,
  judging,
} from "../domain/backtest.ts";
import { coverageEnd } from "../domain/coverage.ts";
import { settled } from "../domain/history.ts";
import { interactionsOf } from "../domain/interaction-columns.ts";
import type { PersonId } from "../domain/person.ts";
import { storedCoverage } from "./about.ts";
import type { HistoryDatabase, HistorySchema } from "./database.ts";

/** People read at a time: between two parts everything else is answered, and no more than one part is in memory. */
const AT_ONCE = 500;

/** Everything in a store, a part at a time in the order of the ids. */
async function* parts<Name extends "people" | "interactions">(
  database: HistoryDatabase,
  name: Name,
): AsyncGenerator<readonly HistorySchema[Name]["value"][]> {
  for (let last: PersonId | undefined; ;) {
    const { store } = database.transaction(name);
    const range = last === undefined ? undefined : IDBKeyRange.lowerBound(last, true);
    const [ids, records] = await Promise.all([
      store.getAllKeys(range, AT_ONCE),
      store.getAll(range, AT_ONCE),
    ]);
    yield records;
    last = ids.at(-1);
    if (ids.length < AT_ONCE || last === undefined) return;
  }
}

/** Lets whatever waits be answered. */
const othersTurn = () => new Promise((go) => setTimeout(go));

/** The first exchange of everybody there was one with (ms). */
async function firstTalks(database: HistoryDatabase): Promise<readonly number[]> {
  const talks: number[] = [];
  for await (const people of parts(database, "people"))
    talks.push(...people.flatMap(({ summary }) => summary.firstAt ?? []));
  return talks;
}

/** Replays the past up to the last moment the history can know, see `backtest` of the domain. */
export async function storedBacktest(database: HistoryDatabase, now: number): Promise<Backtest> {
  const [talks, coverage] = await Promise.all([firstTalks(database), storedCoverage(database)]);
  const end = coverageEnd(coverage, now);
  const before = talks.filter((at) => at <= end);
  const start = before.reduce((first, at) => Math.min(first, at), end);
  const dates = replayDates(before.length, start, end);
  if (dates.refused !== undefined) return dates;
  const cases: (readonly (ReplayedCase | undefined)[])[] = [];
  for await (const records of parts(database, "interactions"))
    for (const { packed, deleted } of records)
      cases.push(replayed(settled(interactionsOf(packed), deleted), dates));
  const steps = judging(cases, dates);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await othersTurn();
  }
}
