import { expect, test } from "vitest";
import { shownDay } from "../../../src/linkedin/languages/shown-day.ts";

/** Wednesday, in whatever time zone the tests run. */
const NOW = new Date(2026, 10, 25, 14).getTime();
const day = (text: string, language = "en", since = NOW): string | undefined => {
  const found = shownDay(text, language, since, NOW);
  return found && `${found.getFullYear()}-${found.getMonth() + 1}-${found.getDate()}`;
};

test("a heading names a day by date, by weekday, or from today", () => {
  expect(
    ["Jun 21, 2024", "Jun 21", "Nov 30", "Monday", "Yesterday", "today"].map((one) => day(one)),
  ).toEqual(["2024-6-21", "2026-6-21", "2025-11-30", "2026-11-23", "2026-11-24", "2026-11-25"]);
  expect(day("Gestern", "de")).toBe("2026-11-24");
});

test("what could be two days, lies ahead, or names no month is no day", () => {
  // The weekday of today could also be that of a week ago.
  expect(
    ["Wednesday", "Nov 26, 2026", "June", "21", ""].filter((one) => day(one) !== undefined),
  ).toEqual([]);
  for (const language of ["vi", "fi", "cs"]) {
    const heading = new Date(2026, 5, 7).toLocaleDateString(language, {
      month: "short",
      day: "numeric",
    });
    expect(day(heading, language), heading).toBeUndefined();
  }
});

test("in a document that began on another day only a date with its year is believed", () => {
  const yesterday = NOW - 86_400_000;
  expect(
    ["Today", "Monday", "Jun 21"].filter((one) => day(one, "en", yesterday) !== undefined),
  ).toEqual([]);
  expect(day("Jun 21, 2024", "en", yesterday)).toBe("2024-6-21");
});
