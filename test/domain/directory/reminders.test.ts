import fc from "fast-check";
import { expect, test } from "vitest";
import type { Choices, PersonId } from "../../../src/domain/person/person.ts";
import type { PersonRecord } from "../../../src/domain/directory/person-record.ts";
import {
  due,
  isTimeToNotify,
  type LocalTime,
  nextDueAt,
  reminder,
  type Reminder,
  remindersWithChanges,
} from "../../../src/domain/directory/reminders.ts";
import { tieSummary } from "../../../src/domain/tie/tie-summary.ts";
import { DAY, NOW } from "../interactions/arbitrary-interactions.ts";
import { chat, contact, daysAgo } from "../interactions/facts.ts";

const UNKNOWN = { archives: [] };
const MINUTE = 60_000;

function person(choices: Choices, interactions = chat(100), id = "alex"): PersonRecord {
  return {
    subject: `slug:${id}`,
    id: id as PersonId,
    aliases: [`slug:${id}`],
    name: { value: "Alex Example", at: NOW },
    career: [],
    choices,
    summary: tieSummary(interactions),
  };
}

const dated = (at: number, id = "alex"): Reminder => ({
  id: id as PersonId,
  subject: `slug:${id}`,
  dates: [{ id: "r", at }],
});
const ids = (reminders: readonly Reminder[]) => reminders.map(({ id }) => id);

/** What clocks on the wall of this zone show. */
function wallClock(timeZone: string): (now: number) => LocalTime {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    dateStyle: "short",
    timeStyle: "short",
  });
  return (now) => {
    const [day = "", time = ""] = format.format(now).split(", ");
    const [hours = 0, minutes = 0] = time.split(":").map(Number);
    return { day, minutes: hours * 60 + minutes };
  };
}

/** The days on which a notification comes when the clock shows these times, one after another. */
function notified(times: readonly LocalTime[], notifyAtMinutes: number): readonly string[] {
  const days: string[] = [];
  for (const time of times) {
    if (isTimeToNotify(1, notifyAtMinutes, days.at(-1), time)) days.push(time.day);
  }
  return days;
}

const everyHalfHour = (from: number, days: number) =>
  Array.from({ length: days * 48 }, (_, place) => from + place * 30 * MINUTE);

test("a date comes due at its moment, not a millisecond earlier", () => {
  expect(due([dated(NOW)], UNKNOWN, NOW - 1)).toEqual([]);
  expect(ids(due([dated(NOW)], UNKNOWN, NOW))).toEqual(["alex"]);
});

test.each([
  ["begins", Date.UTC(2026, 2, 28, 11), Date.UTC(2026, 2, 29, 10)],
  ["ends", Date.UTC(2026, 9, 24, 10), Date.UTC(2026, 9, 25, 11)],
])(
  "noon of the day on which summer time %s is due at noon of that day's clock",
  (_, before, noon) => {
    const clock = wallClock("Europe/Berlin");
    expect(clock(before).minutes).toBe(720);
    expect(clock(noon).minutes).toBe(720);
    const reminders = [dated(noon)];
    expect(due(reminders, UNKNOWN, before + 23 * 3_600_000 - MINUTE)).toEqual([]);
    expect(due(reminders, UNKNOWN, noon)).toHaveLength(1);
    expect(nextDueAt(reminders, before)).toBe(noon);
  },
);

test.each(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo"])(
  "there is one notification each day of a year in %s, also at an hour that is left out or comes twice",
  (zone) => {
    const clock = wallClock(zone);
    const year = everyHalfHour(Date.UTC(2026, 0, 1), 365).map(clock);
    const shown = new Set(year.map(({ day }) => day));
    for (const minutes of [0, 90, 150, 540]) {
      const days = notified(year, minutes);
      expect(new Set(days).size).toBe(days.length);
      expect(days.length).toBeGreaterThanOrEqual(shown.size - 1);
    }
  },
);

test("a clock put back within a day brings no second notification, and one put forward loses none", () => {
  const clock = wallClock("UTC");
  const nine = Date.UTC(2026, 5, 1, 9);
  expect(notified([nine, nine - 2 * 3_600_000, nine + MINUTE].map(clock), 540)).toHaveLength(1);
  expect(notified([nine - MINUTE, nine + 5 * 3_600_000].map(clock), 540)).toHaveLength(1);
  expect(notified([nine, nine + 400 * DAY].map(clock), 540)).toHaveLength(2);
});

test("nobody is notified of nobody, or without having asked for it", () => {
  const noon = { day: "1", minutes: 720 };
  expect(isTimeToNotify(0, 540, undefined, noon)).toBe(false);
  expect(isTimeToNotify(3, undefined, undefined, noon)).toBe(false);
  expect(isTimeToNotify(3, 540, undefined, noon)).toBe(true);
});

