/**
 * The model judged on the user's own past, in words.
 */
import type { Backtest, BacktestRefused, BacktestRow } from "../domain/backtest/backtest.ts";
import { numberText, percentText, text, type TextKey } from "../words/text.ts";

/** What could be judged. */
export type Judged = Exclude<Backtest, BacktestRefused>;

const RANKINGS: Record<BacktestRow["ranking"], TextKey> = {
  tielight: "rankingTielight",
  "days-since-last": "rankingDays",
  "message-count": "rankingMessages",
  chance: "rankingChance",
};

/** What a way of ranking is called. */
export const rankingText = (ranking: BacktestRow["ranking"]): string => text(RANKINGS[ranking]);

/** Why nothing can be said, and from when on there can. */
export function backtestRefusal({ refused, have, need }: BacktestRefused): string {
  switch (refused) {
    case "too-few-people":
      return text("backtestTooFewPeople", { count: have, need: numberText(need) });
    case "too-short":
      return text("backtestTooShort", { count: have, need: numberText(need) });
    case "too-few-cases":
      return text("backtestTooFewCases", { count: have, need: numberText(need) });
  }
}

/** How often those ranked highest were talked to again, beside chance. */
export function backtestVerdict({ rows, windowDays }: Judged): string {
  const [own, chance] = (["tielight", "chance"] as const).map((ranking) =>
    rows.find((row) => row.ranking === ranking),
  );
  if (!own || !chance) return "";
  return text("backtestVerdict", {
    count: own.top,
    again: numberText(Math.round(own.topAgain)),
    days: numberText(windowDays),
    chance: numberText(Math.round(chance.topAgain)),
  });
}

/** Whether the strength found those who were talked to again better than the best of the simpler rankings, as far as can be told. */
export function backtestComparison({ rows }: Judged): string {
  const others = rows.filter(({ ranking }) => ranking !== "tielight");
  const best = others.toSorted((a, b) => b.auc - a.auc)[0];
  if (best?.ahead === undefined) return "";
  const chance = others.find(({ ranking }) => ranking === "chance");
  if (chance?.ahead !== undefined && chance.ahead.low <= 0)
    return text(chance.ahead.high < 0 ? "backtestBelowChance" : "backtestAsChance");
  const name = rankingText(best.ranking);
  if (best.ahead.low > 0) return text("backtestBetter", { ranking: name });
  return text(best.ahead.high < 0 ? "backtestWorse" : "backtestLevel", { ranking: name });
}

/** What the user can order people by instead: the order by last exchange where it did better on their past, for certain; `undefined` elsewhere. */
export function betterOrder({ rows }: Judged): "days-since-last" | undefined {
  const days = rows.find(({ ranking }) => ranking === "days-since-last");
  return days?.ahead !== undefined && days.ahead.high < 0 ? "days-since-last" : undefined;
}

/** "78 % (72 % to 84 %)". */
export const intervalText = ({ auc, low, high }: BacktestRow): string =>
  text("backtestInterval", {
    share: percentText(auc),
    low: percentText(low),
    high: percentText(high),
  });
