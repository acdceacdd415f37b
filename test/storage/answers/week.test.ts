import { expect, test } from "vitest";
import type { PersonSubject } from "../../../src/domain/records/subject.ts";
import type { MadeWeek } from "../../../src/domain/records/statement.ts";
import type { Choices } from "../../../src/domain/person/person.ts";
import type { ReasonKind } from "../../../src/domain/person/sent-message.ts";
import type { PersonRecord } from "../../../src/domain/directory/person-record.ts";
import type { Week } from "../../../src/domain/week/week.ts";
import { dayOf } from "../../../src/domain/time/day.ts";
import { localWeek, type WeekStart } from "../../../src/domain/time/local-time.ts";
import type { HistoryDatabase } from "../../../src/storage/database/database.ts";
import { renewLists } from "../../../src/storage/answers/renew-lists.ts";
import { markDone, saidWeeks, storedWeek } from "../../../src/storage/answers/week.ts";
import { storedReplyCounts } from "../../../src/storage/derived/sent.ts";
import { NOTHING_KNOWN, type Whole } from "../../../src/storage/view/about.ts";
import { DAY } from "../../domain/interactions/arbitrary-interactions.ts";
import {
  change,
  emptyView,
  handleOf,
  type Invented,
  person,
  put,
  rebuild,
} from "../derived/invented-view.ts";

/** A Wednesday. */
const NOW = Date.UTC(2026, 2, 4, 12);

/** Weeks of a user who lives by UTC. */
const UTC: WeekStart = { zone: "UTC", firstDay: 1 };

const weekOf = (at: number, start = UTC) => localWeek(at, start).week;

const messageAt = (at: number, direction: "in" | "out" = "out") =>
  ({ kind: "message", direction, from: at, to: at, sources: ["page"] }) as const;

/** Twelve messages to and fro, fifteen days apart, until two years ago. */
const letters = (place: number) =>
  Array.from({ length: 12 }, (_, time) =>
    messageAt(NOW - (730 + time * 15 + place) * DAY, time % 2 === 0 ? "in" : "out"),
  ).toReversed();

const subjectOf = (place: number) => `slug:person-${place}` as const;

/** Somebody who exchanged messages with the user until two years ago. */
const silent = (place: number, more: Invented = {}): PersonRecord =>
  person(subjectOf(place), {
    name: `Person ${place}`,
    career: [{ company: `Company ${place}`, at: NOW - 800 * DAY, until: NOW - 700 * DAY }],
    ...more,
    interactions: [...letters(place), ...(more.interactions ?? [])],
  });

async function eightSilent(): Promise<HistoryDatabase> {
  const database = await emptyView();
  await put(
    database,
    Array.from({ length: 8 }, (_, place) => silent(place)),
  );
  await renewLists(database, 4, UTC, NOW);
  return database;
}

const names = (week: Week) => week.reconnect.map(({ name }) => name).toSorted();

const placeOf = (name: string): number => Number(name.split(" ").at(-1));

async function firstOf(database: HistoryDatabase, now = NOW) {
  const [first] = (await storedWeek(database, UTC, now)).reconnect;
  if (first === undefined) throw new Error("Nobody is suggested");
  return { ...first, place: placeOf(first.name) };
}

test("the week stays the same however often the lists are made anew, and its people rest for 90 days", async () => {
  const database = await eightSilent();
  const first = await storedWeek(database, UTC, NOW);
  expect(first.reconnect).toHaveLength(4);
  for (const days of [1, 2, 4]) {
    await renewLists(database, 4, UTC, NOW + days * DAY);
    expect(names(await storedWeek(database, UTC, NOW + days * DAY))).toEqual(names(first));
  }
  await renewLists(database, 4, UTC, NOW + 7 * DAY);
  const next = await storedWeek(database, UTC, NOW + 7 * DAY);
  expect(next.reconnect).toHaveLength(4);
  expect(names(next).filter((name) => names(first).includes(name))).toEqual([]);
  await renewLists(database, 4, UTC, NOW + 14 * DAY);
  expect((await storedWeek(database, UTC, NOW + 14 * DAY)).reconnect).toEqual([]);
  const rested = NOW + 91 * DAY;
  await renewLists(database, 4, UTC, rested);
  expect(names(await storedWeek(database, UTC, rested))).toEqual(names(first));
});

