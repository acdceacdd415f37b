import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import type { ArchiveSpan } from "../../src/domain/coverage.ts";
import type { Sighting } from "../../src/domain/sighting.ts";
import { addCoverage, storedCounts, storedCoverage } from "../../src/storage/about.ts";
import { choose } from "../../src/storage/choose.ts";
import { type HistoryDatabase, openHistory } from "../../src/storage/database.ts";
import { erase } from "../../src/storage/erase.ts";
import { exportedPeople } from "../../src/storage/export.ts";
import { commitImport, ImportIncomplete } from "../../src/storage/import-commit.ts";
import { importLog } from "../../src/storage/import-log.ts";
import { beginImport, dropImport } from "../../src/storage/import-staging.ts";
import { undoImport } from "../../src/storage/import-undo.ts";
import { peopleByAliases } from "../../src/storage/people.ts";
import { record } from "../../src/storage/record.ts";
import { bring, headOf, stage } from "./imports.ts";
import { anySighting, countedIds, messageFromAda, START } from "./sightings.ts";

const opened: HistoryDatabase[] = [];
let count = 0;

async function emptyHistory(): Promise<HistoryDatabase> {
  const database = await openHistory(`imports-${++count}`);
  opened.push(database);
  return database;
}

afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});

const NOW = START + 500 * 86_400_000;
const A = "aaaaaaaa-0000-4000-8000-000000000000";
const B = "bbbbbbbb-0000-4000-8000-000000000000";

async function contents(database: HistoryDatabase) {
  const { people } = await exportedPeople(database, undefined, 1000);
  const sorted = people.toSorted((a, b) =>
    JSON.stringify(a.aliases) < JSON.stringify(b.aliases) ? -1 : 1,
  );
  return { people: sorted, counts: await storedCounts(database) };
}

const summaries = async (database: HistoryDatabase) =>
  (await database.getAll("people"))
    .map(({ aliases, summary }) => ({ aliases, summary }))
    .sort((a, b) => (String(a.aliases) < String(b.aliases) ? -1 : 1));

/** Archives name everybody by one address. */
const oneAlias = anySighting.map((sighting) => ({
  ...sighting,
  person: { ...sighting.person, aliases: sighting.person.aliases.slice(0, 1) },
}));
const archive = fc.array(oneAlias, { minLength: 1, maxLength: 10 });

/** What pages show carries the moment it was seen, and that is after every archive was made. */
const page = fc.array(anySighting, { maxLength: 8 }).map((sightings) =>
  sightings.map((sighting): Sighting => {
    const person = { ...sighting.person, at: sighting.person.at + 401 * 86_400_000 };
    return sighting.what === "interaction"
      ? { ...sighting, person, interaction: { ...sighting.interaction, sources: ["page"] } }
      : { ...sighting, person };
  }),
);

const holds = async (property: fc.IAsyncProperty<unknown>) => fc.assert(property, { numRuns: 60 });

test("an import is found by every alias, with summary, counts, coverage and an entry in the log", async () => {
  const database = await emptyHistory();
  const coverage: readonly ArchiveSpan[] = [{ from: START, to: NOW, kinds: ["message"] }];
  const sightings = [messageFromAda(1), messageFromAda(2)];
  const outcome = await bring(database, { id: A, sightings, coverage }, countedIds(), NOW);
  expect(outcome).toMatchObject({
    peopleNew: 1,
    peopleKnown: 0,
    interactionsNew: 2,
    interactionsKnown: 0,
  });
  const [ada] = await peopleByAliases(database, [["slug:ada-example"]]);
  expect(ada?.summary.interactions).toBe(2);
  expect(await storedCounts(database)).toEqual({ people: 1, interactions: 2 });
  expect((await storedCoverage(database)).archives).toEqual(coverage);
  expect(await importLog(database)).toMatchObject([{ id: A, doneAt: NOW, outcome }]);
  expect(await database.count("staged")).toBe(0);
});