test("whatever the clock did before, who is due depends on what it shows now", () => {
  const moment = fc.integer({ min: 0, max: 4e12 });
  fc.assert(
    fc.property(
      fc.array(moment, { maxLength: 8 }),
      fc.array(moment),
      moment,
      (dates, jumps, now) => {
        const reminders = dates.map((at, place) => dated(at, `person-${place}`));
        const before = structuredClone(reminders);
        for (const jump of jumps) due(reminders, UNKNOWN, jump);
        expect(reminders).toEqual(before);
        expect(new Set(ids(due(reminders, UNKNOWN, now)))).toEqual(
          new Set(ids(reminders.filter(({ dates }) => dates.some(({ at }) => at <= now)))),
        );
      },
    ),
  );
});

test("the next look comes when something does: at that moment one more is due", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 0, max: 1000 }),
      (dates, now) => {
        const reminders = dates.map((at, place) => dated(at, `person-${place}`));
        const next = nextDueAt(reminders, now);
        const dueNow = due(reminders, UNKNOWN, now).length;
        if (next === undefined) expect(dueNow).toBe(reminders.length);
        else {
          expect(due(reminders, UNKNOWN, next - 1)).toHaveLength(dueNow);
          expect(due(reminders, UNKNOWN, next).length).toBeGreaterThan(dueNow);
        }
      },
    ),
  );
});

test("a cadence comes due that long after the last contact, or after it was chosen where there was none", () => {
  const cadenceDays = { value: 30, at: NOW };
  expect(reminder(person({ cadenceDays }, [contact(100)]))?.cadenceAt).toBe(daysAgo(70));
  expect(reminder(person({ cadenceDays }, []))?.cadenceAt).toBe(NOW + 30 * DAY);
});

test("being in touch elsewhere puts a cadence off, and taking it back ends it", () => {
  const cadenceDays = { value: 30, at: NOW };
  const inTouchElsewhere = { value: daysAgo(10), at: daysAgo(9) };
  expect(reminder(person({ cadenceDays, inTouchElsewhere }))?.cadenceAt).toBe(NOW + 20 * DAY);
  expect(reminder(person({ cadenceDays: { at: NOW } }))).toBeUndefined();
});

test("while somebody is snoozed nothing comes due, and what was due is due afterwards", () => {
  const until = NOW + 7 * DAY;
  const snoozedUntil = { value: until, at: NOW };
  const date = [{ id: "r", at: daysAgo(1) }];
  for (const choices of [{ reminders: date }, { cadenceDays: { value: 30, at: NOW } }]) {
    const all = [reminder(person({ ...choices, snoozedUntil }))].filter((one) => one !== undefined);
    expect(due(all, UNKNOWN, until - 1)).toEqual([]);
    expect(due(all, UNKNOWN, until)).toHaveLength(1);
    expect(nextDueAt(all, NOW)).toBe(until);
  }
});

test("there is no reminder of somebody who is never suggested, not recorded or passed away", () => {
  const choices = { cadenceDays: { value: 30, at: NOW }, reminders: [{ id: "r", at: NOW }] };
  expect(reminder(person(choices))).toBeDefined();
  for (const name of ["muted", "neverTrack", "deceased"] as const)
    expect(reminder(person({ ...choices, [name]: { value: true, at: NOW } }))).toBeUndefined();
});

test("of several dates the earliest comes due first, and a date before a cadence", () => {
  const reminders = [
    { id: "first", at: daysAgo(2) },
    { id: "second", at: daysAgo(1) },
  ];
  const one = reminder(person({ reminders, cadenceDays: { value: 1, at: NOW } }));
  if (one === undefined) throw new Error("There is no reminder");
  const isDue = { by: "date", at: daysAgo(2), reminder: "first" };
  expect(due([one], UNKNOWN, NOW)[0]?.due).toStrictEqual(isDue);
  const { dates: _, ...without } = one;
  expect(due([{ ...without, dates: [] }], UNKNOWN, NOW)[0]?.due.by).toBe("cadence");
});

test("a cadence is not due for a silence nobody could have heard the end of", () => {
  const long = [{ ...dated(NOW + DAY), cadenceAt: daysAgo(40) }];
  const archive = { from: 0, to: daysAgo(200), kinds: ["message"] } as const;
  expect(due(long, { archives: [archive] }, NOW)).toEqual([]);
  expect(due(long, UNKNOWN, NOW)).toHaveLength(1);
});

test("longest due comes first", () => {
  const reminders = [dated(30, "late"), dated(10, "early"), dated(20, "middle")];
  expect(ids(due(reminders, UNKNOWN, NOW))).toEqual(["early", "middle", "late"]);
});

test("changes of single people replace theirs and leave the others alone", () => {
  const kept = [dated(1, "alex"), dated(2, "bea"), dated(3, "cleo")];
  const reminders = [{ id: "r", at: 9 }];
  const gone = new Set(["alex", "bea"] as PersonId[]);
  expect(remindersWithChanges(kept, gone, [person({ reminders })])).toEqual([
    dated(9, "alex"),
    dated(3, "cleo"),
  ]);
  expect(remindersWithChanges(kept, new Set(["dan" as PersonId]), [])).toBe(kept);
});
