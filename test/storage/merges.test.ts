import fc from "fast-check";
import { expect, test } from "vitest";
import type { Alias } from "../../src/domain/person.ts";
import type { Sighting } from "../../src/domain/sighting.ts";
import { storedCounts } from "../../src/storage/about.ts";
import { choose } from "../../src/storage/choose.ts";
import type { HistoryDatabase } from "../../src/storage/database.ts";
import { exportedPeople } from "../../src/storage/export.ts";
import { undoImport } from "../../src/storage/import-undo.ts";
import { mergePeople, takeApart } from "../../src/storage/merge-people.ts";
import { storedPersonDetails } from "../../src/storage/person-card.ts";
import { record, restore } from "../../src/storage/record.ts";
import { bring } from "./imports.ts";
import {
  contents,
  DAY,
  emptyHistory,
  idOf,
  messageFrom,
  NOW,
  shownTogether,
} from "./invented-history.ts";
import { countedIds, START } from "./sightings.ts";

const SLUG: Alias = "slug:ada-example";
const MEMBER: Alias = "member:ACoAda";

/** Ada, known twice: by slug with two messages and a note, by member id with a message and a visit. */
async function adaTwice(database: HistoryDatabase, ids = countedIds()): Promise<void> {
  const visit: Sighting = {
    what: "visit",
    person: { aliases: [MEMBER], name: "Ada E.", at: START + 3 * DAY },
  };
  await record(database, [messageFrom([SLUG], 1), messageFrom([SLUG], 2)], ids, NOW);
  await record(database, [messageFrom([MEMBER], 3, "Ada E."), visit], ids, NOW);
  const note = { value: "met in Lisbon", at: NOW };
  await choose(database, await idOf(database, SLUG), { note });
}

async function onlyMerge(database: HistoryDatabase, alias: Alias) {
  const id = await idOf(database, alias);
  const merges = (await storedPersonDetails(database, id))?.merges ?? [];
  expect(merges).toHaveLength(1);
  return { id, merge: merges[0]?.id ?? "" };
}

const days = (
  person: { readonly interactions: readonly { readonly from: number }[] } | undefined,
) => person?.interactions.map(({ from }) => (from - START) / DAY);

test("a merge is told with who the two were and why, and taken apart it gives everything back", async () => {
  const database = await emptyHistory();
  await adaTwice(database);
  const before = await contents(database);
  await record(database, [shownTogether([SLUG, MEMBER], 0)], countedIds(), NOW + 7);
  expect(await storedCounts(database)).toEqual({ people: 1, interactions: 3 });
  const details = await storedPersonDetails(database, await idOf(database, MEMBER));
  expect(details?.merges).toMatchObject([
    {
      at: NOW + 7,
      because: "page",
      one: { name: "Ada Example", aliases: [SLUG] },
      other: { name: "Ada E.", aliases: [MEMBER] },
    },
  ]);
  const { id, merge } = await onlyMerge(database, SLUG);
  const parts = await takeApart(database, id, merge);
  expect(parts).toEqual({ kept: id, apart: await idOf(database, MEMBER) });
  expect(await contents(database)).toEqual(before);
  expect(await storedCounts(database)).toEqual({ people: 2, interactions: 3 });
});

test("what was recorded since goes to the one by whose alias it was seen", async () => {
  const database = await emptyHistory();
  await adaTwice(database);
  await record(database, [shownTogether([SLUG, MEMBER])], countedIds(), NOW);
  const later: Alias = "number:7";
  await record(
    database,
    [
      messageFrom([MEMBER], 10),
      messageFrom([SLUG], 11),
      messageFrom([MEMBER, later], 12),
      messageFrom([later], 13),
      messageFrom([MEMBER, SLUG], 14),
    ],
    countedIds(),
    NOW,
  );
  const { id, merge } = await onlyMerge(database, SLUG);
  await takeApart(database, id, merge);
  const [byMember, bySlug] = await contents(database);
  expect(bySlug?.aliases).toEqual([SLUG]);
  expect(days(bySlug)).toEqual([1, 2, 11]);
  expect(byMember?.aliases).toEqual([MEMBER, later]);
  expect(days(byMember)).toEqual([3, 10, 12, 13, 14]);
});

test("choices made since stay with the one that keeps the id, but not being tracked counts for both", async () => {
  const database = await emptyHistory();
  await adaTwice(database);
  await record(database, [shownTogether([SLUG, MEMBER])], countedIds(), NOW);
  const { id, merge } = await onlyMerge(database, SLUG);
  await choose(database, id, {
    note: { value: "met in Porto", at: NOW + 1 },
    neverTrack: { value: true, at: NOW + 1 },
  });
  await takeApart(database, id, merge);
  const [byMember, bySlug] = await contents(database);
  expect(bySlug?.choices.note?.value).toBe("met in Porto");
  expect(bySlug?.choices.neverTrack?.value).toBe(true);
  expect(byMember?.choices).toEqual({ neverTrack: { value: true, at: NOW + 1 } });
});