test("what is staged is seen nowhere, and dropping it leaves nothing", async () => {
  const database = await emptyHistory();
  await record(database, [messageFromAda(9)], countedIds(), NOW);
  const before = await contents(database);
  await stage(database, { id: A, sightings: [messageFromAda(1)] });
  expect(await contents(database)).toEqual(before);
  expect(await dropImport(database, A)).toBe(true);
  expect([await database.count("staged"), await database.count("imports")]).toEqual([0, 0]);
});

test("an import that lacks a part is refused and changes nothing", async () => {
  const database = await emptyHistory();
  const parts = await stage(database, { id: A, sightings: [messageFromAda(1)] });
  const options = { parts: parts + 1, newId: countedIds(), now: NOW };
  await expect(commitImport(database, A, options)).rejects.toThrow(ImportIncomplete);
  expect((await contents(database)).people).toEqual([]);
});

test("a commit that is cancelled on the way leaves the history as it was, and can be made again", async () => {
  const database = await emptyHistory();
  await record(database, [messageFromAda(9)], countedIds(), NOW);
  const before = await contents(database);
  const others = [1, 2, 3, 4, 5].map((day): Sighting => {
    const { person, ...rest } = messageFromAda(day);
    return { ...rest, person: { ...person, aliases: [`slug:other-${day}`] } } as Sighting;
  });
  const parts = await stage(database, { id: A, sightings: [messageFromAda(1), ...others] });
  const cancelling = new AbortController();
  const options = { parts, newId: countedIds(), now: NOW };
  const progress = (people: number): void => {
    if (people >= 4) cancelling.abort();
  };
  const cancelled = commitImport(database, A, { ...options, signal: cancelling.signal, progress });
  await expect(cancelled).rejects.toThrow(/abort/i);
  expect(await contents(database)).toEqual(before);
  const outcome = await commitImport(database, A, options);
  expect(outcome).toMatchObject({ peopleNew: 5, peopleKnown: 1 });
});

test("committing again what is committed answers the same and writes nothing", async () => {
  const database = await emptyHistory();
  const ids = countedIds();
  const parts = await stage(database, { id: A, sightings: [messageFromAda(1)] });
  const first = await commitImport(database, A, { parts, newId: ids, now: NOW });
  const before = await contents(database);
  expect(await commitImport(database, A, { parts, newId: ids, now: NOW + 1 })).toEqual(first);
  expect(await contents(database)).toEqual(before);
  expect(await dropImport(database, A)).toBe(false);
});

test("a new import drops what another left behind, and nothing that is done", async () => {
  const database = await emptyHistory();
  await bring(database, { id: A, sightings: [messageFromAda(1)] }, countedIds(), NOW);
  await stage(database, { id: B, sightings: [messageFromAda(2)] });
  await beginImport(database, headOf({ id: "cccccccc", sightings: [] }));
  expect(await database.count("staged")).toBe(0);
  expect((await database.getAllKeys("imports")).sort()).toEqual([A, "cccccccc"]);
});

test("whoever was erased is not brought back by an import", async () => {
  const database = await emptyHistory();
  await record(database, [messageFromAda(9)], countedIds(), NOW);
  const [ada] = await peopleByAliases(database, [["slug:ada-example"]]);
  if (ada === undefined) throw new Error("nobody to erase");
  await erase(database, ada.id);
  const outcome = await bring(
    database,
    { id: A, sightings: [messageFromAda(1)] },
    countedIds(),
    NOW,
  );
  expect(outcome).toMatchObject({ peopleNew: 0, interactionsNew: 0, erased: 1 });
  expect((await contents(database)).people).toEqual([]);
});

test("importing the same archive twice is importing it once", async () => {
  await holds(
    fc.asyncProperty(archive, async (sightings) => {
      const [once, twice] = [await emptyHistory(), await emptyHistory()];
      await bring(once, { id: A, sightings }, countedIds(), NOW);
      const ids = countedIds();
      await bring(twice, { id: A, sightings }, ids, NOW);
      const outcome = await bring(twice, { id: B, sightings }, ids, NOW);
      expect([outcome.peopleNew, outcome.interactionsNew]).toEqual([0, 0]);
      expect(await summaries(twice)).toEqual(await summaries(once));
      expect(await storedCounts(twice)).toEqual(await storedCounts(once));
      await undoImport(twice, B);
      expect(await contents(twice)).toEqual(await contents(once));
    }),
  );
});

