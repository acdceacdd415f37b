/**
 * Following change by change gives what making everything anew gives, for everything that follows from people.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsWithChanges } from "../../../src/domain/directory/changed-shard.ts";
import type { DirectoryRow } from "../../../src/domain/directory/directory-row.ts";
import type { PersonRecord } from "../../../src/domain/directory/person-record.ts";
import type { PersonSubject } from "../../../src/domain/records/subject.ts";
import type { HistoryDatabase } from "../../../src/storage/database/database.ts";
import { storedOverdueList } from "../../../src/storage/derived/overdue-list.ts";
import type { PersonChange } from "../../../src/storage/view/derived.ts";
import {
  MOST_WAITING,
  packRows,
  SHARD_KEYS,
  storedRows,
} from "../../../src/storage/view/shards.ts";
import { renewOverdue, storedOverdue } from "../../../src/storage/answers/overdue.ts";
import { foundPeople } from "../../../src/storage/answers/found-people.ts";
import { isDerivedCurrent } from "../../../src/storage/derived/version.ts";
import { MOST_BEST } from "../../../src/domain/suggestions/overdue.ts";
import { NOTHING_KNOWN } from "../../../src/storage/view/about.ts";
import { DAY, NOW } from "../../domain/interactions/arbitrary-interactions.ts";
import { chats } from "../../domain/interactions/facts.ts";
import { aPerson, change, covered, emptyView, handleOf, person, rebuild } from "./invented-view.ts";
import { runs } from "../../effort.ts";
import { countedRequestsOf } from "../counted-requests.ts";
import { rawText } from "../stored-history.ts";

/** Who is in the directory, by handle. */
async function directoryOf(database: HistoryDatabase): Promise<readonly DirectoryRow[]> {
  const store = database.transaction("directory").store;
  const shards = await Promise.all(SHARD_KEYS.map((key) => storedRows(store, key)));
  return shards.flatMap(rowsWithChanges).toSorted((a, b) => (a.person.id < b.person.id ? -1 : 1));
}

const overdueOf = (database: HistoryDatabase) =>
  storedOverdueList(database.transaction("lists").store);

/** Everything on the disk that follows from people. */
async function derivedFrom(database: HistoryDatabase) {
  return {
    directory: await directoryOf(database),
    overdue: await overdueOf(database),
    reminders: await database.get("lists", "reminders"),
    sent: await database.get("lists", "sent"),
    months: await database.get("lists", "months"),
    counts: await database.get("about", "counts"),
    version: await database.get("about", "summaries"),
  };
}

const WATCHED = covered({ watchingSince: NOW - 300 * DAY, archives: [] });

interface Step {
  /** People who are put in place of those with the same subject. */
  readonly come: readonly PersonRecord[];
  /** Of those who are there, which ones go: place, taken as often as it fits. */
  readonly go: number | undefined;
  readonly hours: number;
  readonly isCoverageNew: boolean;
}

const aStep: fc.Arbitrary<Step> = fc.record({
  // One act changes each subject once.
  come: fc.uniqueArray(aPerson, { maxLength: 3, selector: ({ subject }) => subject }),
  go: fc.option(fc.nat(20), { nil: undefined }),
  hours: fc.integer({ min: 0, max: 23 }),
  isCoverageNew: fc.boolean(),
});

/** The changes of a step, and who is there after it. */
function changesOf({ come, go }: Step, people: ReadonlyMap<string, PersonRecord>) {
  const after = new Map(people);
  const changes: PersonChange[] = [];
  const gone = [...after.values()][go === undefined ? NaN : go % after.size];
  if (gone !== undefined) {
    changes.push({ before: gone });
    after.delete(gone.subject);
  }
  for (const one of come) {
    const before = after.get(one.subject);
    changes.push({ after: one, ...(before && { before }) });
    after.set(one.subject, one);
  }
  return { changes, after };
}

test("following step by step is making everything anew", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 1, maxLength: 6 }), async (steps) => {
      const [followed, anew] = await Promise.all([emptyView(), emptyView()]);
      await rebuild(followed, []);
      let people: ReadonlyMap<string, PersonRecord> = new Map();
      let whole = NOTHING_KNOWN;
      let now = NOW;
      for (const step of steps) {
        now = NOW + step.hours * 3_600_000;
        const { changes, after } = changesOf(step, people);
        if (step.isCoverageNew) whole = whole === WATCHED ? NOTHING_KNOWN : WATCHED;
        await change(followed, changes, { now, ...(step.isCoverageNew && { whole }) });
        people = after;
      }
      await rebuild(anew, [...people.values()], { now, whole });
      await renewOverdue(followed, now);
      expect(await derivedFrom(followed)).toStrictEqual(await derivedFrom(anew));
    }),
    { numRuns: runs(100) },
  );
});

