import { expect, test } from "vitest";
import type { Coverage } from "../../src/domain/tie/coverage.ts";
import type { Setup } from "../../src/settings/setup.ts";
import { nextStep } from "../../src/setup/setup-steps.ts";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 30, 12);
const NOTHING: Coverage = { archives: [] };
const upTo = (to: number): Coverage => ({
  archives: [{ from: to - 1000 * DAY, to, kinds: ["message"] }],
});
const IN = upTo(NOW - 10 * DAY);
const OLD = upTo(NOW - 120 * DAY);
const ONLY_CONNECTIONS: Coverage = { archives: [{ from: 0, to: NOW, kinds: ["connected"] }] };

const step = (setup: Setup | undefined, coverage: Coverage) =>
  nextStep({ mode: "archive", ...(setup && { setup }) }, coverage, NOW);

test("the choice comes first, then the archive, then the weekly call, and then there is nothing left", () => {
  expect(nextStep({}, NOTHING, NOW)).toBe("choose");
  expect(step(undefined, NOTHING)).toBe("request");
  expect(step({ requestedAt: NOW - DAY / 2 }, NOTHING)).toBe("bring");
  expect(step({ asksForCall: true }, IN)).toBe("call");
  expect(step({ asksForCall: false }, IN)).toBeUndefined();
  // Nobody who restored a backup is asked.
  expect(step(undefined, IN)).toBeUndefined();
});

test("an archive without messages shows no talk: the steps go on", () => {
  expect(step({ asksForCall: true }, ONLY_CONNECTIONS)).toBe("request");
});

test("an archive whose link has run out is to be asked for again", () => {
  expect(step({ requestedAt: NOW - 5 * DAY }, NOTHING)).toBe("request");
});

test("what the user put away stays away, but for what is asked after the archive", () => {
  const isPutAway = true as const;
  expect(step({ isPutAway }, NOTHING)).toBeUndefined();
  expect(step({ isPutAway }, OLD)).toBeUndefined();
  expect(step({ isPutAway, asksForCall: true }, IN)).toBe("call");
});

test("the steps come back when the archive is old and little was watched since", () => {
  expect(step({ asksForCall: false }, OLD)).toBe("request");
  expect(step({ asksForCall: false, requestedAt: NOW - DAY }, OLD)).toBe("bring");
  const watched = { ...OLD, watchingSince: NOW - 125 * DAY };
  expect(step({ asksForCall: false }, watched)).toBeUndefined();
});
