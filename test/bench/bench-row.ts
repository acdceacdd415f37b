/**
 * One line of `npm run bench`: a figure, what it is compared with in the same run, and whether the ratio keeps the budget. Absolute figures
 * are shown and never judged: they say more about the machine than about the code.
 */

export type Unit = "ms" | "s" | "MB" | "bytes" | "shift" | "an hour" | "rows a second" | "of all";

/** The most a ratio may be, and where that is written. */
export interface Budget {
  readonly atMost: number;
  readonly source: string;
}

export interface BenchRow {
  readonly what: string;
  /** How much of it: people, interactions, links. */
  readonly size: string;
  readonly unit: Unit;
  /** The median of the runs. */
  readonly figure: number;
  /** The floor, peer or limit, and its median. */
  readonly beside: string;
  readonly peer: number;
  readonly ratio: number;
  /** The lowest and highest figure, each as a ratio to the median of the peer. */
  readonly spread: readonly [number, number];
  readonly runs: number;
  readonly budget?: Budget;
  /** Absent where there is no budget to judge by. */
  readonly verdict?: "pass" | "fail";
}

/** A budget that is written in the design document, under "Performance budgets". */
export const designBudget = (atMost: number): Budget => ({
  atMost,
  source: "design.md, performance budgets",
});

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? Number.NaN) + upper) / 2 : upper;
}

/**
 * @param figures one of each run
 * @param peers of the same runs; a limit is a single number
 */
export function benchRow(
  about: Pick<BenchRow, "what" | "size" | "unit" | "beside">,
  figures: readonly number[],
  peers: readonly number[],
  budget?: Budget,
): BenchRow {
  const figure = median(figures);
  const peer = median(peers);
  const ratio = figure / peer;
  return {
    ...about,
    figure,
    peer,
    ratio,
    spread: [Math.min(...figures) / peer, Math.max(...figures) / peer],
    runs: figures.length,
    ...(budget && { budget, verdict: ratio <= budget.atMost ? "pass" : "fail" }),
  };
}