test("a person who moves to another handle still rests", async () => {
  const database = await eightSilent();
  const shown = await storedWeek(database, UTC, NOW);
  const { place } = await firstOf(database);
  // An alias that sorts first was found: the person is filed under it.
  const before = silent(place);
  const aliases = ["slug:a-new-one", subjectOf(place)] as const;
  const after = { ...before, subject: aliases[0], id: handleOf(aliases[0]), aliases };
  await change(database, [{ before }, { after }]);
  expect(names(await storedWeek(database, UTC, NOW))).toEqual(names(shown));
  expect(await markDone(database, after.id, true, UTC, NOW)).toBe(true);
  expect((await storedWeek(database, UTC, NOW)).doneThisWeek).toBe(1);
  await renewLists(database, 5, UTC, NOW + 7 * DAY);
  expect(names(await storedWeek(database, UTC, NOW + 7 * DAY))).not.toContain(`Person ${place}`);
});

/** Everything up to now is in an archive, and where the user was is known. */
const archived = (circles: Whole["circles"] = []): Whole => ({
  ...NOTHING_KNOWN,
  coverage: { archives: [{ from: 0, to: NOW, kinds: ["message"] }] },
  circles,
});

/** Somebody the user is connected with and never talked to. */
const neverTalkedTo = (place: number, howMet = `Fair ${place}`): PersonRecord =>
  person(`slug:hello-${place}`, {
    name: `Hello ${place}`,
    choices: { howMet: { value: howMet, at: NOW } },
    interactions: [{ ...messageAt(NOW - 900 * DAY), kind: "connected", direction: "both" }],
  });

test("places that are free are filled when somebody comes, and nobody else moves", async () => {
  const database = await emptyView();
  await change(database, [], { whole: archived() });
  await put(database, [silent(0), neverTalkedTo(0), neverTalkedTo(1), neverTalkedTo(2)]);
  await renewLists(database, 3, UTC, NOW);
  const first = await storedWeek(database, UTC, NOW);
  expect(names(first)).toEqual(["Person 0"]);
  expect(first.neverTalked).toHaveLength(3);
  expect((await storedWeek(database, UTC, NOW)).outdated).toBeUndefined();
  await put(database, [silent(1), silent(2), silent(3), silent(4)]);
  expect((await storedWeek(database, UTC, NOW)).outdated).toBe("of-another-day");
  await renewLists(database, 3, UTC, NOW);
  const filled = await storedWeek(database, UTC, NOW);
  expect(filled.reconnect).toHaveLength(3);
  expect(filled.reconnect[0]?.name).toBe("Person 0");
  expect(filled.neverTalked).toStrictEqual(first.neverTalked);
  expect(filled.outdated).toBeUndefined();
  const [one] = await saidWeeks(database);
  expect(one?.weeks).toHaveLength(1);
  // A week without a free place does not ask who came since.
  await put(database, [silent(5)]);
  expect((await storedWeek(database, UTC, NOW)).outdated).toBeUndefined();
});

test("free places are not filled with reasons that the week gives already", async () => {
  const database = await emptyView();
  await change(database, [], { whole: archived() });
  await put(database, [neverTalkedTo(0, "The fair")]);
  await renewLists(database, 3, UTC, NOW);
  await put(database, [neverTalkedTo(1, "The fair"), neverTalkedTo(2, "The choir")], {
    whole: archived(),
  });
  await renewLists(database, 3, UTC, NOW);
  const { neverTalked } = await storedWeek(database, UTC, NOW);
  expect(neverTalked.map(({ name }) => name)).toStrictEqual(["Hello 0", "Hello 2"]);
});

test("a week of another day says so and is shown all the same", async () => {
  const database = await eightSilent();
  expect((await storedWeek(database, UTC, NOW)).outdated).toBeUndefined();
  const tomorrow = await storedWeek(database, UTC, NOW + DAY);
  expect(tomorrow.outdated).toBe("of-another-day");
  expect(tomorrow.reconnect).toHaveLength(4);
  expect((await storedWeek(database, UTC, NOW + 7 * DAY)).outdated).toBe("about-others");
  expect((await storedWeek(await emptyView(), UTC, NOW)).outdated).toBe("about-others");
  await change(database, [], { whole: NOTHING_KNOWN });
  expect((await storedWeek(database, UTC, NOW)).outdated).toBe("about-others");
});

