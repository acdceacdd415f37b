import { expect, test } from "vitest";
import { coverageStatement, coveredDays, coveredUntil } from "../../src/domain/coverage.ts";
import { DAY, NOW } from "./arbitrary-interactions.ts";
import { daysAgo } from "./facts.ts";

const archive = (from: number, to: number) => ({
  from: daysAgo(from),
  to: daysAgo(to),
  kinds: ["message"] as const,
});

test("what may be said names what was imported and what was watched", () => {
  expect(coverageStatement({ archives: [] })).toStrictEqual({ code: "nothing" });
  expect(coverageStatement({ watchingSince: NOW, archives: [] })).toStrictEqual({
    code: "watching",
    since: NOW,
  });
  expect(coverageStatement({ archives: [archive(900, 100), archive(700, 50)] })).toStrictEqual({
    code: "archive",
    from: daysAgo(900),
    to: daysAgo(50),
  });
  expect(
    coverageStatement({ watchingSince: daysAgo(30), archives: [archive(900, 50)] }),
  ).toMatchObject({ code: "archive-and-watching", since: daysAgo(30), gapDays: 20 });
});

test("an archive without messages says nothing about messages", () => {
  const connections = { ...archive(900, 1), kinds: ["connected"] as const };
  expect(coverageStatement({ archives: [connections] })).toStrictEqual({ code: "nothing" });
  expect(coveredUntil({ archives: [connections] }, NOW)).toBe(NOW);
});

test("silence counts to the end of what is known and a month beyond", () => {
  expect(coveredUntil(undefined, NOW)).toBe(NOW);
  expect(coveredUntil({ watchingSince: daysAgo(10), archives: [] }, NOW)).toBe(NOW);
  expect(coveredUntil({ archives: [archive(900, 100)] }, NOW)).toBe(daysAgo(70));
  expect(
    coveredUntil({ watchingSince: daysAgo(90), watchedUntil: daysAgo(60), archives: [] }, NOW),
  ).toBe(daysAgo(30));
});

test("covered days are counted once where archives and watching overlap", () => {
  const coverage = {
    watchingSince: daysAgo(60),
    archives: [archive(900, 500), archive(700, 50), archive(650, 600)],
  };
  expect(coveredDays(coverage, daysAgo(1000), NOW)).toBe(900);
  expect(coveredDays(coverage, daysAgo(55), NOW)).toBe(55);
  expect(coveredDays(undefined, NOW - 5 * DAY, NOW)).toBe(5);
});