test("a list of overdue people that changes of single people do not outdate is not made anew to be right", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aPerson, { maxLength: 8 }), async (come) => {
      const [followed, anew] = await Promise.all([emptyView(), emptyView()]);
      await rebuild(followed, []);
      let people: ReadonlyMap<string, PersonRecord> = new Map();
      for (const one of come) {
        const step = { come: [one], go: undefined, hours: 0, isCoverageNew: false };
        const { changes, after } = changesOf(step, people);
        await change(followed, changes);
        people = after;
      }
      await rebuild(anew, [...people.values()]);
      expect(await overdueOf(followed)).toStrictEqual(await overdueOf(anew));
    }),
    { numRuns: runs(100) },
  );
});

test("what is in memory is what would be read anew, after every step", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 1, maxLength: 5 }), async (steps) => {
      const database = await emptyView();
      let people: ReadonlyMap<string, PersonRecord> = new Map();
      let whole = NOTHING_KNOWN;
      for (const step of steps) {
        const { changes, after } = changesOf(step, people);
        if (step.isCoverageNew) whole = whole === WATCHED ? NOTHING_KNOWN : WATCHED;
        await change(database, changes, step.isCoverageNew ? { whole } : {});
        people = after;
        // Nothing of this one is in memory.
        const anew = await emptyView();
        await rebuild(anew, [...people.values()], { whole });
        const now = NOW + step.hours * DAY;
        for (const order of ["name", "silence", "strength", "worth", "overdue"] as const) {
          const asked = { ...EVERYBODY, order };
          expect(await foundPeople(database, asked, now)).toStrictEqual(
            await foundPeople(anew, asked, now),
          );
        }
      }
    }),
    { numRuns: runs(40) },
  );
});

const EVERYBODY = {
  text: "",
  late: false,
  bands: [],
  twoWay: false,
  order: "name",
  start: 0,
  atMost: 100,
} as const;

/** How often a change reads and writes records of the directory. */
async function countedRequests(
  database: HistoryDatabase,
  changes: readonly PersonChange[],
): Promise<{ readonly reads: number; readonly writes: number }> {
  const { counts } = await countedRequestsOf(() => change(database, changes));
  const of = (...names: readonly string[]): number =>
    names.reduce((sum, name) => sum + (counts[`${name} directory`] ?? 0), 0);
  return { reads: of("get", "getAll"), writes: of("put", "delete") };
}

const oneOf = (all: readonly PersonRecord[], place: number): PersonRecord => {
  const found = all[place];
  if (found === undefined) throw new Error("Nobody is there");
  return found;
};

const crowd = (size: number): readonly PersonRecord[] =>
  Array.from({ length: size }, (_, place) =>
    person(`slug:q-${place}`, { name: `Person ${place}` }),
  );

test("a change of one person writes one record of the directory and reads none, and many changes of a shard write it once", async () => {
  const database = await emptyView();
  const many = Array.from({ length: 10_000 }, (_, place): PersonSubject => `slug:q-${place}`)
    .filter((subject) => handleOf(subject).startsWith("A"))
    .slice(0, MOST_WAITING + 1)
    .map((subject) => person(subject, { name: "Ada Example" }));
  expect(many).toHaveLength(MOST_WAITING + 1);
  const some = many.slice(0, MOST_WAITING).map((after) => ({ after }));
  const all = many.map((after) => ({ after }));
  // The shard, and what waited for it.
  expect(await countedRequests(database, all)).toStrictEqual({ reads: 2, writes: 2 });
  expect(await countedRequests(database, some)).toStrictEqual({ reads: 0, writes: MOST_WAITING });
  await rebuild(database, many);
  const before = oneOf(many, 0);
  const after = person(before.subject, { name: "Ada Example", interactions: chats(3, 30, 40) });
  expect(await countedRequests(database, [{ before, after }])).toStrictEqual({
    reads: 0,
    writes: 1,
  });
});

test("a shard takes in the rows that wait for it when there are many", async () => {
  const database = await emptyView();
  const many = crowd(40);
  await rebuild(database, many);
  let writesOfShards = 0;
  let before = oneOf(many, 0);
  for (let time = 0; time <= MOST_WAITING; time += 1) {
    const after = person("slug:q-0", { name: "Person 0", interactions: chats(1 + time, 30, 40) });
    const { reads, writes } = await countedRequests(database, [{ before, after }]);
    writesOfShards += reads > 0 ? 1 : 0;
    expect(writes).toBe(reads > 0 ? 2 : 1);
    before = after;
  }
  expect(writesOfShards).toBe(1);
  const waiting = (await database.getAllKeys("directory")).filter((key) => key.startsWith("+"));
  expect(waiting).toEqual([]);
  expect(await directoryOf(database)).toHaveLength(many.length);
});

