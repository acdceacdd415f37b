import fc from "fast-check";
import { expect, test } from "vitest";
import { timeMarks } from "../../../src/dashboard/person/time-marks.ts";
import { periodOf } from "../../../src/dashboard/person/timeline-buckets.ts";
import { DAY, NOW } from "../../domain/interactions/arbitrary-interactions.ts";
import { runs } from "../../effort.ts";

const [ASIDE, DISTANCE] = [3, 12];

/** A line of so many pixels in letters of so many pixels. */
const line = (width: number, letter: number) => ({
  width,
  widthOf: (words: string) => words.length * letter,
  aside: ASIDE,
  distance: DISTANCE,
});

const aTime = fc
  .tuple(fc.integer({ min: 0, max: 8000 }), fc.integer({ min: 15, max: 8000 }))
  .map(([before, days]) => ({ from: NOW - (before + days) * DAY, to: NOW - before * DAY }));

test("names under a line of time keep their distance, and none is cut", () => {
  fc.assert(
    fc.property(
      aTime,
      fc.integer({ min: 200, max: 1400 }),
      fc.integer({ min: 5, max: 14 }),
      (shown, width, letter) => {
        const marks = timeMarks(shown, line(width, letter));
        let free = 0;
        for (const { at, words } of marks) {
          const start = ((at - shown.from) / (shown.to - shown.from)) * width + ASIDE;
          expect(start).toBeGreaterThanOrEqual(free);
          expect(start + words.length * letter).toBeLessThanOrEqual(width);
          free = start + words.length * letter + DISTANCE;
        }
        // No two say the same.
        expect(new Set(marks.map(({ words }) => words)).size).toBe(marks.length);
      },
    ),
    { numRuns: runs(300) },
  );
});

test("years, months and days are named by the time that is shown", () => {
  const wide = line(4000, 7);
  const of = (from: number, to: number) => timeMarks({ from, to }, wide).map(({ words }) => words);
  const at = (year: number, month: number, day = 1) => new Date(year, month, day).getTime();
  expect(of(at(2023, 0), at(2026, 5))).toEqual(["2023", "2024", "2025", "2026"]);
  expect(of(at(2025, 10), at(2026, 3))).toEqual([
    "November 2025",
    "December 2025",
    "2026",
    "February 2026",
    "March 2026",
  ]);
  expect(of(at(2025, 11, 30), at(2026, 0, 3))).toEqual([
    "December 30",
    "December 31",
    "January 1",
    "January 2",
  ]);
});

test("names are shortened where that makes room for more of them", () => {
  const shown = periodOf(new Date(2025, 5, 1).getTime(), "year");
  const names = (width: number) => timeMarks(shown, line(width, 7)).map(({ words }) => words);
  expect(names(1500)).toContain("September 2025");
  expect(names(950)).toContain("Sep 2025");
  expect(names(950)).toHaveLength(12);
  expect(names(200).length).toBeLessThan(4);
});
