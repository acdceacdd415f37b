import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { exportedPeople } from "../../src/storage/export.ts";
import { storedCounts, storedCoverage } from "../../src/storage/about.ts";
import { openHistory, type HistoryDatabase } from "../../src/storage/database.ts";
import { peopleByAliases } from "../../src/storage/people.ts";
import { record, restore } from "../../src/storage/record.ts";
import type { Alias } from "../../src/domain/person.ts";
import type { Sighting } from "../../src/domain/sighting.ts";
import { anySighting, countedIds, messageFromAda, START } from "./sightings.ts";

const opened: HistoryDatabase[] = [];
let count = 0;

async function emptyHistory(): Promise<HistoryDatabase> {
  const database = await openHistory(`history-${++count}`);
  opened.push(database);
  return database;
}

afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});

const NOW = START + 500 * 86_400_000;

async function contents(database: HistoryDatabase) {
  const { people } = await exportedPeople(database, undefined, 1000);
  return people.toSorted((a, b) =>
    JSON.stringify(a.aliases) < JSON.stringify(b.aliases) ? -1 : 1,
  );
}

test("what was recorded is found by every alias, with its summary", async () => {
  const database = await emptyHistory();
  await record(database, [messageFromAda(1), messageFromAda(2)], countedIds(), NOW);
  const pair: Sighting = {
    what: "person",
    person: { aliases: ["slug:ada-example", "member:ACoAda"], name: "Ada Example", at: NOW },
  };
  await record(database, [pair], countedIds(), NOW);
  const [bySlug, byMember, stranger] = await peopleByAliases(database, [
    ["slug:ada-example"],
    ["number:7", "member:ACoAda"],
    ["slug:nobody"],
  ]);
  expect(bySlug).toEqual(byMember);
  expect(bySlug?.summary.interactions).toBe(2);
  expect(bySlug?.aliases).toEqual(["member:ACoAda", "slug:ada-example"]);
  expect(stranger).toBeUndefined();
});

test("recording the same batch again changes nothing, so a retry is harmless", async () => {
  const database = await emptyHistory();
  const batch = [messageFromAda(1), messageFromAda(2), messageFromAda(2)];
  await record(database, batch, countedIds(), NOW);
  const before = await contents(database);
  await record(database, batch, countedIds(), NOW + 1);
  expect(await contents(database)).toEqual(before);
  expect(await storedCounts(database)).toEqual({ people: 1, interactions: 2 });
});

test("two people that turn out to be one become one, with everything of both", async () => {
  const database = await emptyHistory();
  const ids = countedIds();
  const at = START;
  const bySlug: Sighting = { ...messageFromAda(1) };
  const byMember: Sighting = {
    what: "interaction",
    person: { aliases: ["member:ACoAda"], name: "Ada", at },
    interaction: {
      kind: "comment",
      direction: "out",
      from: at,
      to: at,
      ref: "7",
      sources: ["page"],
    },
  };
  await record(database, [bySlug], ids, NOW);
  await record(database, [byMember], ids, NOW);
  expect(await storedCounts(database)).toEqual({ people: 2, interactions: 2 });
  await record(
    database,
    [{ what: "person", person: { aliases: ["slug:ada-example", "member:ACoAda"], at: NOW } }],
    ids,
    NOW,
  );
  expect(await storedCounts(database)).toEqual({ people: 1, interactions: 2 });
  const [person] = await contents(database);
  expect(person?.aliases).toEqual(["member:ACoAda", "slug:ada-example"]);
  expect(person?.interactions.map(({ kind }) => kind)).toEqual(["comment", "message"]);
  expect(person?.name.value).toBe("Ada Example");
});

