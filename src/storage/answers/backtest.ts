/**
 * The model judged on the history as stored.
 */
import {
  type Backtest,
  judging,
  replayDates,
  replayed,
  type ReplayedCase,
} from "../../domain/backtest/backtest.ts";
import { coverageEnd } from "../../domain/tie/coverage.ts";
import type { Interaction } from "../../domain/interactions/interaction.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { everybody } from "../derived/everybody.ts";

/** Lets other questions be answered. */
const othersTurn = () => new Promise((go) => setTimeout(go));

/**
 * Replays the past up to the last moment the history can know, see `backtest` of the domain.
 *
 * @param histories reads the settled interactions of everybody, one person after the other; it is called only where there is enough to replay
 */
export async function storedBacktest(
  database: HistoryDatabase,
  histories: () => AsyncIterable<readonly Interaction[]>,
  now: number,
): Promise<Backtest> {
  const { candidates, coverage } = await everybody(database, now);
  const end = coverageEnd(coverage, now);
  const talks = candidates()
    .flatMap(({ summary }) => summary.firstAt ?? [])
    .filter((at) => at <= end);
  const start = talks.reduce((first, at) => Math.min(first, at), end);
  const dates = replayDates(talks.length, start, end);
  if (dates.refused !== undefined) return dates;
  const cases: (readonly (ReplayedCase | undefined)[])[] = [];
  for await (const history of histories()) cases.push(replayed(history, dates));
  const steps = judging(cases, dates);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await othersTurn();
  }
}
