import "./extension-of-the-tests.ts";
import { expect, test } from "vitest";
import {
  agoCompact,
  agoText,
  dateText,
  dayText,
  durationText,
  everyChosenText,
  everyText,
} from "../../src/words/moments.ts";

const now = new Date(2026, 4, 20, 12).getTime();
const day = (year: number, month: number, date: number, hour = 12) =>
  new Date(year, month - 1, date, hour).getTime();
const exactly = (at: number) => agoText(at, at, now);

test("a moment of today is today, whatever the hour", () => {
  expect(exactly(day(2026, 5, 20, 0))).toBe("today");
  expect(exactly(day(2026, 5, 20, 11))).toBe("today");
});

test("a moment after now is today rather than in the future", () => {
  expect(exactly(day(2026, 5, 25))).toBe("today");
});

test("the evening before is yesterday even when it is a few hours ago", () => {
  expect(agoText(day(2026, 5, 19, 23), day(2026, 5, 19, 23), day(2026, 5, 20, 1))).toBe(
    "yesterday",
  );
});

test("time passed is told in days, then weeks, then months, then years", () => {
  expect(exactly(day(2026, 5, 7))).toBe("13 days ago");
  expect(exactly(day(2026, 5, 6))).toBe("2 weeks ago");
  expect(exactly(day(2026, 3, 22))).toBe("8 weeks ago");
  expect(exactly(day(2026, 2, 18))).toBe("3 months ago");
  expect(exactly(day(2024, 6, 1))).toBe("23 months ago");
  expect(exactly(day(2019, 5, 1))).toBe("7 years ago");
});

test("an interval as long as its unit keeps the relative form", () => {
  expect(agoText(day(2026, 4, 22), day(2026, 4, 29), now)).toBe("3 weeks ago");
});

test("an interval too coarse for a relative form is told by its month or year", () => {
  expect(agoText(day(2024, 6, 1), day(2024, 6, 30), day(2024, 7, 20))).toBe("in June 2024");
  expect(agoText(day(2025, 1, 1), day(2025, 12, 31), now)).toBe("in 2025");
});

test("a date is as exact as what is known", () => {
  expect(dateText(day(2024, 5, 3), day(2024, 5, 3))).toBe("May 3, 2024");
  expect(dateText(day(2024, 6, 1), day(2024, 6, 30))).toBe("June 2024");
  expect(dateText(day(2019, 1, 1), day(2019, 12, 31))).toBe("2019");
  expect(dateText(day(2018, 3, 1), day(2019, 12, 31))).toMatch(/^2018\s–\s2019$/);
});

test("a day of this year is named without the year", () => {
  expect(dayText(day(2026, 5, 3), now)).toBe("May 3");
  expect(dayText(day(2025, 5, 3), now)).toBe("May 3, 2025");
});

test("the compact form fits a dense list", () => {
  const compact = (at: number) => agoCompact(at, at, now);
  expect(compact(now)).toBe("today");
  expect(compact(day(2026, 5, 19))).toBe("1 d");
  expect(compact(day(2026, 4, 20))).toBe("4 wk");
  expect(compact(day(2026, 2, 18))).toBe("3 mo");
  expect(compact(day(2020, 2, 18))).toBe("6 yr");
});

test("of what is only known to lie in a long interval no day is invented", () => {
  const since = (at: number) => [agoText(at, now, now), agoCompact(at, now, now)];
  expect(since(day(2025, 11, 20))).toEqual([expect.stringMatching(/^in 2025\s–\s2026$/), "≤ 6 mo"]);
  expect(since(day(2026, 2, 20))).toEqual(["in 2026", "≤ 3 mo"]);
  expect(since(day(2026, 5, 8))).toEqual(["in May 2026", "≤ 12 d"]);
  expect(since(day(2026, 5, 17))).toEqual([
    expect.stringMatching(/^around May 17\s–\s20, 2026$/),
    "≤ 3 d",
  ]);
});

test("durations and rhythms are told in one unit", () => {
  expect(durationText(1)).toBe("1 day");
  expect(durationText(184)).toBe("6 months");
  expect(everyText(7)).toBe("every week");
  expect(everyText(31)).toBe("every month");
  expect(everyText(95)).toBe("every 3 months");
  expect(everyText(380)).toBe("every year");
});

test("a cadence that was chosen is said as it was chosen", () => {
  const said = [1, 7, 14, 30, 61, 90, 91, 183, 365].map(everyChosenText);
  expect(said).toEqual([
    "every day",
    "every week",
    "every 2 weeks",
    "every month",
    "every 2 months",
    "every 3 months",
    "every 3 months",
    "every 6 months",
    "every year",
  ]);
  expect([10, 25, 45, 100, 400].map(everyChosenText)).toEqual([
    "every 10 days",
    "every 25 days",
    "every 45 days",
    "every 100 days",
    "every 400 days",
  ]);
});