test("a history in which nobody is to be suggested has no week, and does not ask for one all day", async () => {
  const database = await emptyView();
  await put(database, [person("slug:new", { interactions: [messageAt(NOW - DAY, "in")] })]);
  await renewLists(database, 4, UTC, NOW);
  const week = await storedWeek(database, UTC, NOW);
  expect(week).toStrictEqual({
    number: expect.any(Number),
    reconnect: [],
    neverTalked: [],
    due: [],
    doneThisWeek: 0,
  });
  expect((await storedWeek(database, UTC, NOW + 7 * DAY)).number).toBe(week.number + 1);
  expect(await saidWeeks(database)).toStrictEqual([]);
});

const doneOf = async (database: HistoryDatabase, place: number, now = NOW) =>
  (await storedWeek(database, UTC, now)).reconnect.find(({ name }) => placeOf(name) === place)
    ?.done;

test("a suggestion ticks itself off when an interaction since is observed, not by one from before", async () => {
  const database = await eightSilent();
  const { place } = await firstOf(database);
  await put(database, [silent(place, { interactions: [messageAt(NOW - 2 * DAY)] })]);
  expect(await doneOf(database, place)).toBeUndefined();
  await put(database, [silent(place, { interactions: [messageAt(NOW + 1000)] })]);
  expect(await doneOf(database, place)).toBe("observed");
  expect((await storedWeek(database, UTC, NOW + 3000)).doneThisWeek).toBe(1);
  await renewLists(database, 4, UTC, NOW + DAY);
  expect(await doneOf(database, place, NOW + DAY)).toBe("observed");
});

test("a meeting logged for the day ticks the day's suggestions off at any hour, not the next day's", async () => {
  const MIDNIGHT = dayOf(NOW) * DAY;
  const doneAfter = async (meetingDay: number) => {
    const database = await eightSilent();
    // Shown in the evening, long after the middle of the day.
    const { place } = await firstOf(database, NOW + 8 * 3_600_000);
    const meeting = {
      kind: "meeting",
      direction: "both",
      from: meetingDay,
      to: meetingDay + DAY - 1,
      sources: ["hand"],
    } as const;
    await put(database, [silent(place, { interactions: [meeting] })]);
    return doneOf(database, place, NOW + 8 * 3_600_000);
  };
  expect(await doneAfter(MIDNIGHT)).toBe("observed");
  expect(await doneAfter(MIDNIGHT - DAY)).toBeUndefined();
});

test("done by hand is ticked until it is taken back, also after the lists were made anew", async () => {
  const database = await eightSilent();
  const { id, place } = await firstOf(database);
  expect(await markDone(database, id, true, UTC, NOW + 1)).toBe(true);
  expect(await doneOf(database, place)).toBe("by-hand");
  await renewLists(database, 4, UTC, NOW + DAY);
  expect(await doneOf(database, place, NOW + DAY)).toBe("by-hand");
  expect(await markDone(database, id, false, UTC, NOW + DAY)).toBe(true);
  expect(await doneOf(database, place, NOW + DAY)).toBeUndefined();
});

test("a row that was acted on keeps its place, also after the lists were made anew", async () => {
  const database = await eightSilent();
  const inOrder = async (now: number) => (await storedWeek(database, UTC, now)).reconnect;
  const before = await inOrder(NOW);
  const third = before[2]?.id ?? handleOf("slug:nobody");
  expect(await markDone(database, third, true, UTC, NOW)).toBe(true);
  const after = before.map(({ id }) => [id, id === third ? "by-hand" : undefined]);
  const rows = async (now: number) => (await inOrder(now)).map(({ id, done }) => [id, done]);
  expect(await rows(NOW)).toEqual(after);
  await renewLists(database, 4, UTC, NOW + DAY);
  expect(await rows(NOW + DAY)).toEqual(after);
});

test("nothing is marked for somebody the week does not suggest, or for a handle that leads to nobody", async () => {
  const database = await eightSilent();
  const shown = names(await storedWeek(database, UTC, NOW));
  const other = [0, 1, 2, 3, 4, 5, 6, 7].find((place) => !shown.includes(`Person ${place}`)) ?? NaN;
  expect(await markDone(database, silent(other).id, true, UTC, NOW)).toBe(false);
  expect(await markDone(database, handleOf("slug:nobody"), true, UTC, NOW)).toBe(false);
  expect((await storedWeek(database, UTC, NOW)).doneThisWeek).toBe(0);
});

