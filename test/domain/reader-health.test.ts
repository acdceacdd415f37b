import { expect, test } from "vitest";
import { unread, withVisitTo, type ReaderHealth } from "../../src/domain/reader-health.ts";

const visits = (
  surface: string,
  founds: readonly number[],
  health: ReaderHealth = {},
): ReaderHealth =>
  founds.reduce(
    (before, found, index) => withVisitTo(before, surface, found, 1000 + index),
    health,
  );

test("three visits in a row without anybody are reported, with the moment it began", () => {
  expect(unread(visits("people-search", [12, 0, 0]))).toEqual([]);
  expect(unread(visits("people-search", [12, 0, 0, 0]))).toEqual([
    { surface: "people-search", since: 1001, foundAt: 1000 },
  ]);
});

test("one visit with people ends the report", () => {
  expect(unread(visits("people-search", [0, 0, 0, 5]))).toEqual([]);
  expect(unread(visits("people-search", [0, 0, 0, 5, 0, 0]))).toEqual([]);
});

test("surfaces are judged apart, and one never read says so", () => {
  const health = visits("feed", [0, 0, 0, 0], visits("connections", [0, 0, 3]));
  expect(unread(health)).toEqual([{ surface: "feed", since: 1000 }]);
});

test("visits on which fewer are found than the page promises are reported as well, and say so", () => {
  let health: ReaderHealth = {};
  for (const at of [1, 2, 3]) health = withVisitTo(health, "feed", 4, at, 2);
  expect(unread(health)).toEqual([{ surface: "feed", since: 1, foundAt: 3, partly: true }]);
  expect(unread(withVisitTo(health, "feed", 0, 4))).toEqual([
    { surface: "feed", since: 1, foundAt: 3 },
  ]);
  expect(unread(withVisitTo(health, "feed", 6, 4))).toEqual([]);
});
