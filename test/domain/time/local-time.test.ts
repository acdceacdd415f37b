import fc from "fast-check";
import { expect, test } from "vitest";
import {
  localDay,
  localDayStart,
  localWeek,
  type Weekday,
} from "../../../src/domain/time/local-time.ts";
import { statedDay } from "../../../src/domain/time/stated-day.ts";
import { DAY } from "../interactions/arbitrary-interactions.ts";
import { runs } from "../../effort.ts";

const HOUR = DAY / 24;
const ZONES = [
  "Asia/Tokyo",
  "America/Los_Angeles",
  "Europe/Berlin",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "Asia/Kathmandu",
  "America/Sao_Paulo",
  "Africa/Cairo",
  "Australia/Lord_Howe",
  "UTC",
] as const;
const zones = fc.constantFrom(...ZONES);
const moments = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2030, 0, 1) });
const weekdays = fc.constantFrom<Weekday>(0, 1, 2, 3, 4, 5, 6);
const RUNS = { numRuns: runs(300) };

test("the week begins on Monday at local midnight in Tokyo and in Los Angeles", () => {
  // Monday, 30 November 2026.
  const monday = (zone: string) => localWeek(Date.UTC(2026, 11, 2, 12), { zone, firstDay: 1 }).from;
  expect(monday("Asia/Tokyo")).toBe(Date.UTC(2026, 10, 29, 15));
  expect(monday("America/Los_Angeles")).toBe(Date.UTC(2026, 10, 30, 8));
  expect(monday("UTC")).toBe(Date.UTC(2026, 10, 30));
  const sunday = localWeek(Date.UTC(2026, 11, 2, 12), { zone: "UTC", firstDay: 0 });
  expect(sunday.from).toBe(Date.UTC(2026, 10, 29));
});

test("a week is seven local days, holds its moment, and the next one follows it at once", () => {
  fc.assert(
    fc.property(moments, zones, weekdays, (at, zone, firstDay) => {
      const { week, from, to } = localWeek(at, { zone, firstDay });
      expect(from).toBeLessThanOrEqual(at);
      expect(to).toBeGreaterThan(at);
      expect(localDay(to, zone) - localDay(from, zone)).toBe(7);
      expect(Math.abs(to - from - 7 * DAY)).toBeLessThanOrEqual(2 * HOUR);
      expect(localWeek(to, { zone, firstDay }).week).toBe(week + 1);
      expect(localWeek(to - 1, { zone, firstDay }).week).toBe(week);
      // 4 January 1970 was a Sunday.
      expect((((localDay(from, zone) + 4) % 7) + 7) % 7).toBe(firstDay);
    }),
    RUNS,
  );
});

test("a day begins at its first moment, also where clocks are put forward at midnight", () => {
  fc.assert(
    fc.property(moments, zones, (at, zone) => {
      const day = localDay(at, zone);
      const start = localDayStart(day, zone);
      expect(localDay(start, zone)).toBe(day);
      expect(localDay(start - 1, zone)).toBe(day - 1);
    }),
    RUNS,
  );
});

test("a day that a source named in UTC, or at somebody's midnight, is that day", () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 22_000 }), zones, (day, zone) => {
      expect(statedDay(day * DAY, day * DAY + DAY - 1)).toBe(day);
      const [start, end] = [localDayStart(day, zone), localDayStart(day + 1, zone)];
      fc.pre(zone !== "Pacific/Kiritimati" && zone !== "Pacific/Pago_Pago");
      expect(statedDay(start, end - 1)).toBe(day);
    }),
    RUNS,
  );
});

test("what is known to the hour, or to the week, is no day", () => {
  expect(statedDay(0, 0)).toBeUndefined();
  expect(statedDay(0, 3 * HOUR)).toBeUndefined();
  expect(statedDay(0, 7 * DAY - 1)).toBeUndefined();
});
