import { expect, test } from "vitest";
import type { Alias } from "../../src/domain/person.ts";
import type { Sighting } from "../../src/domain/sighting.ts";
import type { Week } from "../../src/domain/week.ts";
import { choose } from "../../src/storage/choose.ts";
import type { HistoryDatabase } from "../../src/storage/database.ts";
import { erase } from "../../src/storage/erase.ts";
import { mergePeople } from "../../src/storage/merge-people.ts";
import { record } from "../../src/storage/record.ts";
import { renewLists } from "../../src/storage/renew-lists.ts";
import { dueNow, markDone, storedWeek } from "../../src/storage/week.ts";
import { DAY, emptyHistory, idOf, messageFrom, shownTogether } from "./invented-history.ts";
import { countedIds, START } from "./sightings.ts";

/** A Wednesday, two years after everybody fell silent. */
const NOW = Date.UTC(2026, 2, 4, 12);

/** Eight people with whom the user wrote back and forth for half a year, each at a company of their own. */
async function eightSilent(): Promise<HistoryDatabase> {
  const database = await emptyHistory();
  const sightings = Array.from({ length: 8 }, (_, person) =>
    Array.from({ length: 12 }, (__, time): Sighting => {
      const at = START + (time * 15 + person) * DAY;
      return {
        what: "interaction",
        person: {
          aliases: [`slug:person-${person}`],
          name: `Person ${person}`,
          company: `Company ${person}`,
          at,
        },
        interaction: {
          kind: "message",
          direction: time % 2 === 0 ? "in" : "out",
          from: at,
          to: at,
          sources: ["page"],
        },
      };
    }),
  ).flat();
  await record(database, sightings, countedIds(), START);
  await renewLists(database, 4, NOW);
  return database;
}

const messageAt = (aliases: readonly Alias[], at: number): Sighting => ({
  what: "interaction",
  person: { aliases, at },
  interaction: { kind: "message", direction: "out", from: at, to: at, sources: ["page"] },
});

const names = (week: Week) => week.reconnect.map(({ name }) => name).toSorted();

async function firstOf(database: HistoryDatabase, now: number) {
  const [first] = (await storedWeek(database, now)).reconnect;
  if (first === undefined) throw new Error("Nobody is suggested");
  return first;
}

test("the week's list stays the same however often it is made anew, and who is in it rests for 90 days", async () => {
  const database = await eightSilent();
  const first = await storedWeek(database, NOW);
  expect(first.reconnect).toHaveLength(4);
  for (const days of [1, 2, 4]) {
    await renewLists(database, 4, NOW + days * DAY);
    expect(names(await storedWeek(database, NOW + days * DAY))).toEqual(names(first));
  }
  await renewLists(database, 4, NOW + 7 * DAY);
  const next = await storedWeek(database, NOW + 7 * DAY);
  expect(next.reconnect).toHaveLength(4);
  expect(names(next).filter((name) => names(first).includes(name))).toEqual([]);
  await renewLists(database, 4, NOW + 14 * DAY);
  expect((await storedWeek(database, NOW + 14 * DAY)).reconnect).toEqual([]);
});

test("a list of another day says so and is shown all the same", async () => {
  const database = await eightSilent();
  expect((await storedWeek(database, NOW)).outdated).toBeUndefined();
  const tomorrow = await storedWeek(database, NOW + DAY);
  expect(tomorrow.outdated).toBe("of-another-day");
  expect(tomorrow.reconnect).toHaveLength(4);
  expect((await storedWeek(database, NOW + 7 * DAY)).outdated).toBe("about-others");
  expect((await storedWeek(await emptyHistory(), NOW)).outdated).toBe("about-others");
});

test("a suggestion ticks itself off when an interaction since is noticed, not by one from before", async () => {
  const database = await eightSilent();
  const { id, alias } = await firstOf(database, NOW);
  await record(database, [messageAt([alias], NOW - 2 * DAY)], countedIds(), NOW);
  const before = await storedWeek(database, NOW);
  expect(before.reconnect.find((row) => row.id === id)?.done).toBeUndefined();
  await record(database, [messageAt([alias], NOW + 1000)], countedIds(), NOW + 2000);
  const after = await storedWeek(database, NOW + 3000);
  expect(after.reconnect.find((row) => row.id === id)?.done).toBe("noticed");
  expect(after.doneThisWeek).toBe(1);
  await renewLists(database, 4, NOW + DAY);
  const renewed = await storedWeek(database, NOW + DAY);
  expect(renewed.reconnect.find((row) => row.id === id)?.done).toBe("noticed");
});

test("a meeting written down for the day ticks the day's suggestions off at any hour, not the next day's", async () => {
  const MIDNIGHT = NOW - 12 * 3_600_000;
  const doneAfter = async (meetingDay: number) => {
    const database = await eightSilent();
    // Shown in the evening, long after the middle of the day.
    const evening = NOW + 8 * 3_600_000;
    await renewLists(database, 4, evening);
    const { id, alias } = await firstOf(database, evening);
    const meeting: Sighting = {
      what: "interaction",
      person: { aliases: [alias], at: evening },
      interaction: {
        kind: "meeting",
        direction: "both",
        from: meetingDay,
        to: meetingDay + DAY - 1,
        sources: ["hand"],
      },
    };
    await record(database, [meeting], countedIds(), evening);
    const week = async (now: number) =>
      (await storedWeek(database, now)).reconnect.find((row) => row.id === id)?.done;
    const followed = await week(evening);
    await renewLists(database, 4, evening + 1);
    return [followed, await week(evening + 1)];
  };
  expect(await doneAfter(MIDNIGHT)).toEqual(["noticed", "noticed"]);
  expect((await doneAfter(MIDNIGHT - DAY))[0]).toBeUndefined();
});

