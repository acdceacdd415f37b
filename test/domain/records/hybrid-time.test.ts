/** Moments of acts, and clocks that ran ahead. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ClockCorrection,
  compareCorrected,
  dueCorrection,
  type HybridTime,
  nextTime,
  takenOver,
} from "../../../src/domain/records/hybrid-time.ts";
import { day } from "../projection/said.ts";

const times = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 1 }), fc.constantFrom("r1", "r2"));
const someCorrections = fc.array(
  fc.record({
    replica: fc.constantFrom("r1", "r2"),
    from: fc.nat({ max: 9 }),
    to: fc.nat({ max: 9 }),
  }),
  { maxLength: 3 },
);

test("the order of moments is an order whatever corrections there are: antisymmetric, transitive, total", () => {
  fc.assert(
    fc.property(times, times, times, someCorrections, (a, b, c, corrections) => {
      const order = (one: HybridTime, other: HybridTime) =>
        Math.sign(compareCorrected(one, other, corrections));
      expect(order(a, b)).toBe(0 - order(b, a));
      if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
      if (order(a, b) === 0) expect(a).toEqual(b);
    }),
  );
});

test("acts of one replica follow each other, also while its clock stands still or goes back a little", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5 })), (clock) => {
      let last: HybridTime | undefined;
      for (const now of clock) {
        const next = nextTime(last, now, "r1");
        if (last !== undefined) expect(compareCorrected(last, next, [])).toBeLessThan(0);
        last = next;
      }
    }),
  );
});

test("a clock that goes back by more than a day is corrected, and an act at that moment comes after all it noted", () => {
  const wrong: HybridTime = [day(9000), 3, "r1"];
  expect(dueCorrection(wrong, day(8999), "r1")).toBeUndefined();
  const due = dueCorrection(wrong, day(10), "r1");
  const corrections: readonly ClockCorrection[] = due === undefined ? [] : [due];
  expect(corrections).toEqual([{ replica: "r1", from: day(10), to: day(9000) }]);
  for (const replica of ["r1", "r0"])
    expect(compareCorrected([day(10), 0, replica], wrong, corrections)).toBeGreaterThan(0);
  expect(compareCorrected([day(9), 0, "r1"], wrong, corrections)).toBeLessThan(0);
});

test("a moment of another replica that is more than a day ahead is not taken over", () => {
  expect(takenOver(undefined, [day(9), 0, "r2"], day(7))).toBeUndefined();
  expect(takenOver([day(7), 0, "r1"], [day(8), 0, "r2"], day(7))).toEqual([day(8), 0, "r2"]);
  expect(takenOver([day(8), 1, "r1"], [day(8), 0, "r2"], day(8))).toEqual([day(8), 1, "r1"]);
});
