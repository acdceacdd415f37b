/**
 * The model judged on the user's own past: at several dates, were the people ranked high talked to again?
 */
import { type Auc, aucDifference, aucOf } from "./auc.ts";
import { DAY_MS } from "../time/day.ts";
import { compareInteractions } from "../interactions/history.ts";
import type { Interaction } from "../interactions/interaction.ts";
import { warmth } from "../tie/strength.ts";
import { reckonedAt } from "../tie/tie-state.ts";
import { tally } from "../tie/tie-tally.ts";
import { isExchange } from "../tie/weight.ts";

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
  /**
   * How much further Tielight's `auc` is than this one's: the 95 % interval of the difference on the same people, narrower than the two
   * intervals beside each other. Absent for Tielight itself.
   */
  readonly ahead?: { readonly low: number; readonly high: number };
}

/** Why nothing can be said: people with an exchange, days of history, or people talked to again (and not) at any date. */
export interface BacktestRefused {
  readonly refused: "too-few-people" | "too-short" | "too-few-cases";
  readonly have: number;
  readonly need: number;
}

/** The dates (ms) the past is replayed at, oldest first, and the days after each in which contact counts as "again". */
export interface ReplayDates {
  readonly refused?: undefined;
  readonly cuts: readonly number[];
  readonly windowDays: number;
}

/** What replaying the past showed, or why it shows nothing. */
export type Backtest =
  | BacktestRefused
  | (ReplayDates & {
      /** People judged, over all dates, and how many of those were talked to again. */
      readonly cases: number;
      readonly again: number;
      readonly rows: readonly BacktestRow[];
    });

/** People with an exchange, and days from the first exchange on, to have anything to replay. Judgement, as the limits below. */
const FEWEST_PEOPLE = 20;
const FEWEST_DAYS = 365;
/** Fewest people talked to again, and not, at a date for it to be judged. */
const FEWEST_EACH = 5;
/** Dates replayed. */
const CUTS = 4;
/** Days: whether somebody was talked to again is asked within this at most. */
const LONGEST_WINDOW_DAYS = 180;
/** Share (0-1) of people that counts as "ranked high". */
const TOP_SHARE = 0.1;

/** One person at one date: what each ranking said, and whether the two talked again. */
export interface ReplayedCase {
  readonly scores: Readonly<Record<"tielight" | "days-since-last" | "message-count", number>>;
  readonly again: boolean;
}

interface Exchange {
  readonly fact: Interaction;
  readonly at: number;
}

function inOrder(history: readonly Interaction[]): readonly Exchange[] {
  return history
    .map((fact) => ({ fact, at: reckonedAt(fact) }))
    .sort((a, b) => a.at - b.at || compareInteractions(a.fact, b.fact));
}

/**
 * One person at every date, in the order of the dates; nothing where the two had not talked yet.
 *
 * @param history the settled interactions of one person
 */
export function replayed(
  history: readonly Interaction[],
  { cuts, windowDays }: ReplayDates,
): readonly (ReplayedCase | undefined)[] {
  const facts = inOrder(history);
  const { add, state } = tally();
  let place = 0;
  let messages = 0;
  return cuts.map((cut): ReplayedCase | undefined => {
    for (let next = facts[place]; next && next.at < cut; place += 1, next = facts[place]) {
      add(next.fact);
      if (isExchange(next.fact)) messages += 1;
    }
    const then = state();
    if (then.lastAt === undefined) return undefined;
    const end = cut + windowDays * DAY_MS;
    const again = facts.some(({ fact, at }) => at >= cut && at < end && isExchange(fact));
    const scores = {
      tielight: warmth(then, then.lastAt, cut),
      "days-since-last": then.lastAt,
      "message-count": messages,
    };
    return { scores, again };
  });
}