const at = NOW;
test.each<readonly [string, Choices]>([
  ["never suggested", { muted: { value: true, at } }],
  ["not recorded any more", { neverTrack: { value: true, at } }],
  ["snoozed", { snoozedUntil: { value: NOW + 30 * DAY, at } }],
  ["passed away", { deceased: { value: true, at } }],
])(
  "somebody who is %s is gone from the week at once, and back in the place afterwards",
  async (_, choices) => {
    const database = await eightSilent();
    const suggested = async () =>
      (await storedWeek(database, UTC, NOW)).reconnect.map((row) => row.id);
    const all = await suggested();
    const { id, place } = await firstOf(database);
    await put(database, [silent(place, { choices })]);
    expect(await suggested()).toEqual(all.filter((one) => one !== id));
    await renewLists(database, 4, UTC, NOW);
    expect(await suggested()).toEqual(all.filter((one) => one !== id));
    await put(database, [silent(place)]);
    expect(await suggested()).toEqual(all);
  },
);

test("who was deleted leaves the week, and two that became one are in it once", async () => {
  const database = await eightSilent();
  const [one, two, three] = (await storedWeek(database, UTC, NOW)).reconnect;
  if (!one || !two || !three) throw new Error("Too few are suggested");
  const [gone, stays, joins] = [one, two, three].map(({ name }) => silent(placeOf(name)));
  if (!gone || !stays || !joins) throw new Error("Too few are suggested");
  const aliases = [...stays.aliases, ...joins.aliases].toSorted();
  const merged = { ...stays, aliases };
  expect(await markDone(database, joins.id, true, UTC, NOW)).toBe(true);
  await change(database, [{ before: gone }, { before: stays, after: merged }, { before: joins }]);
  const left = (await storedWeek(database, UTC, NOW)).reconnect;
  expect(left).toHaveLength(2);
  expect(left.map(({ id }) => id)).not.toContain(gone.id);
  expect(left[0]).toMatchObject({ id: stays.id, aliases, done: "by-hand" });
});

test("a new company that a profile shows is a reason at once", async () => {
  const database = await eightSilent();
  const { reasons, place } = await firstOf(database);
  const company = `Company ${place}`;
  expect(reasons.map(({ code }) => code)).not.toContain("changed-company");
  const career = [
    { company, at: NOW - 800 * DAY, until: NOW - 700 * DAY },
    { company: "Sample Works", at: NOW, until: NOW },
  ];
  await put(database, [silent(place, { career })]);
  expect((await firstOf(database)).reasons).toContainEqual(
    expect.objectContaining({
      code: "changed-company",
      before: company,
      after: "Sample Works",
      at: NOW,
    }),
  );
});

test("somebody who worked where the user did is suggested for it, and the week says so at once", async () => {
  const database = await emptyView();
  const career = [{ company: "Tin Whistle", at: NOW - 100 * DAY, until: NOW }];
  const circles = [
    { kind: "company", name: "Tin Whistle GmbH", from: NOW - 900 * DAY, to: NOW },
  ] as const;
  await change(database, [], { whole: archived() });
  await put(database, [person("slug:bo", { name: "Bo Sample", career })]);
  await renewLists(database, 4, UTC, NOW);
  expect((await storedWeek(database, UTC, NOW)).neverTalked).toStrictEqual([]);
  await change(database, [], { whole: archived(circles) });
  await renewLists(database, 4, UTC, NOW);
  const { neverTalked } = await storedWeek(database, UTC, NOW);
  expect(neverTalked.map(({ name, reasons }) => [name, reasons[0]])).toStrictEqual([
    ["Bo Sample", { code: "same-company", company: "Tin Whistle GmbH", still: false }],
  ]);
});

test("a person without an address is suggested like anybody else", async () => {
  const database = await emptyView();
  const subject: PersonSubject = "name:ana silva";
  await put(database, [person(subject, { name: "Ana Silva", interactions: letters(0) })]);
  await renewLists(database, 4, UTC, NOW);
  const { id, alias, aliases } = await firstOf(database);
  expect([id, alias, aliases]).toStrictEqual([handleOf(subject), undefined, []]);
});