test("done by hand is ticked until it is taken back, also after the list was made anew", async () => {
  const database = await eightSilent();
  const { id } = await firstOf(database, NOW);
  const done = async (now: number) =>
    (await storedWeek(database, now)).reconnect.find((row) => row.id === id)?.done;
  await markDone(database, id, true, NOW + 1);
  expect(await done(NOW)).toBe("by-hand");
  await renewLists(database, 4, NOW + DAY);
  expect(await done(NOW + DAY)).toBe("by-hand");
  await markDone(database, id, false, NOW + DAY);
  expect(await done(NOW + DAY)).toBeUndefined();
});

test("who is put off or wanted no more is gone at once, and back in their place when that is taken back", async () => {
  const database = await eightSilent();
  const { id } = await firstOf(database, NOW);
  const suggested = async () => (await storedWeek(database, NOW)).reconnect.map((row) => row.id);
  const all = await suggested();
  await choose(database, id, { muted: { value: true, at: NOW } });
  expect(await suggested()).toEqual(all.filter((one) => one !== id));
  await choose(database, id, { muted: { value: false, at: NOW + 1 } });
  expect(await suggested()).toEqual(all);
  await choose(database, id, { snoozedUntil: { value: NOW + 30 * DAY, at: NOW } });
  expect(await suggested()).toEqual(all.filter((one) => one !== id));
  await choose(database, id, { snoozedUntil: { value: 0, at: NOW + 1 } });
  expect(await suggested()).toEqual(all);
});

test("who was erased leaves the list, and two that became one are in it once", async () => {
  const database = await eightSilent();
  const [one, two, three] = (await storedWeek(database, NOW)).reconnect;
  if (!one || !two || !three) throw new Error("Too few are suggested");
  await erase(database, one.id);
  await mergePeople(database, two.id, three.id, NOW);
  const left = (await storedWeek(database, NOW)).reconnect;
  expect(left).toHaveLength(2);
  expect(left.map(({ id }) => id)).not.toContain(one.id);
  expect(left[0]).toMatchObject({ id: two.id, aliases: [two.alias, three.alias].toSorted() });
});

test("a date comes due in the popup; a cadence of the user's own counts as due once it has passed, until they are in touch", async () => {
  const database = await eightSilent();
  const id = await idOf(database, "slug:person-3");
  const other = await idOf(database, "slug:person-5");
  const dueIds = async (now: number) => (await storedWeek(database, now)).due.map((row) => row.id);
  await choose(database, id, { remindAt: { value: NOW + DAY, at: NOW } });
  expect(await dueIds(NOW)).toEqual([]);
  expect(await dueIds(NOW + DAY)).toEqual([id]);
  await choose(database, other, { cadenceDays: { value: 30, at: NOW } });
  expect((await dueNow(database, NOW)).count).toBe(1);
  expect((await dueNow(database, NOW + DAY)).count).toBe(2);
  // The popup shows as many as the icon counts, and says by what.
  const by = (await storedWeek(database, NOW + DAY)).due.map((row) => [row.id, row.dueBy] as const);
  expect(new Map(by)).toEqual(
    new Map([
      [id, "date"],
      [other, "cadence"],
    ]),
  );
  await record(database, [messageAt(["slug:person-5"], NOW)], countedIds(), NOW);
  expect((await dueNow(database, NOW + 29 * DAY)).count).toBe(1);
  expect((await dueNow(database, NOW + 31 * DAY)).count).toBe(2);
  await choose(database, id, { remindAt: { at: NOW + 1 } });
  expect(await dueIds(NOW + DAY)).toEqual([]);
  await erase(database, other);
  expect((await dueNow(database, NOW + 31 * DAY)).count).toBe(0);
});

test("what is recorded while the lists are made anew is not lost from them", async () => {
  const database = await eightSilent();
  const { id, alias } = await firstOf(database, NOW);
  await Promise.all([
    renewLists(database, 4, NOW + DAY),
    record(
      database,
      [messageAt([alias], NOW + DAY), shownTogether([alias])],
      countedIds(),
      NOW + DAY,
    ),
  ]);
  const week = await storedWeek(database, NOW + DAY);
  if (week.outdated) await renewLists(database, 4, NOW + DAY);
  const [row] = (await storedWeek(database, NOW + DAY)).reconnect.filter((one) => one.id === id);
  expect(row?.done).toBe("noticed");
});

test("a new company that a profile shows is a reason at once", async () => {
  const database = await eightSilent();
  const { aliases, reasons, name } = await firstOf(database, NOW);
  const company = `Company ${name.at(-1)}`;
  expect(reasons.map(({ code }) => code)).not.toContain("changed-company");
  await record(
    database,
    [{ what: "visit", person: { aliases, company: "Sample Works", at: NOW } }],
    countedIds(),
    NOW,
  );
  const { reasons: told } = await firstOf(database, NOW);
  expect(told).toContainEqual(
    expect.objectContaining({
      code: "changed-company",
      before: company,
      after: "Sample Works",
      at: NOW,
    }),
  );
});

test("somebody new with one message is in no list", async () => {
  const database = await eightSilent();
  await record(database, [messageFrom(["slug:new"], 700)], countedIds(), NOW);
  expect(names(await storedWeek(database, NOW))).not.toContain("Ada Example");
});
