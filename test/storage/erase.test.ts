import fc from "fast-check";
import { expect, test } from "vitest";
import type { Alias } from "../../src/domain/person.ts";
import type { Sighting } from "../../src/domain/sighting.ts";
import { peopleEver, storedCounts } from "../../src/storage/about.ts";
import { choose } from "../../src/storage/choose.ts";
import type { HistoryDatabase } from "../../src/storage/database.ts";
import { erase } from "../../src/storage/erase.ts";
import {
  erasedCount,
  liftErasures,
  restoreErased,
  storedErased,
} from "../../src/storage/erasures.ts";
import { mergePeople, takeApart } from "../../src/storage/merge-people.ts";
import { peopleByAliases } from "../../src/storage/people.ts";
import { storedPersonDetails } from "../../src/storage/person-card.ts";
import { record, restore } from "../../src/storage/record.ts";
import { renewLists } from "../../src/storage/renew-lists.ts";
import { storedWeek } from "../../src/storage/week.ts";
import { bring } from "./imports.ts";
import {
  contents,
  dump,
  emptyHistory,
  idOf,
  messageFrom,
  NOW,
  shownTogether,
} from "./invented-history.ts";
import { anySighting, countedIds } from "./sightings.ts";

const ADA: Alias = "slug:ada-example";
const MEMBER: Alias = "member:ACoAda";
const BO: Alias = "slug:bo-sample";

/** Ada with everything that can be kept of somebody, and Bo. */
async function adaAndBo(database: HistoryDatabase): Promise<void> {
  const ids = countedIds();
  const answer: Sighting = {
    what: "interaction",
    person: { aliases: [ADA], at: NOW },
    interaction: { kind: "message", direction: "out", from: 1, to: 1, sources: ["page"] },
  };
  await record(database, [messageFrom([ADA], 1), answer, messageFrom([MEMBER], 2)], ids, NOW);
  await record(database, [messageFrom([BO], 3, "Bo Sample")], ids, NOW);
  await bring(database, { id: "one", sightings: [messageFrom([ADA], 4)] }, ids, NOW);
  await record(database, [shownTogether([ADA, MEMBER])], ids, NOW);
  const id = await idOf(database, ADA);
  const [merge] = (await storedPersonDetails(database, id))?.merges ?? [];
  await takeApart(database, id, merge?.id ?? "");
  await mergePeople(database, id, await idOf(database, MEMBER), NOW);
  await choose(database, id, {
    note: { value: "met in Lisbon", at: NOW },
    cadenceDays: { value: 30, at: NOW },
  });
  await renewLists(database, 4, NOW);
  await storedWeek(database, NOW);
}

test("of an erased person nothing stays in any store but hashes, and the others stay as they were", async () => {
  const database = await emptyHistory();
  await adaAndBo(database);
  expect(await dump(database)).toMatch(/ada-example.*Lisbon|Lisbon.*ada-example/s);
  await erase(database, await idOf(database, ADA));
  const left = await dump(database);
  expect(left).not.toMatch(/ada-example|ACoAda|Ada|Lisbon/);
  expect((await contents(database)).map(({ aliases }) => aliases)).toEqual([[BO]]);
  expect(await storedCounts(database)).toEqual({ people: 1, interactions: 1 });
  expect(await erasedCount(database)).toBe(1);
});

test("no page, export or archive brings an erased person back, under no further alias either", async () => {
  const database = await emptyHistory();
  const ids = countedIds();
  await adaAndBo(database);
  const everybody = await contents(database);
  await erase(database, await idOf(database, MEMBER));
  const later: Alias = "slug:ada-new-name";
  await record(database, [messageFrom([ADA], 5), messageFrom([ADA, later], 6)], ids, NOW);
  await record(database, [messageFrom([later], 7)], ids, NOW);
  await restore(database, everybody, ids, NOW);
  await bring(database, { id: "two", sightings: [messageFrom([MEMBER], 8)] }, ids, NOW);
  expect((await contents(database)).map(({ aliases }) => aliases)).toEqual([[BO]]);
  expect(await dump(database)).not.toMatch(/ada-example|ada-new-name|ACoAda|Ada E/);
  await record(database, [messageFrom([BO, ADA], 9, "Bo Sample")], ids, NOW);
  expect((await contents(database)).map(({ aliases }) => aliases)).toEqual([[BO]]);
});