test("the two stay apart when a page, an export or an archive shows them together again; the user's hand unites them", async () => {
  const database = await emptyHistory();
  const ids = countedIds();
  await adaTwice(database, ids);
  await record(database, [shownTogether([SLUG, MEMBER])], ids, NOW);
  const united = (await exportedPeople(database, undefined, 10)).people;
  const { id, merge } = await onlyMerge(database, SLUG);
  await takeApart(database, id, merge);
  const peopleNow = async () => (await storedCounts(database)).people;
  await record(database, [messageFrom([SLUG, MEMBER], 20)], ids, NOW);
  expect(await peopleNow()).toBe(2);
  await restore(database, united, ids, NOW);
  expect(await peopleNow()).toBe(2);
  await bring(database, { id: "one", sightings: [messageFrom([SLUG, MEMBER], 21)] }, ids, NOW);
  expect(await peopleNow()).toBe(2);
  expect((await contents(database)).map(({ aliases }) => aliases)).toEqual([[MEMBER], [SLUG]]);
  await mergePeople(database, await idOf(database, MEMBER), await idOf(database, SLUG), NOW);
  expect(await peopleNow()).toBe(1);
  await record(database, [messageFrom([SLUG, MEMBER], 22)], ids, NOW);
  expect(await peopleNow()).toBe(1);
});

test("an import that was undone while they were one is not brought back by taking them apart", async () => {
  const database = await emptyHistory();
  const ids = countedIds();
  await record(database, [messageFrom([MEMBER], 3)], ids, NOW);
  await bring(database, { id: "one", sightings: [messageFrom([SLUG], 5)] }, ids, NOW);
  await record(database, [messageFrom([SLUG], 6)], ids, NOW);
  await record(database, [shownTogether([SLUG, MEMBER])], ids, NOW);
  await undoImport(database, "one");
  const { id, merge } = await onlyMerge(database, SLUG);
  await takeApart(database, id, merge);
  const [byMember, bySlug] = await contents(database);
  expect(days(byMember)).toEqual([3]);
  expect(days(bySlug)).toEqual([6]);
});

const ALIASES: readonly Alias[] = [
  "slug:a",
  "slug:b",
  "slug:c",
  "member:A",
  "member:B",
  "number:1",
];

test("however many were merged and in whatever order they are taken apart, each has what was theirs", async () => {
  const pairs = fc.uniqueArray(
    fc.tuple(fc.nat(ALIASES.length - 1), fc.nat(ALIASES.length - 1)).filter(([a, b]) => a < b),
    { minLength: 1, maxLength: 5, selector: String },
  );
  await fc.assert(
    fc.asyncProperty(
      pairs,
      fc.array(fc.nat(ALIASES.length - 1), { maxLength: 6 }),
      fc.nat(),
      async (merging, since, lot) => {
        const database = await emptyHistory();
        const ids = countedIds();
        await record(
          database,
          ALIASES.map((alias, day) => messageFrom([alias], day, alias)),
          ids,
          NOW,
        );
        for (const [a, b] of merging)
          await record(
            database,
            [shownTogether([ALIASES[a] ?? "slug:a", ALIASES[b] ?? "slug:b"], 0)],
            ids,
            NOW,
          );
        const late = since.map((place, day) =>
          messageFrom([ALIASES[place] ?? "slug:a"], 100 + day),
        );
        await record(database, late, ids, NOW);
        for (;;) {
          const all = await Promise.all(
            (await database.getAllKeys("people")).map(async (id) => ({
              id,
              merges: (await storedPersonDetails(database, id))?.merges ?? [],
            })),
          );
          const left = all.flatMap(({ id, merges }) =>
            merges.map((merge) => ({ id, merge: merge.id })),
          );
          const next = left[lot % Math.max(1, left.length)];
          if (next === undefined) break;
          await takeApart(database, next.id, next.merge);
        }
        const people = await contents(database);
        expect(people.map(({ aliases }) => aliases)).toEqual(
          ALIASES.toSorted().map((one) => [one]),
        );
        for (const person of people) {
          const place = ALIASES.findIndex((alias) => person.aliases.includes(alias));
          const theirs = since.flatMap((one, day) => (one === place ? [100 + day] : []));
          expect(days(person)).toEqual([place, ...theirs]);
        }
        expect(await storedCounts(database)).toEqual({ people: 6, interactions: 6 + since.length });
      },
    ),
    { numRuns: 40 },
  );
});

test("once two are kept apart, any order and any batches of what shows either or both give the same", async () => {
  const seen = fc
    .tuple(
      fc.constantFrom<readonly Alias[]>([SLUG], [MEMBER], [SLUG, MEMBER], [MEMBER, SLUG]),
      fc.integer({ min: 10, max: 40 }),
    )
    .map(([aliases, day]) => messageFrom(aliases, day));
  const ordered = fc.array(seen, { minLength: 1, maxLength: 10 }).chain((sightings) =>
    fc.record({
      sightings: fc.constant(sightings),
      shuffled: fc.shuffledSubarray(sightings, { minLength: sightings.length }),
      size: fc.integer({ min: 1, max: 4 }),
    }),
  );
  const keptApart = async () => {
    const database = await emptyHistory();
    await adaTwice(database);
    await record(database, [shownTogether([SLUG, MEMBER])], countedIds(), NOW);
    const { id, merge } = await onlyMerge(database, SLUG);
    await takeApart(database, id, merge);
    return database;
  };
  await fc.assert(
    fc.asyncProperty(ordered, async ({ sightings, shuffled, size }) => {
      const together = await keptApart();
      await record(together, sightings, countedIds(), NOW);
      const inParts = await keptApart();
      for (let start = 0; start < shuffled.length; start += size)
        await record(inParts, shuffled.slice(start, start + size), countedIds(), NOW);
      expect(await contents(inParts)).toEqual(await contents(together));
      expect((await storedCounts(inParts)).people).toBe(2);
    }),
    { numRuns: 40 },
  );
});
