import fc from "fast-check";
import { expect, test } from "vitest";
import { columnOrder } from "../../../src/linkedin/archive/dates/date-order.ts";
import {
  type Clock,
  moment,
  monthSpan,
  utcSecond,
} from "../../../src/linkedin/archive/dates/dates.ts";
import { pacificMoment } from "../../../src/linkedin/archive/dates/pacific.ts";
import { dayDate, minuteDate, pacificDate, secondDate } from "./written/archive-dates.ts";
import { runs } from "../../effort.ts";

const HOUR_MS = 3_600_000;
const SITE_LIFE = { min: Date.UTC(2003, 4, 5), max: Date.UTC(2037, 11, 31) };
const anyMinute = fc
  .integer({ min: SITE_LIFE.min / 60_000, max: SITE_LIFE.max / 60_000 })
  .map((minute) => minute * 60_000);
const anySecond = fc
  .integer({ min: SITE_LIFE.min / 1000, max: SITE_LIFE.max / 1000 })
  .map((second) => second * 1000);

const at = (iso: string): number => Date.parse(iso);

const EXACT: readonly (readonly [string, Clock, string, string])[] = [
  ["2024-01-05 13:22:10 UTC", "utc", "2024-01-05T13:22:10.000Z", "2024-01-05T13:22:10.999Z"],
  ["2024-01-05 13:22:10", "utc", "2024-01-05T13:22:10.000Z", "2024-01-05T13:22:10.999Z"],
  ["2024/01/05 13:22:10 UTC", "anywhere", "2024-01-05T13:22:10.000Z", "2024-01-05T13:22:10.999Z"],
  ["2024-02-29T23:59:59Z", "utc", "2024-02-29T23:59:59.000Z", "2024-02-29T23:59:59.999Z"],
  ["05 Jan 2024", "anywhere", "2024-01-05T00:00:00.000Z", "2024-01-05T23:59:59.999Z"],
  ["5-Jan-24", "anywhere", "2024-01-05T00:00:00.000Z", "2024-01-05T23:59:59.999Z"],
  ["05-Jan-24", "anywhere", "2024-01-05T00:00:00.000Z", "2024-01-05T23:59:59.999Z"],
  ["31.12.2023", "anywhere", "2023-12-31T00:00:00.000Z", "2023-12-31T23:59:59.999Z"],
  ["2/12/26, 11:44 AM", "los-angeles", "2026-02-12T19:44:00.000Z", "2026-02-12T19:44:59.999Z"],
  ["7/4/25, 12:00 AM", "los-angeles", "2025-07-04T07:00:00.000Z", "2025-07-04T07:00:59.999Z"],
  ["12/31/25, 9:05\u202FPM", "los-angeles", "2026-01-01T05:05:00.000Z", "2026-01-01T05:05:59.999Z"],
  ["10/9/18, 7:05 AM", "anywhere", "2018-10-08T17:05:00.000Z", "2018-10-09T19:05:59.999Z"],
  ["01/05/24, 01:22 PM", "utc", "2024-01-05T13:22:00.000Z", "2024-01-05T13:22:59.999Z"],
  ["2026-06-02 09:07 UTC", "anywhere", "2026-06-02T09:07:00.000Z", "2026-06-02T09:07:59.999Z"],
  ["2024-01-05 13:22", "utc", "2024-01-05T13:22:00.000Z", "2024-01-05T13:22:59.999Z"],
  ["2024-01-05 13:22", "los-angeles", "2024-01-05T21:22:00.000Z", "2024-01-05T21:22:59.999Z"],
  ["2024-01-05T13:22:10.250Z", "anywhere", "2024-01-05T13:22:10.250Z", "2024-01-05T13:22:10.250Z"],
  ["2024-01-05T13:22:10+02:00", "utc", "2024-01-05T11:22:10.000Z", "2024-01-05T11:22:10.999Z"],
  ["2024-01-05T01:22:10-0330", "utc", "2024-01-05T04:52:10.000Z", "2024-01-05T04:52:10.999Z"],
  ["5-marras-24", "anywhere", "2024-11-05T00:00:00.000Z", "2024-11-05T23:59:59.999Z"],
  ["05 Ene 2024", "anywhere", "2024-01-05T00:00:00.000Z", "2024-01-05T23:59:59.999Z"],
  ["5. März 2024", "anywhere", "2024-03-05T00:00:00.000Z", "2024-03-05T23:59:59.999Z"],
  ["5-févr.-24", "anywhere", "2024-02-05T00:00:00.000Z", "2024-02-05T23:59:59.999Z"],
  ["Fri Jan 05 13:22:10 UTC 2024", "utc", "2024-01-05T13:22:10.000Z", "2024-01-05T13:22:10.999Z"],
];

