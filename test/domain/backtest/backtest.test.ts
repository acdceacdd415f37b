import fc from "fast-check";
import { expect, test } from "vitest";
import { aucDifference, aucOf } from "../../../src/domain/backtest/auc.ts";
import { backtest } from "../../../src/domain/backtest/backtest.ts";
import type { Interaction } from "../../../src/domain/interactions/interaction.ts";
import { NOW } from "../interactions/arbitrary-interactions.ts";
import { chats, contact } from "../interactions/facts.ts";
import { runs } from "../../effort.ts";

/** Half of the people talk every month to this day, half stopped two years ago. */
const network: readonly (readonly Interaction[])[] = Array.from({ length: 60 }, (_, place) =>
  place % 2 === 0 ? chats(40, 30, 1 + (place % 29)) : chats(10, 30, 730 + place),
);

test("who keeps talking is found, with the number of cases and an interval", () => {
  const result = backtest(network, NOW);
  if (result.refused) throw new Error(result.refused);
  expect(result.cuts).toHaveLength(4);
  expect(result.cases).toBeGreaterThan(200);
  expect(result.again).toBeGreaterThan(100);
  const [own, ...others] = result.rows;
  expect(own).toMatchObject({ ranking: "tielight" });
  expect(own?.auc).toBeGreaterThan(0.95);
  expect(others.map(({ ranking }) => ranking)).toStrictEqual([
    "days-since-last",
    "message-count",
    "chance",
  ]);
  for (const row of result.rows) {
    expect(row.low).toBeLessThanOrEqual(row.auc);
    expect(row.high).toBeGreaterThanOrEqual(row.auc);
    expect(row.topAgain).toBeLessThanOrEqual(row.top);
  }
});

test("every other ranking says how much further Tielight gets on the same people", () => {
  const result = backtest(network, NOW);
  if (result.refused) throw new Error(result.refused);
  const [own, ...others] = result.rows;
  expect(own?.ahead).toBeUndefined();
  for (const { ranking, auc, ahead = { low: NaN, high: NaN } } of others) {
    expect(ahead.low).toBeLessThanOrEqual(ahead.high);
    if (ranking !== "chance")
      expect((ahead.low + ahead.high) / 2).toBeCloseTo((own?.auc ?? NaN) - auc, 9);
  }
});

test("people who talk or not at random are found no better than by chance", () => {
  let seed = 7;
  const draw = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const random = Array.from({ length: 300 }, () =>
    Array.from({ length: 4 }, () => contact(draw() * 1500)),
  );
  const result = backtest(random, NOW);
  if (result.refused) throw new Error(result.refused);
  expect(result.rows[0]?.low).toBeLessThan(0.55);
});

test("what comes after a date is not known at it: with equal pasts nobody is ranked above anybody", () => {
  const alike = network.map((_, place) =>
    place % 2 === 0 ? [contact(900), contact(10)] : [contact(900)],
  );
  const result = backtest(alike, NOW);
  if (result.refused) throw new Error(result.refused);
  expect(result.cuts).toHaveLength(1);
  expect(result.rows.map(({ auc }) => auc)).toStrictEqual([0.5, 0.5, 0.5, 0.5]);
  // Where all are level, the highest ranked tenth is any tenth.
  for (const { top, topAgain } of result.rows)
    expect(topAgain).toBeCloseTo((top * result.again) / result.cases, 9);
});

test("interactions dated after now change nothing", () => {
  const skewed = network.map((history) => [...history, contact(-5)]);
  expect(backtest(skewed, NOW)).toStrictEqual(backtest(network, NOW));
});

test("the order of the people and their interactions does not matter", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...network], { minLength: network.length }), (shuffled) => {
      const reversed = shuffled.map((history) => history.toReversed());
      expect(backtest(reversed, NOW)).toStrictEqual(backtest(network, NOW));
    }),
    { numRuns: runs(20) },
  );
});

test("too little history is refused with what there is and what it takes", () => {
  expect(backtest(network.slice(0, 12), NOW)).toStrictEqual({
    refused: "too-few-people",
    have: 12,
    need: 20,
  });
  const young = network.map((_, place) => [contact(place + 1)]);
  expect(backtest(young, NOW)).toStrictEqual({ refused: "too-short", have: 60, need: 365 });
  const silent = network.map(() => chats(5, 30, 900));
  expect(backtest(silent, NOW)).toStrictEqual({ refused: "too-few-cases", have: 0, need: 5 });
});

test("connections and light touches are no people to judge by", () => {
  const touches = network.map(() => [contact(500, { kind: "reaction" })]);
  expect(backtest(touches, NOW)).toMatchObject({ refused: "too-few-people", have: 0 });
});

test("the area under the curve is the share of pairs in the right order", () => {
  const cases = fc.array(
    fc.record({ score: fc.integer({ min: 0, max: 9 }), positive: fc.boolean() }),
    {
      minLength: 2,
      maxLength: 30,
    },
  );
  fc.assert(
    fc.property(cases, (list) => {
      const [yes, no] = [list.filter((one) => one.positive), list.filter((one) => !one.positive)];
      fc.pre(yes.length > 0 && no.length > 0);
      const pairs = yes.flatMap((a) =>
        no.map((b) => (a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0)),
      );
      const share = pairs.reduce<number>((sum, one) => sum + one, 0) / pairs.length;
      expect(aucOf(list).auc).toBeCloseTo(share, 9);
      expect(aucOf(list).variance).toBeGreaterThanOrEqual(-1e-12);
    }),
    { numRuns: runs(1000) },
  );
});

test("the difference of two areas is that of each, nothing for the same score, and turns around with them", () => {
  const cases = fc.array(fc.record({ one: fc.nat(9), other: fc.nat(9), positive: fc.boolean() }), {
    minLength: 4,
    maxLength: 30,
  });
  fc.assert(
    fc.property(cases, (list) => {
      fc.pre(list.some(({ positive }) => positive) && list.some(({ positive }) => !positive));
      const scored = (by: "one" | "other") =>
        list.map((each) => ({ score: each[by], positive: each.positive }));
      const [one, other] = [scored("one"), scored("other")];
      const difference = aucDifference(one, other);
      expect(difference.auc).toBeCloseTo(aucOf(one).auc - aucOf(other).auc, 9);
      expect(difference.variance).toBeGreaterThanOrEqual(0);
      expect(aucDifference(one, one)).toStrictEqual({ auc: 0, variance: 0 });
      expect(aucDifference(other, one).variance).toBeCloseTo(difference.variance, 9);
    }),
    { numRuns: runs(1000) },
  );
});

test("the interval of a difference holds the truth about as often as it says", () => {
  let seed = 11;
  const draw = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  // Two scores as good as each other, which share most of their noise.
  const held = Array.from({ length: 400 }, () => {
    const cases = Array.from({ length: 80 }, (_, place) => {
      const positive = place % 4 === 0;
      const shared = draw() + (positive ? 0.2 : 0);
      return { positive, one: shared + draw() / 4, other: shared + draw() / 4 };
    });
    const scored = (by: "one" | "other") =>
      cases.map((each) => ({ score: each[by], positive: each.positive }));
    const { auc, variance } = aucDifference(scored("one"), scored("other"));
    return Math.abs(auc) <= 1.96 * Math.sqrt(variance);
  });
  const share = held.filter(Boolean).length / held.length;
  expect(share).toBeGreaterThan(0.91);
  expect(share).toBeLessThan(0.99);
});
