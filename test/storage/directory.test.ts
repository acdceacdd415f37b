import fc from "fast-check";
import { expect, test } from "vitest";
import type { ArchiveSpan } from "../../src/domain/coverage.ts";
import type { PeopleAsked } from "../../src/domain/directory.ts";
import type { Sighting } from "../../src/domain/sighting.ts";
import { choose } from "../../src/storage/choose.ts";
import { type HistoryDatabase, openHistory } from "../../src/storage/database.ts";
import { foundPeople } from "../../src/storage/directory.ts";
import { erase } from "../../src/storage/erase.ts";
import { mergePeople } from "../../src/storage/merge-people.ts";
import { onlyPeopleNamed } from "../../src/storage/only-people-named.ts";
import { record } from "../../src/storage/record.ts";
import { bring } from "./imports.ts";
import { DAY, emptyHistory, idOf, messageFrom, NOW } from "./invented-history.ts";
import { anySighting, countedIds, START } from "./sightings.ts";

const EVERYBODY: PeopleAsked = {
  text: "",
  late: false,
  bands: [],
  twoWay: false,
  order: "name",
  start: 0,
  atMost: 100,
};

/** What an archive of the first 300 days tells about. */
const TOLD: ArchiveSpan = { from: START, to: START + 300 * DAY, kinds: ["message"] };

const seen = (
  slug: string,
  name: string,
  work: { readonly company?: string; readonly title?: string; readonly headline?: string },
): Sighting => ({
  what: "person",
  person: { aliases: [`slug:${slug}`], name, ...work, at: START },
});

const namesFound = async (database: HistoryDatabase, asked: Partial<PeopleAsked>) =>
  (await foundPeople(database, { ...EVERYBODY, ...asked }, NOW)).rows.map(({ name }) => name);

async function fewPeople(): Promise<HistoryDatabase> {
  const database = await emptyHistory();
  await record(
    database,
    [
      seen("zoe", "Zoë Dvořák", { company: "Tin Whistle GmbH", title: "Software Engineer" }),
      seen("bo", "Bo Sample", { company: "Tin Whistle", title: "Nurse" }),
      seen("carl", "Carl Łukasz Ørsted", { headline: "Gardener at Green & Sons" }),
    ],
    countedIds(),
    NOW,
  );
  const zoe = await idOf(database, "slug:zoe");
  await choose(database, zoe, {
    tags: { value: ["Été 2020", "choir"], at: NOW },
    note: { value: "Plays the cello", at: NOW },
  });
  return database;
}

test("people are found by any part of name, company, title, tag and note, whatever the accents and the case", async () => {
  const database = await fewPeople();
  const byText = (text: string) => namesFound(database, { text });
  expect(await byText("dvorak")).toEqual(["Zoë Dvořák"]);
  expect(await byText("VOŘÁ zoe")).toEqual(["Zoë Dvořák"]);
  expect(await byText("lukasz ors")).toEqual(["Carl Łukasz Ørsted"]);
  expect(await byText("whistle")).toEqual(["Bo Sample", "Zoë Dvořák"]);
  expect(await byText("gardener green")).toEqual(["Carl Łukasz Ørsted"]);
  expect(await byText("ete")).toEqual(["Zoë Dvořák"]);
  expect(await byText("cello")).toEqual(["Zoë Dvořák"]);
  expect(await byText("cello nurse")).toEqual([]);
  expect(await byText("  ")).toHaveLength(3);
});

test("everything that is given has to hold: company by any spelling, field, tag, silence, band", async () => {
  const database = await fewPeople();
  await record(database, [messageFrom(["slug:bo"], 100, "Bo Sample")], countedIds(), NOW);
  expect(await namesFound(database, { company: "TIN WHISTLE" })).toEqual([
    "Bo Sample",
    "Zoë Dvořák",
  ]);
  expect(await namesFound(database, { company: "Tin Whistle", field: "engineering" })).toEqual([
    "Zoë Dvořák",
  ]);
  expect(await namesFound(database, { tag: "CHOIR" })).toEqual(["Zoë Dvořák"]);
  expect(await namesFound(database, { tag: "choi" })).toEqual([]);
  expect(await namesFound(database, { bands: ["unknown"] })).toEqual([
    "Carl Łukasz Ørsted",
    "Zoë Dvořák",
  ]);
  expect(await namesFound(database, { bands: ["acquaintance"], silentDays: 399 })).toEqual([
    "Bo Sample",
  ]);
  expect(await namesFound(database, { bands: ["acquaintance"], silentDays: 401 })).toEqual([]);
  expect(await namesFound(database, { twoWay: true })).toEqual([]);
});

