import fc from "fast-check";
import { expect, test } from "vitest";
import {
  beginningOfMonth,
  monthOf,
  monthsIn,
  packedMonths,
  withMonths,
} from "../../../src/domain/interactions/messages-by-month.ts";
import { runs } from "../../effort.ts";
import { someInteractions } from "./arbitrary-interactions.ts";
import { connected, contact } from "./facts.ts";

test("a month begins with its first moment", () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2003, 0), max: Date.UTC(2060, 0) }), (at) => {
      const month = monthOf(at);
      expect(beginningOfMonth(month)).toBeLessThanOrEqual(at);
      expect(beginningOfMonth(month + 1)).toBeGreaterThan(at);
    }),
    { numRuns: runs(300) },
  );
});

test("messages of the two alone are counted in the month of the middle of their time, whatever the order", () => {
  fc.assert(
    fc.property(someInteractions, (facts) => {
      const counted = facts.filter(
        ({ kind, groupSize }) =>
          (kind === "message" || kind === "inmail") && groupSize === undefined,
      );
      const found = monthsIn(packedMonths(facts));
      for (const { month, in: came, out } of found) {
        const there = counted.filter(({ from, to }) => monthOf((from + to) / 2) === month);
        expect(came).toBe(there.filter(({ direction }) => direction !== "out").length);
        expect(out).toBe(there.filter(({ direction }) => direction !== "in").length);
      }
      const months = new Set(counted.map(({ from, to }) => monthOf((from + to) / 2)));
      expect(found.map(({ month }) => month)).toEqual([...months].sort((a, b) => a - b));
      expect(packedMonths(facts.toReversed())).toBe(packedMonths(facts));
    }),
    { numRuns: runs(300) },
  );
});

test("a message of an unknown month, one to a group, and becoming a connection count nowhere", () => {
  const wide = contact(40, { from: contact(90).from });
  expect(packedMonths([wide, contact(3, { groupSize: 4 }), connected(5)])).toBe("");
});

test("what was added to sums and is taken away again leaves them as they were", () => {
  fc.assert(
    fc.property(fc.array(someInteractions, { maxLength: 5 }), someInteractions, (all, one) => {
      const sums = withMonths([], all.map(packedMonths), 1);
      const more = withMonths(sums, [packedMonths(one)], 1);
      expect(withMonths(more, [packedMonths(one)], -1)).toEqual(sums);
      expect(withMonths([], [...all, one].map(packedMonths), 1)).toEqual(more);
    }),
    { numRuns: runs(200) },
  );
});