for (const [text, clock, from, to] of EXACT) {
  test(`"${text}" by the clock of ${clock} is ${from}`, () => {
    expect(moment(text, clock)).toEqual({ from: at(from), to: at(to) });
  });
}

const NO_DATES = [
  "",
  "yesterday",
  "2024-13-05 13:22:10",
  "2023-02-29 10:00:00",
  "2024-01-05 24:00:00 UTC",
  "2024-01-05 13:60:10 UTC",
  "2024-01-05 13:22:10 CET",
  "2024-01-05 24:22 UTC",
  "2024/01-05 13:22:10",
  "30 Feb 2024",
  "05 Foo 2024",
  // November in Polish, October in Croatian.
  "05 listopad 2024",
  "05 Marsh 2024",
  "2024-01-05T13:22:10+2",
  "13/12/26, 11:44 AM",
  "2/12/26, 13:44 PM",
  "2/12/26, 0:44 AM",
  "2/12/2026 11:44",
  "05/01/2024",
  "00 Jan 2024",
  "1e3-01-05 13:22:10",
];

for (const text of NO_DATES) {
  test(`"${text}" is no date`, () => {
    expect(moment(text, "los-angeles")).toBeUndefined();
  });
}

test("which number is the month is told by the column, and without that dates of numbers are none", () => {
  const column = (...cells: readonly string[]) => {
    const order = columnOrder();
    for (const cell of cells) order.see(cell);
    return [order.isNeeded, order.order()];
  };
  expect(column("1/25/2021", "2/3/2021")).toEqual([true, "month-first"]);
  expect(column("25/1/21", "3-2-2021 16:12")).toEqual([true, "day-first"]);
  expect(column("1/2/2021", "3/4/2021")).toEqual([true, undefined]);
  expect(column("25/1/2021", "1/25/2021")).toEqual([true, undefined]);
  expect(column("2/12/26, 11:44 AM", "05 Jan 2024")).toEqual([false, undefined]);
  expect(column("25/01/2021 4:12 PM", "3/4/2021")).toEqual([true, "day-first"]);
});

test("dates of numbers are read in the order of their column", () => {
  const day = (text: string) => ({
    from: at(`${text}T00:00:00Z`),
    to: at(`${text}T23:59:59.999Z`),
  });
  expect(moment("2/3/2021", "utc", "month-first")).toEqual(day("2021-02-03"));
  expect(moment("2/3/2021", "utc", "day-first")).toEqual(day("2021-03-02"));
  expect(moment("2-3-21", "utc", "day-first")).toEqual(day("2021-03-02"));
  expect(moment("1/25/2021 16:12", "utc", "month-first")).toEqual({
    from: at("2021-01-25T16:12:00Z"),
    to: at("2021-01-25T16:12:59.999Z"),
  });
  expect(moment("1/25/2021 16:12", "los-angeles", "month-first")?.from).toBe(
    at("2021-01-26T00:12:00Z"),
  );
  expect(moment("25/1/2021 4:12 PM", "utc", "day-first")?.from).toBe(at("2021-01-25T16:12:00Z"));
  expect(moment("1/25/2021", "utc", "day-first")).toBeUndefined();
  expect(moment("2/3-2021", "utc", "day-first")).toBeUndefined();
});

