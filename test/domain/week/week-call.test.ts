import fc from "fast-check";
import { expect, test } from "vitest";
import { localDay, localMoment, type Weekday } from "../../../src/domain/time/local-time.ts";
import {
  calledDay,
  callState,
  nextCallAt,
  type WeekCall,
} from "../../../src/domain/week/week-call.ts";
import { runs } from "../../effort.ts";

const DAY = 86_400_000;
const HOUR = DAY / 24;
const zones = fc.constantFrom(
  "Asia/Tokyo",
  "America/Los_Angeles",
  "Europe/Berlin",
  "Pacific/Kiritimati",
  "Asia/Kathmandu",
  "America/Sao_Paulo",
  "Australia/Lord_Howe",
  "UTC",
);
const moments = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2030, 0, 1) });
const calls = fc.record<WeekCall>({
  weekday: fc.constantFrom<Weekday>(0, 1, 2, 3, 4, 5, 6),
  minutes: fc.integer({ min: 0, max: 1439 }),
});
const RUNS = { numRuns: runs(200) };

const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** The clock on the wall: hours and minutes. */
const wall = (at: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "numeric",
    minute: "numeric",
    hourCycle: "h23",
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return part("hour") * 60 + part("minute");
};

test("the next call comes on its weekday, when the clock shows its time or was put forward past it, within a week", () => {
  fc.assert(
    fc.property(calls, zones, moments, (call, zone, now) => {
      const at = nextCallAt(call, zone, now);
      expect(at).toBeGreaterThan(now);
      expect(at - now).toBeLessThanOrEqual(7 * DAY + 2 * HOUR);
      expect(weekdayOf(localDay(at, zone))).toBe(call.weekday);
      const late = wall(at, zone) - call.minutes;
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThanOrEqual(60);
      if (late > 0) expect(wall(at - 1000, zone)).toBeLessThan(call.minutes);
    }),
    RUNS,
  );
});

test("nine on Monday stays nine on Monday when clocks change, and after a flight it is nine there", () => {
  const call: WeekCall = { weekday: 1, minutes: 540 };
  // Monday, 26 October 2026: clocks in Berlin were put back the day before.
  expect(nextCallAt(call, "Europe/Berlin", Date.UTC(2026, 9, 20))).toBe(Date.UTC(2026, 9, 26, 8));
  expect(nextCallAt(call, "Europe/Berlin", Date.UTC(2026, 9, 13))).toBe(Date.UTC(2026, 9, 19, 7));
  const tokyo = nextCallAt(call, "Asia/Tokyo", Date.UTC(2026, 9, 20));
  const called = calledDay(call, "Asia/Tokyo", tokyo);
  // The same Monday, some hours later, in Los Angeles: nobody is called twice to one week.
  const there = localMoment(called, 540, "America/Los_Angeles");
  expect(there).toBeGreaterThan(tokyo);
  expect(callState(call, called, "America/Los_Angeles", tokyo).at).toBe("rest");
  expect(callState(call, called, "America/Los_Angeles", there).at).toBe("rest");
});

test("looked at whenever a browser is open, there is one call for each week that had a look after its time, and never two", () => {
  fc.assert(
    fc.property(
      calls,
      zones,
      moments,
      fc.array(fc.integer({ min: 1, max: 12 * 24 }), { minLength: 5, maxLength: 60 }),
      (call, zone, begin, hours) => {
        let last: number | undefined;
        let now = begin;
        const called: number[] = [];
        const due = new Set<number>();
        for (const after of hours) {
          const state = callState(call, last, zone, now);
          due.add(calledDay(call, zone, now));
          if (state.at !== "rest") last = state.day;
          if (state.at === "call") called.push(state.day);
          now += after * HOUR;
        }
        // The call before the first look is nobody's.
        due.delete(calledDay(call, zone, begin));
        expect(called).toEqual([...due].toSorted((a, b) => a - b));
      },
    ),
    RUNS,
  );
});

test("a clock that was years ahead and was put right calls again in the next week, and not before", () => {
  const call: WeekCall = { weekday: 1, minutes: 540 };
  const now = Date.UTC(2026, 10, 30, 12);
  const far = calledDay(call, "UTC", now + 900 * DAY);
  const state = callState(call, far, "UTC", now);
  expect(state).toEqual({ at: "begin", day: calledDay(call, "UTC", now) });
  expect(callState(call, calledDay(call, "UTC", now), "UTC", now + 7 * DAY).at).toBe("call");
});
