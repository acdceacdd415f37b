import { expect, test } from "vitest";
import {
  archiveEnd,
  coverageStatement,
  coveredDays,
  isNewArchiveDue,
  talkCovered,
  talkKnown,
} from "../../../src/domain/tie/coverage.ts";
import { DAY, NOW } from "../interactions/arbitrary-interactions.ts";
import { daysAgo } from "../interactions/facts.ts";

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

const connections = { ...archive(900, 1), kinds: ["connected"] as const };

test("an archive without messages covers connections, and no talk", () => {
  expect(coverageStatement({ archives: [connections] })).toStrictEqual({
    code: "archive-without-messages",
    to: daysAgo(1),
  });
  expect(talkKnown({ archives: [connections] }, undefined, NOW)).toStrictEqual({
    until: NOW,
    covered: false,
  });
  expect(talkCovered({ archives: [connections] }, undefined, NOW)).toBe(false);
});

test("two archives cover what each of them covers", () => {
  const both = { archives: [connections, archive(900, 100)] };
  expect(archiveEnd(both, ["connected"])).toBe(daysAgo(1));
  expect(archiveEnd(both)).toBe(daysAgo(100));
  expect(talkKnown(both, undefined, NOW)).toStrictEqual({ until: daysAgo(100), covered: true });
});

test("talk is known to the end of the archive, or to the present where no gap of more than 30 days lies between", () => {
  const known = (coverage: Parameters<typeof talkKnown>[0]) => talkKnown(coverage, undefined, NOW);
  expect(known(undefined)).toStrictEqual({ until: NOW, covered: true });
  expect(known({ archives: [archive(900, 100)] }).until).toBe(daysAgo(100));
  expect(known({ archives: [archive(900, 30)] }).until).toBe(NOW);
  expect(known({ archives: [archive(900, 31)] }).until).toBe(daysAgo(31));
  const watched = (since: number) =>
    known({ watchingSince: daysAgo(since), archives: [archive(900, 100)] });
  expect(watched(70)).toStrictEqual({ until: NOW, covered: true });
  expect(watched(69)).toStrictEqual({ until: daysAgo(100), covered: true });
  expect(
    known({
      watchingSince: daysAgo(300),
      watchedUntil: daysAgo(60),
      archives: [archive(900, 100)],
    }),
  ).toStrictEqual({ until: daysAgo(60), covered: true });
});

test("what was seen after a gap is known, and no silence around it", () => {
  const coverage = { watchingSince: daysAgo(20), archives: [archive(900, 100)] };
  expect(talkKnown(coverage, daysAgo(5), NOW)).toStrictEqual({ until: NOW, covered: false });
  expect(talkKnown(coverage, daysAgo(200), NOW)).toStrictEqual({
    until: daysAgo(100),
    covered: true,
  });
});

test("a new archive is due three months after the end of what is known, and where an archive has no messages", () => {
  const due = (coverage: Parameters<typeof isNewArchiveDue>[0]) => isNewArchiveDue(coverage, NOW);
  expect(due({ archives: [] })).toBe(false);
  expect(due({ archives: [connections] })).toBe(true);
  expect(due({ archives: [archive(900, 91)] })).toBe(false);
  expect(due({ archives: [archive(900, 92)] })).toBe(true);
  expect(due({ archives: [archive(900, 92)], watchingSince: daysAgo(80) })).toBe(false);
  expect(due({ archives: [archive(900, 92)], watchingSince: daysAgo(50) })).toBe(true);
});

test("pages alone cover no talk", () => {
  expect(talkKnown({ watchingSince: daysAgo(900), archives: [] }, daysAgo(5), NOW).covered).toBe(
    false,
  );
});

test("an archive from before two became connected says nothing about them", () => {
  const coverage = { archives: [archive(900, 100)] };
  expect(talkCovered(coverage, daysAgo(101), NOW)).toBe(true);
  expect(talkCovered(coverage, daysAgo(99), NOW)).toBe(false);
  expect(talkCovered(undefined, daysAgo(1), NOW)).toBe(true);
});

test("covered days are counted once where archives and watching overlap", () => {
  const coverage = {
    watchingSince: daysAgo(60),
    archives: [archive(900, 500), archive(700, 50), archive(650, 600)],
  };
  expect(coveredDays(coverage, daysAgo(1000), NOW)).toBe(1000);
  expect(coveredDays(coverage, daysAgo(55), NOW)).toBe(55);
  expect(coveredDays(undefined, NOW - 5 * DAY, NOW)).toBe(5);
});
