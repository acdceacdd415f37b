import { expect, test } from "vitest";
import {
  asPeopleView,
  FIRST_VIEW,
  movedColumn,
  sortedView,
  withColumn,
} from "../../../../src/dashboard/people/views/people-view.ts";
import { drawnPlaces, seenRows } from "../../../../src/dashboard/people/seen-rows.ts";
import { inParts } from "../../../../src/dashboard/people/selection.ts";

test("a kept view comes back as it was, and what is no view of this version is the first one", () => {
  const view = { ...FIRST_VIEW, text: "ada", conditions: [{ of: "overdue" as const }] };
  expect(asPeopleView(JSON.parse(JSON.stringify(view)))).toEqual(view);
  expect(asPeopleView(undefined)).toBe(FIRST_VIEW);
  expect(asPeopleView({ ...view, columns: ["name", "horoscope"] })).toBe(FIRST_VIEW);
  expect(asPeopleView({ ...view, conditions: "all" })).toBe(FIRST_VIEW);
});

test("the order of the columns that a user chose is kept, the name stays first", () => {
  const moved = movedColumn(FIRST_VIEW, "company", 1);
  expect(moved.columns.slice(0, 3)).toEqual(["name", "band", "company"]);
  expect(asPeopleView(JSON.parse(JSON.stringify(moved)))).toEqual(moved);
  expect(movedColumn(FIRST_VIEW, "company", -1)).toBe(FIRST_VIEW);
  expect(movedColumn(FIRST_VIEW, "note", 1)).toBe(FIRST_VIEW);
  expect(withColumn(FIRST_VIEW, "mutual", true).columns.at(-1)).toBe("mutual");
  expect(withColumn(FIRST_VIEW, "note", false).columns).not.toContain("note");
});

test("a column sorts upwards first, and by the same column again downwards", () => {
  const once = sortedView(FIRST_VIEW, "name");
  expect([once.by, once.descending]).toEqual(["name", false]);
  expect(sortedView(once, "name").descending).toBe(true);
  expect(sortedView(sortedView(once, "name"), "name").descending).toBe(false);
});

test("the rows that are seen are drawn with a margin, and the one with the focus wherever it is", () => {
  expect(seenRows(1000, 40, 4000, 400)).toEqual({ start: 88, end: 122 });
  expect(seenRows(5, 40, 0, 400)).toEqual({ start: 0, end: 5 });
  expect(seenRows(5, 40, 9000, 400)).toEqual({ start: 5, end: 5 });
  expect(drawnPlaces({ start: 3, end: 5 }, 1, 9)).toEqual([1, 3, 4]);
  expect(drawnPlaces({ start: 3, end: 5 }, 7, 9)).toEqual([3, 4, 7]);
  expect(drawnPlaces({ start: 3, end: 5 }, 4, 9)).toEqual([3, 4]);
  expect(drawnPlaces({ start: 3, end: 5 }, 9, 9)).toEqual([3, 4]);
});

test("parts hold everybody once, in order, and none is larger than asked", () => {
  expect(inParts([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(inParts([], 2)).toEqual([]);
});