test("the connected filter holds for whoever may have become connected in it", async () => {
  const database = await fewPeople();
  const connected: Sighting = {
    what: "interaction",
    person: { aliases: ["slug:bo"], at: START },
    interaction: {
      kind: "connected",
      direction: "both",
      from: START,
      to: START + DAY - 1,
      sources: ["page"],
    },
  };
  await record(database, [connected], countedIds(), NOW);
  expect(await namesFound(database, { connectedFrom: START + 1, connectedTo: NOW })).toEqual([
    "Bo Sample",
  ]);
  expect(await namesFound(database, { connectedFrom: START + DAY })).toEqual([]);
  expect(await namesFound(database, { connectedTo: START - 1 })).toEqual([]);
});

test("parts of the list make the whole list, and the count is of all", async () => {
  const database = await fewPeople();
  const part = (start: number) => foundPeople(database, { ...EVERYBODY, start, atMost: 2 }, NOW);
  const [one, two] = [await part(0), await part(2)];
  expect([...one.rows, ...two.rows].map(({ name }) => name)).toEqual(
    await namesFound(database, {}),
  );
  expect([one.count, two.count]).toEqual([3, 3]);
});

test("the directory in memory is the one that would be made anew, whatever happened since", async () => {
  const act = fc.oneof(
    fc.record({
      act: fc.constant("record" as const),
      sightings: fc.array(anySighting, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      act: fc.constant("import" as const),
      sightings: fc.array(anySighting, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      act: fc.constantFrom("merge" as const, "erase" as const, "note" as const),
      lot: fc.nat(1000),
    }),
  );
  let imports = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), async (acts) => {
      const database = await emptyHistory();
      const ids = countedIds();
      for (const [place, one] of acts.entries()) {
        await foundPeople(database, EVERYBODY, NOW);
        const people = await database.getAllKeys("people");
        if (one.act === "record") await record(database, one.sightings, ids, NOW);
        else if (one.act === "import")
          await bring(
            database,
            { id: `import-${++imports}`, sightings: one.sightings, coverage: [TOLD] },
            ids,
            NOW,
          );
        else {
          const [id, other] = [
            people[one.lot % people.length],
            people[(one.lot + 1) % people.length],
          ];
          if (id === undefined || other === undefined) continue;
          if (one.act === "merge") await mergePeople(database, id, other, NOW);
          if (one.act === "erase") await erase(database, id);
          if (one.act === "note")
            await choose(database, id, { note: { value: `note ${place}`, at: NOW + place } });
        }
      }
      const anew = await openHistory(database.name);
      for (const order of ["name", "silence", "strength", "worth", "overdue"] as const)
        for (const text of ["", "ada", "note", "tin whistle"]) {
          const asked = { ...EVERYBODY, order, text };
          expect(await foundPeople(database, asked, NOW)).toEqual(
            await foundPeople(anew, asked, NOW),
          );
        }
      anew.close();
    }),
    { numRuns: 40 },
  );
});

test("somebody whose name and work were put right is found and listed by these, and still found as seen", async () => {
  const database = await fewPeople();
  const at = NOW;
  await choose(database, await idOf(database, "slug:bo"), {
    name: { value: "Aaron Sample", at },
    title: { value: "Gardener", at },
  });
  expect(await namesFound(database, {})).toEqual([
    "Aaron Sample",
    "Carl Łukasz Ørsted",
    "Zoë Dvořák",
  ]);
  expect(await namesFound(database, { text: "bo sample" })).toEqual(["Aaron Sample"]);
  const { rows } = await foundPeople(database, { ...EVERYBODY, text: "aaron" }, NOW);
  expect(rows.map(({ headline }) => headline)).toEqual(["Gardener · Tin Whistle"]);
  // The site goes on writing the old name, and that is what it is recognised by there.
  expect(await onlyPeopleNamed(database, ["Bo Sample", "Aaron Sample"], NOW)).toEqual([
    { name: "Bo Sample", alias: "slug:bo" },
  ]);
});

test("whom the user keeps away is found by that wish alone", async () => {
  const database = await fewPeople();
  await choose(database, await idOf(database, "slug:bo"), { neverTrack: { value: true, at: NOW } });
  await choose(database, await idOf(database, "slug:zoe"), { muted: { value: true, at: NOW } });
  expect(await namesFound(database, { wish: "untracked" })).toEqual(["Bo Sample"]);
  expect(await namesFound(database, { wish: "muted" })).toEqual(["Zoë Dvořák"]);
  await choose(database, await idOf(database, "slug:bo"), {
    neverTrack: { value: false, at: NOW + 1 },
  });
  expect(await namesFound(database, { wish: "untracked" })).toEqual([]);
});
