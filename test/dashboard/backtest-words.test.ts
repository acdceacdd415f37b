import "../words/extension-of-the-tests.ts";
import { expect, test } from "vitest";
import type { BacktestRow } from "../../src/domain/backtest/backtest.ts";
import {
  backtestComparison,
  backtestRefusal,
  backtestVerdict,
  betterOrder,
  intervalText,
  type Judged,
} from "../../src/dashboard/backtest-words.ts";

const row = (
  ranking: BacktestRow["ranking"],
  auc: number,
  topAgain: number,
  own?: number,
): BacktestRow => ({
  ranking,
  auc,
  low: auc - 0.05,
  high: auc + 0.05,
  top: 80,
  topAgain,
  ...(own !== undefined && { ahead: { low: own - auc - 0.03, high: own - auc + 0.03 } }),
});

const judged = (own: number, simple: number): Judged => ({
  cuts: [Date.UTC(2025, 0, 3, 12)],
  windowDays: 180,
  cases: 800,
  again: 120,
  rows: [
    row("tielight", own, 34.4),
    row("days-since-last", simple, 30, own),
    row("message-count", simple - 0.1, 20, own),
    row("chance", 0.5, 12.02, own),
  ],
});

test("the verdict says how many of the highest ranked were talked to, beside chance", () => {
  expect(backtestVerdict(judged(0.8, 0.7))).toBe(
    "Of 80 people Tielight ranked highest, you talked to 34 again within 180 days. By chance it would have been 12.",
  );
});

test("another way of ranking is called better when it was, and level when nothing can be told", () => {
  expect(backtestComparison(judged(0.8, 0.7))).toContain("better than the next best way: Days");
  // The intervals beside each other overlap; that of the difference on the same people tells.
  expect(backtestComparison(judged(0.8, 0.76))).toContain("better than the next best way: Days");
  expect(backtestComparison(judged(0.7, 0.72))).toContain("cannot be told apart");
  expect(backtestComparison(judged(0.6, 0.75))).toContain("a simpler way ranks better: Days");
});

test("an order no better than chance is said so; the plain one by days is offered only where it did better", () => {
  expect(backtestComparison(judged(0.51, 0.4))).toContain("cannot be told apart from chance");
  expect(backtestComparison(judged(0.4, 0.3))).toContain("worse than chance");
  expect(betterOrder(judged(0.51, 0.4))).toBeUndefined();
  // Behind chance, and the order by days is no better.
  expect(betterOrder(judged(0.4, 0.3))).toBeUndefined();
  expect(betterOrder(judged(0.4, 0.5))).toBe("days-since-last");
  expect(betterOrder(judged(0.6, 0.75))).toBe("days-since-last");
  expect(betterOrder(judged(0.8, 0.7))).toBeUndefined();
  expect(betterOrder(judged(0.7, 0.72))).toBeUndefined();
});

test("where nothing can be judged it says why, and from when on it can", () => {
  const refusals = (["too-few-people", "too-short", "too-few-cases"] as const).map((refused) =>
    backtestRefusal({ refused, have: 3, need: 20 }),
  );
  for (const words of refusals) expect(words).toMatch(/\b3\b.*\b20\b/u);
  expect(new Set(refusals).size).toBe(3);
});

test("an interval goes with every share", () => {
  expect(intervalText(row("tielight", 0.78, 1))).toBe("78% (73% to 83%)");
});