test("a column of days in either order is read as it was written, or not at all", () => {
  const anyDay = fc.integer({ min: SITE_LIFE.min / 86_400_000, max: SITE_LIFE.max / 86_400_000 });
  fc.assert(
    fc.property(
      fc.array(anyDay, { minLength: 1, maxLength: 30 }),
      fc.boolean(),
      (days, isDayFirst) => {
        const starts = days.map((one) => Math.floor(one) * 86_400_000);
        const cells = starts.map((start) => {
          const date = new Date(start);
          const [day, month] = [date.getUTCDate(), date.getUTCMonth() + 1];
          return [...(isDayFirst ? [day, month] : [month, day]), date.getUTCFullYear()].join("/");
        });
        const column = columnOrder();
        for (const cell of cells) column.see(cell);
        const order = column.order();
        if (order === undefined) return;
        expect(cells.map((cell) => moment(cell, "utc", order)?.from)).toEqual(starts);
      },
    ),
    { numRuns: runs(1000) },
  );
});

test("the hour that Los Angeles has twice is kept as both", () => {
  expect(moment("11/2/25, 1:30 AM", "los-angeles")).toEqual({
    from: at("2025-11-02T08:30:00Z"),
    to: at("2025-11-02T09:30:59.999Z"),
  });
});

test("the hour that Los Angeles skips is kept as what either clock would have meant", () => {
  expect(moment("3/9/25, 2:30 AM", "los-angeles")).toEqual({
    from: at("2025-03-09T09:30:00Z"),
    to: at("2025-03-09T10:30:59.999Z"),
  });
});

test("before 2007 daylight saving began in April and ended in October", () => {
  expect(moment("4/3/05, 12:00 PM", "los-angeles")?.from).toBe(at("2005-04-03T19:00:00Z"));
  expect(moment("4/2/05, 12:00 PM", "los-angeles")?.from).toBe(at("2005-04-02T20:00:00Z"));
  expect(moment("10/31/04, 12:00 PM", "los-angeles")?.from).toBe(at("2004-10-31T20:00:00Z"));
  expect(moment("10/30/04, 12:00 PM", "los-angeles")?.from).toBe(at("2004-10-30T19:00:00Z"));
});

test("what a clock in Los Angeles showed at any minute leads back to that minute", () => {
  fc.assert(
    fc.property(anyMinute, (minute) => {
      const found = moment(pacificDate(minute).text, "los-angeles");
      expect(found).toBeDefined();
      // Exactly that minute, or, where the clock was put back, one of the two.
      expect([minute, minute - HOUR_MS]).toContain(found?.from);
      expect([minute + 59_999, minute + HOUR_MS + 59_999]).toContain(found?.to);
    }),
    { numRuns: runs(2000) },
  );
});

test("only the two hours around the end of daylight saving are uncertain", () => {
  fc.assert(
    fc.property(anyMinute, (minute) => {
      const { from, to } = pacificMoment(minute);
      if (from === to) return;
      const month = new Date(minute).getUTCMonth();
      expect(to - from).toBe(HOUR_MS);
      expect([2, 3, 9, 10]).toContain(month);
    }),
    { numRuns: runs(5000) },
  );
});

test("every second, minute and day of the site's life is read as it was written", () => {
  fc.assert(
    fc.property(anySecond, fc.boolean(), (second, isOther) => {
      const written = [
        secondDate(second, isOther ? " UTC" : "", isOther ? "/" : "-"),
        dayDate(second, isOther),
        minuteDate(second, isOther),
      ];
      for (const { text, from, to } of written)
        expect(moment(text, "anywhere")).toEqual({ from, to });
    }),
  );
});

test("no text at all makes the reader of dates fail or answer an impossible interval", () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(..."0123456789-/: ,.APMUTCZJan".split("")),
        maxLength: 26,
      }),
      (text) => {
        const found = moment(text, "los-angeles");
        if (found) expect(found.from).toBeLessThanOrEqual(found.to);
        const second = utcSecond(text);
        expect(Number.isNaN(second) || second % 1000 === 0).toBe(true);
      },
    ),
    { numRuns: runs(3000) },
  );
});

test("months and years of jobs are spans", () => {
  expect(monthSpan("Jan 2020")).toEqual({
    from: at("2020-01-01T00:00:00Z"),
    to: at("2020-01-31T23:59:59.999Z"),
  });
  expect(monthSpan("2019")).toEqual({
    from: at("2019-01-01T00:00:00Z"),
    to: at("2019-12-31T23:59:59.999Z"),
  });
  expect(monthSpan("soon")).toBeUndefined();
});