/** Another machine's statement of the history. */
async function saidElsewhere(database: HistoryDatabase, weeks: readonly MadeWeek[]) {
  await database.put("statements", {
    subject: "history",
    source: "hand",
    replica: "another machine",
    version: 1,
    body: { weeks },
  });
}

test("a week that another machine made first is the week, with what was done on either", async () => {
  const database = await eightSilent();
  const mine = names(await storedWeek(database, UTC, NOW));
  const others = Array.from({ length: 8 }, (_, place) => place).filter(
    (place) => !mine.includes(`Person ${place}`),
  );
  const handles = others.map((place) => silent(place).id);
  await saidElsewhere(database, [
    {
      week: weekOf(NOW),
      at: NOW - DAY,
      rows: handles.map((handle) => ({ handle, list: "reconnect" as const, shownAt: NOW - DAY })),
    },
  ]);
  await renewLists(database, 4, UTC, NOW);
  expect(names(await storedWeek(database, UTC, NOW))).toEqual(
    others.map((place) => `Person ${place}`).toSorted(),
  );
  const [first] = handles;
  if (first === undefined) throw new Error("Nobody is left");
  expect(await markDone(database, first, true, UTC, NOW)).toBe(true);
  expect((await storedWeek(database, UTC, NOW)).doneThisWeek).toBe(1);
  // Both weeks were shown, so that nobody of either comes again.
  await renewLists(database, 4, UTC, NOW + 7 * DAY);
  expect((await storedWeek(database, UTC, NOW + 7 * DAY)).reconnect).toStrictEqual([]);
});

/** The first moment of Monday, 9 March 2026, where clocks are so many hours ahead of UTC. */
const mondayAt = (hoursAhead: number) => Date.UTC(2026, 2, 9) - hoursAhead * 3_600_000;

test.each([
  ["Asia/Tokyo", 9],
  ["America/Los_Angeles", -7],
  ["Europe/Berlin", 1],
] as const)("the week turns at midnight of Monday in %s", async (zone, hoursAhead) => {
  const start: WeekStart = { zone, firstDay: 1 };
  const monday = mondayAt(hoursAhead);
  const database = await emptyView();
  await put(
    database,
    Array.from({ length: 8 }, (_, place) => silent(place)),
  );
  await renewLists(database, 4, start, NOW);
  const first = names(await storedWeek(database, start, NOW));
  for (const at of [monday - 20 * 3_600_000, monday - 1]) {
    await renewLists(database, 4, start, at);
    expect(names(await storedWeek(database, start, at))).toEqual(first);
  }
  // The day of UTC is the same as a moment before, and the week asks to be made all the same.
  expect((await storedWeek(database, start, monday)).outdated).toBe("about-others");
  await renewLists(database, 4, start, monday);
  const next = names(await storedWeek(database, start, monday));
  expect(next).toHaveLength(4);
  expect(next.filter((name) => first.includes(name))).toEqual([]);
});

test("no change of zone, of the clock or of the first day makes a second list for a week", async () => {
  const database = await emptyView();
  await put(
    database,
    Array.from({ length: 20 }, (_, place) => silent(place)),
  );
  const monday = mondayAt(9);
  const starts: readonly WeekStart[] = [
    { zone: "Asia/Tokyo", firstDay: 1 },
    { zone: "America/Los_Angeles", firstDay: 1 },
    { zone: "Asia/Tokyo", firstDay: 0 },
    { zone: "America/Los_Angeles", firstDay: 6 },
  ];
  const shown = new Map<number, readonly string[]>();
  for (const at of [monday - DAY, monday + 1, monday + 12 * 3_600_000, monday - DAY, monday + DAY])
    for (const start of starts) {
      await renewLists(database, 4, start, at);
      const number = weekOf(at, start);
      const found = names(await storedWeek(database, start, at));
      expect(found).toEqual(shown.get(number) ?? found);
      shown.set(number, found);
    }
  const own = (await saidWeeks(database)).flatMap(({ weeks }) => weeks);
  expect(new Set(own.map(({ week }) => week))).toEqual(new Set(shown.keys()));
  expect(own).toHaveLength(shown.size);
});

