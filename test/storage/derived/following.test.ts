/**
 * Following change by change gives what making everything anew gives, for everything that follows from people.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { PersonRecord } from "../../../src/domain/directory/person-record.ts";
import {
  type HistoryDatabase,
  historyTransaction,
} from "../../../src/storage/database/database.ts";
import { ALL_DERIVED } from "../../../src/storage/derived/all-derived.ts";
import type { PersonChange } from "../../../src/storage/view/derived.ts";
import { renewOverdue } from "../../../src/storage/answers/overdue.ts";
import { foundPeople } from "../../../src/storage/answers/found-people.ts";
import { isDerivedCurrent } from "../../../src/storage/derived/version.ts";
import { NOTHING_KNOWN } from "../../../src/storage/view/about.ts";
import { DAY, NOW } from "../../domain/interactions/arbitrary-interactions.ts";
import { chats } from "../../domain/interactions/facts.ts";
import { aPerson, change, covered, emptyView, handleOf, person, rebuild } from "./invented-view.ts";
import { runs } from "../../effort.ts";

/** Everything on the disk that follows from people. */
async function derivedFrom(database: HistoryDatabase) {
  const keys = await database.getAllKeys("directory");
  return {
    directory: keys,
    shards: await database.getAll("directory"),
    overdue: await database.get("lists", "overdue"),
    reminders: await database.get("lists", "reminders"),
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
  come: fc.array(aPerson, { maxLength: 3 }),
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
      expect(await followed.get("lists", "overdue")).toStrictEqual(
        await anew.get("lists", "overdue"),
      );
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

/** A transaction that counts what is read from the directory and written to it. */
async function countedRequests(
  database: HistoryDatabase,
  changes: readonly PersonChange[],
): Promise<{ readonly reads: number; readonly writes: number }> {
  const transaction = historyTransaction(database);
  const requests = { reads: 0, writes: 0 };
  const counting = new Proxy(transaction, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== "objectStore") return value;
      return (store: "directory") => {
        const real = target.objectStore(store);
        if (store !== "directory") return real;
        return new Proxy(real, {
          get(one, act) {
            const found: unknown = Reflect.get(one, act);
            if (typeof found !== "function") return found;
            if (act === "get") requests.reads += 1;
            else if (act === "put" || act === "delete") requests.writes += 1;
            return found.bind(one) as unknown;
          },
        });
      };
    },
  });
  const about = {
    transaction: counting,
    coverage: NOTHING_KNOWN.coverage,
    isOfEverybody: false,
    now: NOW,
  };
  for (const derived of ALL_DERIVED) await derived.changed(about, changes);
  await transaction.done;
  return requests;
}

test("a change of one person reads and writes one record of the directory, and many changes each record once", async () => {
  const database = await emptyView();
  const many = Array.from({ length: 1000 }, (_, place) =>
    person(`slug:q-${place}`, { name: `Person ${place}` }),
  );
  const shards = new Set(many.map(({ id }) => id.charAt(0))).size;
  expect(
    await countedRequests(
      database,
      many.map((after) => ({ after })),
    ),
  ).toStrictEqual({ reads: shards, writes: shards });
  const [first] = many;
  if (first === undefined) throw new Error("Nobody is there");
  const after = person("slug:q-0", { name: "Somebody", interactions: chats(3, 30, 40) });
  expect(await countedRequests(database, [{ before: first, after }])).toStrictEqual({
    reads: 1,
    writes: 1,
  });
  expect(await countedRequests(database, [{ before: after }])).toStrictEqual({
    reads: 1,
    writes: 1,
  });
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