test("an archive in parts of any size and order is the whole archive", async () => {
  await holds(
    fc.asyncProperty(
      archive,
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.integer(), { maxLength: 10 }),
      async (sightings, size, order) => {
        const [whole, split] = [await emptyHistory(), await emptyHistory()];
        await bring(whole, { id: A, sightings, size: 100 }, countedIds(), NOW);
        await bring(split, { id: A, sightings, size, order }, countedIds(), NOW);
        expect(await contents(split)).toEqual(await contents(whole));
        expect(await summaries(split)).toEqual(await summaries(whole));
      },
    ),
  );
});

test("archive then browsing is browsing then archive", async () => {
  await holds(
    fc.asyncProperty(archive, page, async (sightings, seen) => {
      const [one, other] = [await emptyHistory(), await emptyHistory()];
      const [ids, otherIds] = [countedIds(), countedIds()];
      await bring(one, { id: A, sightings }, ids, NOW);
      await record(one, seen, ids, NOW);
      await record(other, seen, otherIds, NOW);
      await bring(other, { id: A, sightings }, otherIds, NOW);
      expect(await contents(other)).toEqual(await contents(one));
      expect(await summaries(other)).toEqual(await summaries(one));
    }),
  );
});

test("an import that was undone was never imported, whatever was seen before and after and in other archives", async () => {
  await holds(
    fc.asyncProperty(page, archive, archive, page, async (before, mine, theirs, after) => {
      const [undone, never] = [await emptyHistory(), await emptyHistory()];
      const [ids, otherIds] = [countedIds(), countedIds()];
      const coverage: readonly ArchiveSpan[] = [{ from: START, to: NOW, kinds: ["message"] }];
      const other: readonly ArchiveSpan[] = [{ from: START, to: NOW, kinds: ["invitation"] }];
      const restored = (known: { readonly archives: readonly ArchiveSpan[] }) => ({
        ...known,
        archives: [{ from: 0, to: START, kinds: ["connected"] as const }],
      });
      for (const [database, newId] of [
        [undone, ids],
        [never, otherIds],
      ] as const) {
        await addCoverage(database, restored);
        await record(database, before, newId, NOW);
        if (database === undone)
          await bring(database, { id: A, sightings: mine, coverage }, newId, NOW);
        await bring(database, { id: B, sightings: theirs, coverage: other }, newId, NOW);
        await record(database, after, newId, NOW);
      }
      await undoImport(undone, A);
      expect(await contents(undone)).toEqual(await contents(never));
      expect(await summaries(undone)).toEqual(await summaries(never));
      expect(await storedCoverage(undone)).toEqual(await storedCoverage(never));
    }),
  );
});

test("undoing leaves what the user wrote, with somebody to stand beside, and forgets the others", async () => {
  const database = await emptyHistory();
  const bo: Sighting = {
    what: "person",
    person: { aliases: ["slug:bo"], name: "Bo", company: "Tin Whistle", at: START },
  };
  await bring(database, { id: A, sightings: [messageFromAda(1), bo] }, countedIds(), NOW);
  const [noted] = await peopleByAliases(database, [["slug:bo"]]);
  if (noted === undefined) throw new Error("nobody to write about");
  await choose(database, noted.id, { note: { value: "met at the fair", at: NOW } });
  await undoImport(database, A);
  const { people, counts } = await contents(database);
  expect(people).toHaveLength(1);
  expect(people[0]).toMatchObject({
    aliases: ["slug:bo"],
    name: { value: "Bo" },
    career: [],
    interactions: [],
  });
  expect(people[0]?.choices.note?.value).toBe("met at the fair");
  expect(counts).toEqual({ people: 1, interactions: 0 });
  expect(await importLog(database)).toEqual([]);
});
