/**
 * The model judged on the user's own past: at several dates, were the people ranked high talked to again?
 */
import { aucOf, type Auc } from "./auc.ts";
import { DAY_MS } from "./day.ts";
import { compareInteractions } from "./history.ts";
import type { Interaction } from "./interaction.ts";
import { warmth } from "./strength.ts";
import { reckonedAt, tally } from "./tie-state.ts";
import { isExchange } from "./weight.ts";

/** How well one way of ranking found those who were talked to again. */
export interface BacktestRow {
  readonly ranking: "tielight" | "days-since-last" | "message-count" | "chance";
  /**
   * Chance (0-1) that of two people, one talked to again and one not, the right one is ranked higher: the mean over the dates, with
   * its 95 % interval. The dates share people, so the interval is that of a single date of average precision.
   */
  readonly auc: number;
  readonly low: number;
  readonly high: number;
  /** Of the tenth of people ranked highest, how many there were (over all dates) and how many of them were talked to again. */
  readonly top: number;
  readonly topAgain: number;
}

export type Backtest =
  | {
      /** Why nothing can be said: people with an exchange, days of history, or people talked to again (and not) at any date. */
      readonly refused: "too-few-people" | "too-short" | "too-few-cases";
      readonly have: number;
      readonly need: number;
    }
  | {
      readonly refused?: undefined;
      /** The dates (ms), oldest first, and the days after each in which contact counted as "again". */
      readonly cuts: readonly number[];
      readonly windowDays: number;
      /** People judged, over all dates, and how many of those were talked to again. */
      readonly cases: number;
      readonly again: number;
      readonly rows: readonly BacktestRow[];
    };

const FEWEST_PEOPLE = 20;
const FEWEST_DAYS = 365;
/** Fewest people talked to again, and not, at a date for it to be judged. */
const FEWEST_EACH = 5;
const CUTS = 4;
const LONGEST_WINDOW_DAYS = 180;
const TOP_SHARE = 0.1;

interface Case {
  readonly scores: Readonly<Record<"tielight" | "days-since-last" | "message-count", number>>;
  readonly again: boolean;
}

interface Exchange {
  readonly fact: Interaction;
  readonly at: number;
}

function inOrder(history: readonly Interaction[], now: number): readonly Exchange[] {
  return history
    .map((fact) => ({ fact, at: reckonedAt(fact) }))
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at - b.at || compareInteractions(a.fact, b.fact));
}

/** One person at every date, in the order of the dates; nothing where the two had not talked yet. */
function casesOf(facts: readonly Exchange[], cuts: readonly number[], windowMs: number) {
  const { add, state } = tally();
  let place = 0;
  let messages = 0;
  return cuts.map((cut): Case | undefined => {
    for (let next = facts[place]; next && next.at < cut; place += 1, next = facts[place]) {
      add(next.fact);
      if (isExchange(next.fact)) messages += 1;
    }
    const then = state();
    if (then.lastAt === undefined) return undefined;
    const after = facts.findIndex(
      ({ fact, at }, index) => index >= place && at >= cut && isExchange(fact),
    );
    const again = after >= 0 && (facts[after]?.at ?? Infinity) < cut + windowMs;
    const scores = {
      tielight: warmth(then, then.lastAt, cut),
      "days-since-last": then.lastAt,
      "message-count": messages,
    };
    return { scores, again };
  });
}

function topOf(cases: readonly Case[], score: (one: Case) => number) {
  const size = Math.max(1, Math.round(cases.length * TOP_SHARE));
  const ranked = [...cases].sort((a, b) => score(b) - score(a));
  return { size, again: ranked.slice(0, size).filter((one) => one.again).length };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

function row(
  ranking: Exclude<BacktestRow["ranking"], "chance">,
  dates: readonly (readonly Case[])[],
): BacktestRow {
  const score = (one: Case) => one.scores[ranking];
  const aucs: readonly Auc[] = dates.map((cases) =>
    aucOf(cases.map((one) => ({ score: score(one), positive: one.again }))),
  );
  const auc = mean(aucs.map((one) => one.auc));
  const margin = 1.96 * Math.sqrt(mean(aucs.map((one) => one.variance)));
  const tops = dates.map((cases) => topOf(cases, score));
  return {
    ranking,
    auc,
    low: Math.max(0, auc - margin),
    high: Math.min(1, auc + margin),
    top: tops.reduce((sum, one) => sum + one.size, 0),
    topAgain: tops.reduce((sum, one) => sum + one.again, 0),
  };
}

function chanceRow(like: BacktestRow, cases: number, again: number): BacktestRow {
  const margin = like.high - like.auc;
  return {
    ranking: "chance",
    auc: 0.5,
    low: Math.max(0, 0.5 - margin),
    high: Math.min(1, 0.5 + margin),
    top: like.top,
    topAgain: (like.top * again) / cases,
  };
}

/**
 * Replays the user's own past. `histories` holds the settled interactions of one person each. At up to four dates, one window
 * apart and the last of them one window ago, everybody talked to before is ranked by what was known then, and counts as found when
 * there was an exchange within the window after. Windows are an eighth of the history, at most half a year.
 */
export function backtest(histories: readonly (readonly Interaction[])[], now: number): Backtest {
  const people = histories
    .map((history) => inOrder(history, now))
    .filter((facts) => facts.some(({ fact }) => isExchange(fact)));
  if (people.length < FEWEST_PEOPLE)
    return { refused: "too-few-people", have: people.length, need: FEWEST_PEOPLE };
  const start = people.reduce((first, facts) => Math.min(first, facts[0]?.at ?? first), now);
  const spanDays = (now - start) / DAY_MS;
  if (spanDays < FEWEST_DAYS)
    return { refused: "too-short", have: Math.floor(spanDays), need: FEWEST_DAYS };
  const windowDays = Math.min(LONGEST_WINDOW_DAYS, Math.floor(spanDays / 8));
  const windowMs = windowDays * DAY_MS;
  const cuts = Array.from({ length: CUTS }, (_, step) => now - (CUTS - step) * windowMs);

  const byPerson = people.map((facts) => casesOf(facts, cuts, windowMs));
  const dates = cuts.map((cut, place) => ({
    cut,
    cases: byPerson.flatMap((cases) => cases[place] ?? []),
  }));
  const fewest = ({ cases }: (typeof dates)[number]) => {
    const again = cases.filter((one) => one.again).length;
    return Math.min(again, cases.length - again);
  };
  const judged = dates.filter((date) => fewest(date) >= FEWEST_EACH);
  if (judged.length === 0)
    return { refused: "too-few-cases", have: Math.max(...dates.map(fewest)), need: FEWEST_EACH };

  const lists = judged.map(({ cases }) => cases);
  const cases = lists.reduce((sum, list) => sum + list.length, 0);
  const again = lists.flat().filter((one) => one.again).length;
  const own = row("tielight", lists);
  return {
    cuts: judged.map(({ cut }) => cut),
    windowDays,
    cases,
    again,
    rows: [
      own,
      row("days-since-last", lists),
      row("message-count", lists),
      chanceRow(own, cases, again),
    ],
  };
}