test("erasures travel with an export and can be lifted all at once; then people may be met again", async () => {
  const database = await emptyHistory();
  await adaAndBo(database);
  const everybody = await contents(database);
  await erase(database, await idOf(database, ADA));
  const copy = await emptyHistory();
  await record(copy, [messageFrom(["slug:cy"], 1)], countedIds(), NOW);
  await erase(copy, await idOf(copy, "slug:cy"));
  const erased = await storedErased(database);
  if (erased !== undefined) for (const _time of [1, 2]) await restoreErased(copy, erased);
  expect(await erasedCount(copy)).toBe(2);
  await restore(copy, everybody, countedIds(), NOW);
  await record(copy, [messageFrom(["slug:cy"], 2)], countedIds(), NOW);
  expect((await contents(copy)).map(({ aliases }) => aliases)).toEqual([[BO]]);
  await liftErasures(copy);
  expect(await erasedCount(copy)).toBe(0);
  await restore(copy, everybody, countedIds(), NOW);
  expect(await storedCounts(copy)).toMatchObject({ people: 2 });
});

test("two histories hash the same person differently", async () => {
  const hashes = await Promise.all(
    [1, 2].map(async () => {
      const database = await emptyHistory();
      await record(database, [messageFrom([ADA], 1)], countedIds(), NOW);
      await erase(database, await idOf(database, ADA));
      return (await storedErased(database))?.hashes;
    }),
  );
  expect(hashes[0]).toHaveLength(1);
  expect(hashes[0]).not.toEqual(hashes[1]);
});

test("of somebody never to be tracked nothing more is kept than further aliases, which the wish then covers", async () => {
  const database = await emptyHistory();
  const ids = countedIds();
  await record(database, [messageFrom([ADA], 1)], ids, NOW);
  const id = await idOf(database, ADA);
  await choose(database, id, { neverTrack: { value: true, at: NOW } });
  const visit: Sighting = { what: "visit", person: { aliases: [ADA], name: "Ada X", at: NOW } };
  await record(database, [messageFrom([ADA], 2), visit, messageFrom([ADA, MEMBER], 3)], ids, NOW);
  await record(database, [messageFrom([MEMBER], 4)], ids, NOW);
  await bring(
    database,
    { id: "one", sightings: [messageFrom([MEMBER], 5, "Ada Y")] },
    ids,
    NOW + 1,
  );
  const [ada] = await contents(database);
  expect(ada).toMatchObject({ aliases: [MEMBER, ADA], name: { value: "Ada Example" }, visits: [] });
  expect(ada?.interactions).toHaveLength(1);
  expect(await storedCounts(database)).toEqual({ people: 1, interactions: 1 });
  expect(await dump(database)).not.toMatch(/Ada [XY]/);
  await choose(database, id, { neverTrack: { value: false, at: NOW + 2 } });
  await record(database, [messageFrom([MEMBER], 6)], ids, NOW);
  expect((await contents(database))[0]?.interactions).toHaveLength(2);
});

test("whatever is done, the counts are those of the stores, and the history never has had fewer people than before", async () => {
  const act = fc.oneof(
    fc.record({
      act: fc.constant("record" as const),
      sightings: fc.array(anySighting, { minLength: 1, maxLength: 4 }),
    }),
    fc.record({
      act: fc.constantFrom("merge" as const, "apart" as const, "erase" as const),
      lot: fc.nat(1000),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 14 }), async (acts) => {
      const database = await emptyHistory();
      const ids = countedIds();
      let ever = 0;
      for (const one of acts) {
        const people = await database.getAllKeys("people");
        if (one.act === "record") await record(database, one.sightings, ids, NOW);
        else {
          const [id, other] = [
            people[one.lot % people.length],
            people[(one.lot + 1) % people.length],
          ];
          if (id === undefined || other === undefined) continue;
          if (one.act === "merge") await mergePeople(database, id, other, NOW);
          if (one.act === "erase") await erase(database, id);
          const [merge] = (await storedPersonDetails(database, id))?.merges ?? [];
          if (one.act === "apart" && merge) await takeApart(database, id, merge.id);
        }
        const everybody = await contents(database);
        expect(await storedCounts(database)).toEqual({
          people: everybody.length,
          interactions: everybody.reduce((sum, person) => sum + person.interactions.length, 0),
        });
        const aliases = everybody.flatMap((person) => person.aliases);
        expect(aliases).toHaveLength(new Set(aliases).size);
        expect((await database.getAllKeys("aliases")).toSorted()).toEqual(aliases.toSorted());
        const found = await peopleByAliases(
          database,
          everybody.map((person) => person.aliases),
        );
        expect(found.map((person) => person?.aliases)).toEqual(
          everybody.map((person) => person.aliases),
        );
        expect(await peopleEver(database)).toBeGreaterThanOrEqual(ever);
        ever = await peopleEver(database);
      }
    }),
    { numRuns: 60 },
  );
});