/** How many of the tenth ranked highest were talked to again; where several are level at the edge, as many as chance gives. */
function topOf(cases: readonly ReplayedCase[], score: (one: ReplayedCase) => number) {
  const size = Math.max(1, Math.round(cases.length * TOP_SHARE));
  const edge = Float64Array.from(cases, score).sort().at(-size) ?? Infinity;
  const above = cases.filter((one) => score(one) > edge);
  const level = cases.filter((one) => score(one) === edge);
  const found = (some: readonly ReplayedCase[]) => some.filter((one) => one.again).length;
  return {
    size,
    again: found(above) + (found(level) * (size - above.length)) / level.length,
  };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

type Ranking = Exclude<BacktestRow["ranking"], "chance">;

const scoredBy = (ranking: Ranking) => (cases: readonly ReplayedCase[]) =>
  cases.map((one) => ({ score: one.scores[ranking], positive: one.again }));

/** The mean over the dates, with 95 % of a single date of average precision on either side. */
function overDates(dates: readonly Auc[]) {
  const middle = mean(dates.map((one) => one.auc));
  const margin = 1.96 * Math.sqrt(mean(dates.map((one) => one.variance)));
  return { middle, low: middle - margin, high: middle + margin };
}

function aheadBy(differences: readonly Auc[]): { readonly low: number; readonly high: number } {
  const { low, high } = overDates(differences);
  return { low, high };
}

function row(ranking: Ranking, dates: readonly (readonly ReplayedCase[])[]): BacktestRow {
  const score = (one: ReplayedCase) => one.scores[ranking];
  const scored = dates.map(scoredBy(ranking));
  const { middle: auc, low, high } = overDates(scored.map(aucOf));
  const own = ranking === "tielight" ? [] : dates.map(scoredBy("tielight"));
  const differences = own.map((cases, place) => aucDifference(cases, scored[place] ?? []));
  const tops = dates.map((cases) => topOf(cases, score));
  return {
    ranking,
    auc,
    low: Math.max(0, low),
    high: Math.min(1, high),
    ...(differences.length > 0 && { ahead: aheadBy(differences) }),
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
    ahead: { low: like.low - 0.5, high: like.high - 0.5 },
    top: like.top,
    topAgain: (like.top * again) / cases,
  };
}

/**
 * The dates to replay: up to four, one window apart and the last of them one window before the end. Windows are an eighth of the
 * history, at most half a year.
 *
 * @param people how many people there was an exchange with
 * @param start the first exchange of all (ms)
 * @param end up to when contact is known (ms)
 */
export function replayDates(
  people: number,
  start: number,
  end: number,
): ReplayDates | BacktestRefused {
  if (people < FEWEST_PEOPLE)
    return { refused: "too-few-people", have: people, need: FEWEST_PEOPLE };
  const spanDays = (end - start) / DAY_MS;
  if (spanDays < FEWEST_DAYS)
    return { refused: "too-short", have: Math.max(0, Math.floor(spanDays)), need: FEWEST_DAYS };
  const windowDays = Math.min(LONGEST_WINDOW_DAYS, Math.floor(spanDays / 8));
  const cuts = Array.from({ length: CUTS }, (_, step) => end - (CUTS - step) * windowDays * DAY_MS);
  return { cuts, windowDays };
}

/**
 * What the replayed people show; `byPerson` as `replayed` gives them. With tens of thousands of people it takes long enough for others to
 * wait, so it pauses after each ranking.
 */
export function* judging(
  byPerson: readonly (readonly (ReplayedCase | undefined)[])[],
  { cuts, windowDays }: ReplayDates,
): Generator<undefined, Backtest> {
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
  yield;
  const byDays = row("days-since-last", lists);
  yield;
  const byMessages = row("message-count", lists);
  return {
    cuts: judged.map(({ cut }) => cut),
    windowDays,
    cases,
    again,
    rows: [own, byDays, byMessages, chanceRow(own, cases, again)],
  };
}

/**
 * Replays the user's own past: at several dates, everybody talked to before is ranked by what was known then, and counts as found when
 * there was an exchange within the window after. `histories` holds the settled interactions of one person each.
 */
export function backtest(histories: readonly (readonly Interaction[])[], now: number): Backtest {
  const talks = histories.map((history) =>
    history.filter((fact) => isExchange(fact)).map(reckonedAt),
  );
  const people = talks.filter((moments) => moments.some((at) => at <= now)).length;
  const start = talks.flat().reduce((first, at) => Math.min(first, at), now);
  const dates = replayDates(people, start, now);
  if (dates.refused !== undefined) return dates;
  const steps = judging(
    histories.map((history) => replayed(history, dates)),
    dates,
  );
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
