import fc from "fast-check";
import { expect, test } from "vitest";
import {
  barUnit,
  between,
  moved,
  periodOf,
  timelineBars,
  wholeTime,
  zoomed,
} from "../../../src/dashboard/person/timeline-buckets.ts";
import { DAY, NOW, someInteractions } from "../../domain/interactions/arbitrary-interactions.ts";
import { chats, connected, contact } from "../../domain/interactions/facts.ts";
import { runs } from "../../effort.ts";

const aTime = fc
  .tuple(fc.integer({ min: 0, max: 8000 }), fc.integer({ min: 15, max: 8000 }))
  .map(([before, days]) => ({ from: NOW - (before + days) * DAY, to: NOW - before * DAY }));

test("the bars of the whole time hold every contact once, by who did it", () => {
  fc.assert(
    fc.property(someInteractions, (interactions) => {
      const contacts = interactions.filter(({ kind }) => kind !== "connected");
      const whole = wholeTime(interactions, NOW);
      const bars = whole === undefined ? [] : timelineBars(interactions, whole);
      for (const direction of ["in", "out", "both"] as const)
        expect(bars.reduce((sum, bar) => sum + bar[direction], 0)).toBe(
          contacts.filter((one) => one.direction === direction).length,
        );
    }),
    { numRuns: runs(200) },
  );
});

test("a part of the time has the bars that touch it, in a unit that leaves them apart", () => {
  const interactions = chats(40, 7, 10);
  expect(barUnit({ from: NOW - 60 * DAY, to: NOW })).toBe("day");
  expect(barUnit({ from: NOW - 400 * DAY, to: NOW })).toBe("week");
  expect(barUnit({ from: NOW - 4000 * DAY, to: NOW })).toBe("month");
  expect(barUnit({ from: NOW - 9000 * DAY, to: NOW })).toBe("year");
  expect(timelineBars(interactions, { from: NOW - 33 * DAY, to: NOW - 15 * DAY })).toHaveLength(3);
});

test("a moment lies in its day, week, month and year", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: NOW }),
      fc.constantFrom("day", "week", "month", "year" as const),
      (at, unit) => {
        const { from, to } = periodOf(at, unit);
        expect(from <= at && at < to).toBe(true);
        expect(periodOf(to, unit).from).toBe(to);
      },
    ),
    { numRuns: runs(200) },
  );
});

test("zooming, moving and marking stay inside the whole time, and never show less than two weeks", () => {
  fc.assert(
    fc.property(aTime, aTime, fc.constantFrom(0.5, 2), (whole, part, by) => {
      for (const shown of [
        zoomed(part, by, whole),
        moved(part, 1, whole),
        moved(part, -1, whole),
        between(part.to, part.from, whole),
      ]) {
        expect(shown.from).toBeGreaterThanOrEqual(whole.from);
        expect(shown.to).toBeLessThanOrEqual(whole.to);
        expect(shown.to - shown.from).toBeGreaterThanOrEqual(
          Math.min(14 * DAY, whole.to - whole.from) - 1,
        );
      }
    }),
    { numRuns: runs(200) },
  );
});

test("without a contact there is no time to show", () => {
  expect(wholeTime([connected(900)], NOW)).toBeUndefined();
  expect(wholeTime([contact(900)], NOW)?.to).toBe(NOW);
});