test("rows that wait are written into their shards when somebody asks for that, and nobody sees a difference", async () => {
  const database = await emptyView();
  const many = crowd(40);
  await rebuild(database, many);
  const found = () => foundPeople(database, EVERYBODY, NOW);
  await found();
  for (const before of many.slice(0, 20)) {
    const interactions = chats(2, 30, 40);
    const after = person(before.subject, { name: before.name.value, interactions });
    await change(database, [{ before, after }]);
  }
  const [directory, people] = [await directoryOf(database), await found()];
  const keys = async () => (await database.getAllKeys("directory")).map((key) => key.charAt(0));
  expect(await keys()).toContain("+");
  await packRows(database);
  expect(await keys()).not.toContain("+");
  expect(await directoryOf(database)).toStrictEqual(directory);
  await change(database, [{ after: person("slug:another") }]);
  expect((await found()).count).toBe(people.count + 1);
  const { counts } = await countedRequestsOf(() => packRows(database));
  expect(counts["put directory"]).toBe(1);
});

test("who is overdue is read in one short record, however many they are", async () => {
  const silent = { name: "Person", interactions: chats(30, 30, 400) };
  const read = async (size: number) => {
    const database = await emptyView();
    await rebuild(
      database,
      crowd(size).map(({ subject }) => person(subject, silent)),
    );
    const { counts, answer } = await countedRequestsOf(() => storedOverdue(database, 5, NOW));
    expect(answer.rows).toHaveLength(5);
    expect(answer.count).toBe(size);
    const kept = JSON.stringify(await overdueOf(database));
    return { counts, bytes: kept.length };
  };
  const [some, many] = [await read(MOST_BEST), await read(8 * MOST_BEST)];
  expect(many.counts).toStrictEqual(some.counts);
  expect(many.bytes).toBeLessThan(some.bytes * 1.1);
});

test("who was overdue yesterday stays true of yesterday, and is shown until it is made anew", async () => {
  const database = await emptyView();
  const silent = { name: "Person", interactions: chats(30, 30, 400) };
  const [one, two] = ["slug:a", "slug:b"] as const;
  await rebuild(database, [person(one, silent), person(two, silent)]);
  const now = NOW + DAY;
  const talked = { ...silent, interactions: [...silent.interactions, ...chats(1, 1, -1)] };
  await change(database, [{ before: person(one, silent), after: person(one, talked) }], { now });
  const { rows, ...others } = await storedOverdue(database, 5, now);
  expect(rows.map(({ id }) => id)).toEqual([handleOf(two)]);
  expect(others).toEqual({ count: 1, outdated: "of-another-day" });
});

test("nothing that a change took away stays on the disk", async () => {
  const database = await emptyView();
  const said = { name: "Ada Example", choices: { howMet: { value: "at a fair", at: NOW } } };
  const [one, two, other] = [
    person("slug:a", said),
    person("slug:a", { name: "Ada Example" }),
    person("slug:b", { name: "Bo Sample", interactions: chats(30, 30, 400) }),
  ];
  await rebuild(database, [one, other]);
  expect(await rawText(database)).toContain("at a fair");
  await change(database, [{ before: one, after: two }]);
  expect(await rawText(database)).not.toContain("at a fair");
  expect((await overdueOf(database))?.best.map(({ subject }) => subject)).toEqual(["slug:b"]);
  // At that moment the person would not be overdue.
  await change(database, [{ before: other }], { now: NOW - 395 * DAY });
  expect(await rawText(database)).not.toContain("slug:b");
  expect(await rawText(database)).not.toContain("Bo Sample");
});

test("somebody who changed twice in one change is as the last change says", async () => {
  const database = await emptyView();
  const [one, two] = [person("slug:a", { name: "One" }), person("slug:a", { name: "Two" })];
  await change(database, [{ after: one }, { before: one, after: two }]);
  expect((await foundPeople(database, EVERYBODY, NOW)).rows.map(({ name }) => name)).toEqual([
    "Two",
  ]);
  await change(database, [{ before: two, after: one }, { before: one }]);
  expect(await foundPeople(database, EVERYBODY, NOW)).toStrictEqual({ count: 0, rows: [] });
  expect(await database.getAllKeys("directory")).toStrictEqual([]);
  expect(handleOf("slug:a")).toHaveLength(22);
});

test("what an earlier version kept is not current until everything is made anew", async () => {
  const database = await emptyView();
  expect(await isDerivedCurrent(database)).toBe(true);
  await change(database, [{ after: person("slug:a") }]);
  expect(await isDerivedCurrent(database)).toBe(true);
  await database.put("about", "0.0", "summaries");
  await change(database, [{ after: person("slug:b") }]);
  expect(await isDerivedCurrent(database)).toBe(false);
  await rebuild(database, [person("slug:a"), person("slug:b")]);
  expect(await isDerivedCurrent(database)).toBe(true);
});
