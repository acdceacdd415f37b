import { expect, test } from "vitest";
import type { Interaction } from "../../../src/domain/interactions/interaction.ts";
import { talkedSince } from "../../../src/domain/tie/talked-since.ts";
import { tieSummary } from "../../../src/domain/tie/tie-summary.ts";
import { DAY } from "../interactions/arbitrary-interactions.ts";

const HOUR = DAY / 24;
const MIDNIGHT = Date.UTC(2026, 10, 25);
const AFTERNOON = MIDNIGHT + 16 * HOUR;

const met = (from: number, to: number): Interaction => ({
  kind: "meeting",
  direction: "both",
  from,
  to,
  sources: ["hand"],
});

test("a meeting of today counts as after a suggestion of this afternoon, whatever the hour", () => {
  const summary = tieSummary([met(MIDNIGHT, MIDNIGHT + DAY - 1)]);
  for (let hour = 0; hour < 24; hour += 1)
    expect(talkedSince(summary, MIDNIGHT + hour * HOUR), `${hour} h`).toBe(true);
  expect(talkedSince(summary, MIDNIGHT + DAY)).toBe(false);
});

test("a day on which clocks are put back is a day", () => {
  expect(talkedSince(tieSummary([met(MIDNIGHT, MIDNIGHT + 25 * HOUR - 1)]), AFTERNOON)).toBe(true);
});

test("a message of this morning, known to the moment, is before a suggestion of this afternoon", () => {
  const morning = MIDNIGHT + 9 * HOUR;
  const summary = tieSummary([{ ...met(morning, morning), kind: "message", direction: "in" }]);
  expect(talkedSince(summary, AFTERNOON)).toBe(false);
  expect(talkedSince(summary, morning)).toBe(true);
});

test("a sighting as coarse as a week counts by its middle", () => {
  const summary = tieSummary([met(AFTERNOON - 6 * DAY, AFTERNOON + DAY)]);
  expect(talkedSince(summary, AFTERNOON)).toBe(false);
  expect(talkedSince(summary, AFTERNOON - 3 * DAY)).toBe(true);
});

test("where nothing is known there was no talk since", () => {
  expect(talkedSince(tieSummary([]), AFTERNOON)).toBe(false);
});