test("a slug that changed keeps its history, under both slugs and whatever they are seen with", async () => {
  const database = await emptyHistory();
  const ids = countedIds();
  const seen = (...aliases: readonly Alias[]): Sighting => ({
    what: "person",
    person: { aliases, name: "Ada Example", at: NOW },
  });
  await record(database, [messageFromAda(1), seen("member:ACoAda", "slug:ada-example")], ids, NOW);
  await record(database, [seen("slug:ada-example-phd")], ids, NOW);
  expect(await storedCounts(database)).toEqual({ people: 2, interactions: 1 });
  await record(database, [seen("member:ACoAda", "slug:ada-example-phd")], ids, NOW);
  await record(database, [messageFromAda(2)], ids, NOW);
  const [old, now] = await peopleByAliases(database, [
    ["slug:ada-example"],
    ["slug:ada-example-phd"],
  ]);
  expect(old).toEqual(now);
  expect(now?.aliases).toEqual(["member:ACoAda", "slug:ada-example", "slug:ada-example-phd"]);
  expect(now?.summary.interactions).toBe(2);
});

test("the same name alone never makes two people one", async () => {
  const database = await emptyHistory();
  const person = (slug: string): Sighting => ({
    what: "person",
    person: { aliases: [`slug:${slug}`], name: "Ada Example", at: START },
  });
  await record(database, [person("ada-1"), person("ada-2")], countedIds(), NOW);
  expect((await storedCounts(database)).people).toBe(2);
});

test("a second look within the hour is the same visit, and no visit is an interaction", async () => {
  const database = await emptyHistory();
  const visit = (minutes: number): Sighting => ({
    what: "visit",
    person: { aliases: ["slug:ada-example"], name: "Ada Example", at: START + minutes * 60_000 },
  });
  for (const minutes of [0, 30, 61, 61])
    await record(database, [visit(minutes)], countedIds(), NOW);
  const [person] = await contents(database);
  expect(person?.visits).toEqual([START, START + 61 * 60_000]);
  expect(person?.interactions).toEqual([]);
});

test("the history watches from its first record on", async () => {
  const database = await emptyHistory();
  await record(database, [messageFromAda(1)], countedIds(), NOW);
  await record(database, [messageFromAda(2)], countedIds(), NOW + 5);
  expect(await storedCoverage(database)).toEqual({ watchingSince: NOW, archives: [] });
});

test("any order and any batches of the same sightings give the same people", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anySighting, { minLength: 1, maxLength: 12 }).chain((sightings) =>
        fc.record({
          sightings: fc.constant(sightings),
          shuffled: fc.shuffledSubarray(sightings, { minLength: sightings.length }),
          batch: fc.integer({ min: 1, max: 5 }),
        }),
      ),
      async ({ sightings, shuffled, batch }) => {
        const together = await emptyHistory();
        await record(together, sightings, countedIds(), NOW);
        const apart = await emptyHistory();
        const ids = countedIds();
        for (let start = 0; start < shuffled.length; start += batch)
          await record(apart, shuffled.slice(start, start + batch), ids, NOW);
        expect(await contents(apart)).toEqual(await contents(together));
        expect(await storedCounts(apart)).toEqual(await storedCounts(together));
      },
    ),
    { numRuns: 60 },
  );
});

test("restoring what was exported gives an equal history, also on top of itself", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anySighting, { minLength: 1, maxLength: 12 }), async (sightings) => {
      const original = await emptyHistory();
      await record(original, sightings, countedIds(), NOW);
      const people = await contents(original);
      const copy = await emptyHistory();
      await restore(copy, people, countedIds(), NOW);
      expect(await contents(copy)).toEqual(people);
      await restore(copy, people, countedIds(), NOW);
      expect(await contents(copy)).toEqual(people);
      expect(await storedCounts(copy)).toEqual(await storedCounts(original));
    }),
    { numRuns: 60 },
  );
});

test("a list of reactors looked at every day for a month leaves one fact, the first look's", async () => {
  const database = await emptyHistory();
  const look = (day: number): Sighting => ({
    what: "interaction",
    person: { aliases: ["slug:ada-example"], name: "Ada Example", at: START + day * 86_400_000 },
    interaction: {
      kind: "reaction",
      direction: "in",
      from: START,
      to: START + day * 86_400_000,
      ref: "activity:7",
      sources: ["page"],
    },
  });
  const days = [5, 9, 3, ...Array.from({ length: 30 }, (_, day) => day + 2)];
  for (const day of days) await record(database, [look(day)], countedIds(), NOW);
  const [ada] = await contents(database);
  expect(ada?.interactions).toEqual([expect.objectContaining({ to: START + 2 * 86_400_000 })]);
});