/** Everything that follows from people, as text. */
async function derivedText(database: HistoryDatabase): Promise<string> {
  const stores = [await database.getAll("directory"), await database.getAll("lists")];
  return JSON.stringify(stores, (_, value: unknown) =>
    value instanceof Map ? [...(value as ReadonlyMap<unknown, unknown>)] : value,
  );
}

test.each(["change", "rebuild"] as const)(
  "nothing of a person who is gone stays in any list, after a %s",
  async (how) => {
    const database = await eightSilent();
    const { place, name } = await firstOf(database);
    const choices: Choices = {
      howMet: { value: "at the fair of Example", at },
      notes: [{ id: "n", text: "likes cake", at }],
      reminders: [{ id: "r", at: NOW }],
    };
    const before = silent(place, { choices });
    await put(database, [before]);
    await renewLists(database, 4, UTC, NOW + DAY);
    const traces = [subjectOf(place), before.id, name.toLowerCase(), "fair of example", "cake"];
    const left = (text: string) =>
      traces.filter((trace) => text.toLowerCase().includes(trace.toLowerCase()));
    expect(left(await derivedText(database))).toStrictEqual(traces);
    if (how === "change") await change(database, [{ before }]);
    else await rebuild(database, [silent(place === 7 ? 6 : 7)]);
    expect(left(await derivedText(database))).toStrictEqual([]);
  },
);

/** Somebody to whom a message went because of a reason, and who answered or did not. */
const writtenTo = (place: number, why: ReasonKind, replied: boolean): PersonRecord =>
  person(`slug:written-${place}`, {
    choices: { muted: { value: true, at: NOW } },
    interactions: replied ? [messageAt(NOW - 95 * DAY, "in")] : [],
    sent: [{ at: NOW - 100 * DAY, why }],
  });

test("many replies to one kind of reason bring people with it into the week before others", async () => {
  const moved = (place: number) =>
    silent(place, {
      career: [
        { title: "Nurse", at: NOW - 800 * DAY, until: NOW - 700 * DAY },
        { title: "Head Nurse", at: NOW - 20 * DAY, until: NOW - 10 * DAY },
      ],
    });
  const stayed = (place: number) =>
    silent(place, { career: [{ title: "Nurse", at: NOW - 800 * DAY, until: NOW - 10 * DAY }] });
  const people = [...[0, 1, 2].map(stayed), ...[3, 4, 5].map(moved)];
  const weekAfter = async (written: readonly PersonRecord[], whole = archived()) => {
    const database = await emptyView();
    await put(database, [...people, ...written], { whole });
    await renewLists(database, 3, UTC, NOW);
    return names(await storedWeek(database, UTC, NOW));
  };
  const many = Array.from({ length: 40 }, (_, place) =>
    writtenTo(place, place < 20 ? "news" : "talked", place < 18),
  );
  const few = many.filter((_, place) => place % 4 === 0);
  expect(await weekAfter([])).toEqual(["Person 0", "Person 1", "Person 2"]);
  expect(await weekAfter(few)).toEqual(["Person 0", "Person 1", "Person 2"]);
  expect(await weekAfter(many)).toEqual(["Person 3", "Person 4", "Person 5"]);
  // Where no archive would show a reply, nothing follows from there being none.
  const uncovered = { ...archived(), coverage: { archives: [] } };
  expect(await weekAfter(many, uncovered)).toEqual(await weekAfter([], uncovered));
});

test("a silence is judged as far as an archive reaches: pages that were opened since show no answer from the phone", async () => {
  const counted = async (to: number, more: Partial<Whole["coverage"]> = {}) => {
    const database = await emptyView();
    const archives = [{ from: 0, to, kinds: ["message" as const] }];
    const whole = { ...NOTHING_KNOWN, coverage: { archives, ...more } };
    await put(database, [writtenTo(0, "news", false)], { whole });
    return storedReplyCounts(database, NOW);
  };
  const counts = [{ why: "news", sent: 1, replied: 0 }];
  expect(await counted(NOW - 70 * DAY)).toEqual(counts);
  expect(await counted(NOW + DAY)).toEqual(counts);
  expect(await counted(NOW - 71 * DAY, { watchingSince: NOW - 300 * DAY })).toEqual([]);
});
