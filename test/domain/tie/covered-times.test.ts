import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../effort.ts";
import {
  type Coverage,
  coverageStatement,
  coveredDays,
  talkKnown,
} from "../../../src/domain/tie/coverage.ts";
import { coveredLines, talkGaps } from "../../../src/domain/tie/covered-times.ts";
import { PARAMETERS } from "../../../src/domain/tie/tie-parameters.ts";
import { DAY_MS } from "../../../src/domain/time/day.ts";

const NOW = 4000 * DAY_MS;
const day = fc.integer({ min: 0, max: 4000 }).map((at) => at * DAY_MS);
const span = fc
  .tuple(
    day,
    day,
    fc.constantFrom(["message"] as const, ["invitation"] as const, ["connected"] as const),
  )
  .map(([a, b, kinds]) => ({ from: Math.min(a, b), to: Math.max(a, b), kinds }));
const anyCoverage: fc.Arbitrary<Coverage> = fc
  .tuple(fc.array(span, { maxLength: 4 }), fc.option(fc.tuple(day, day)))
  .map(([archives, watched]) => ({
    archives,
    ...(watched && { watchingSince: Math.min(...watched), watchedUntil: Math.max(...watched) }),
  }));

const GAP_MS = PARAMETERS.coverageGapDays * DAY_MS;

test("a gap is drawn between archive and pages where the sentence speaks of one, and only there", () => {
  fc.assert(
    fc.property(anyCoverage, (coverage) => {
      const said = coverageStatement(coverage);
      const isSaid =
        said.code === "archive-and-watching" && said.gapDays > PARAMETERS.coverageGapDays;
      const gaps = talkGaps(coverage, NOW);
      const isDrawn =
        said.code === "archive-and-watching" &&
        gaps.some(({ from, to }) => from === said.to && to === said.since);
      expect(isDrawn).toBe(isSaid);
    }),
    { numRuns: runs(500) },
  );
});

test("gaps lie where no day is covered, and one to the present stands where silence cannot be claimed today", () => {
  fc.assert(
    fc.property(anyCoverage, (coverage) => {
      const gaps = talkGaps(coverage, NOW);
      for (const { from, to } of gaps) {
        expect(to - from).toBeGreaterThan(GAP_MS);
        expect(coveredDays(coverage, from, to)).toBeCloseTo(0, 6);
      }
      const hasTalk = coverage.archives.some(({ kinds }) =>
        kinds.some((kind) => kind === "message"),
      );
      if (hasTalk && talkKnown(coverage, undefined, NOW).until < NOW)
        expect(gaps.length).toBeGreaterThan(0);
    }),
    { numRuns: runs(500) },
  );
});

test("each kind has one line from its first to its last moment, and the pages come last", () => {
  expect(
    coveredLines(
      {
        watchingSince: 900 * DAY_MS,
        archives: [
          { from: 10, to: 20, kinds: ["message"] },
          { from: 5, to: 15, kinds: ["connected"] },
          { from: 1, to: 30, kinds: ["message"] },
        ],
      },
      NOW,
    ),
  ).toEqual([
    { of: "message", from: 1, to: 30 },
    { of: "connected", from: 5, to: 15 },
    { of: "pages", from: 900 * DAY_MS, to: NOW },
  ]);
  expect(coveredLines({ archives: [] }, NOW)).toEqual([]);
  expect(talkGaps({ archives: [] }, NOW)).toEqual([]);
});
