import { afterEach, expect, test } from "vitest";
import {
  basicDay,
  basicMoment,
  isoDay,
  isoDays,
  isoTime,
} from "../../../src/exchange/people/written-time.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const zone = process.env["TZ"];
afterEach(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

test.each(["Pacific/Kiritimati", "Asia/Tokyo", "UTC", "America/Los_Angeles", "Pacific/Pago_Pago"])(
  "a day that a source named is that day in %s, and so are a month and a year",
  (there) => {
    process.env["TZ"] = there;
    const day = Date.UTC(2023, 10, 16);
    expect(isoTime(day, day + DAY - 1)).toBe("2023-11-16");
    expect(isoTime(Date.UTC(2024, 1, 1), Date.UTC(2024, 2, 1) - 1)).toBe("2024-02");
    expect(isoTime(Date.UTC(2019, 0, 1), Date.UTC(2020, 0, 1) - 1)).toBe("2019");
    expect(isoDays(day, day + DAY - 1)).toBe("2023-11-16");
    expect(isoDays(Date.UTC(2019, 0, 1), Date.UTC(2020, 0, 1) - 1)).toBe("2019-01-01/2019-12-31");
    expect(isoTime(Date.UTC(2018, 11, 30), Date.UTC(2019, 0, 5) - 1)).toBe("2018-12-30/2019-01-04");
  },
);

test("a moment is of the day that the reader's calendar has", () => {
  const late = Date.UTC(2026, 4, 20, 22, 30);
  process.env["TZ"] = "Asia/Tokyo";
  expect([isoTime(late, late), isoDay(late), basicDay(late)]).toEqual([
    "2026-05-21",
    "2026-05-21",
    "20260521",
  ]);
  process.env["TZ"] = "America/Los_Angeles";
  expect([isoTime(late, late), isoDay(late)]).toEqual(["2026-05-20", "2026-05-20"]);
  expect(basicMoment(late)).toBe("20260520T223000Z");
});

test("a year before 1000 has four digits", () => {
  process.env["TZ"] = "UTC";
  expect(isoDay(Date.UTC(999, 4, 1))).toBe("0999-05-01");
});
