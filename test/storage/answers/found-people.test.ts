import fc from "fast-check";
import { expect, test } from "vitest";
import type { PeopleAsked } from "../../../src/domain/directory/directory.ts";
import { candidate, candidateCircumstances } from "../../../src/domain/suggestions/candidate.ts";
import { shownName } from "../../../src/domain/person/corrected.ts";
import { folded } from "../../../src/domain/names/names.ts";
import type { PersonRecord } from "../../../src/domain/directory/person-record.ts";
import { tie } from "../../../src/domain/tie/tie.ts";
import type { HistoryDatabase } from "../../../src/storage/database/database.ts";
import { foundPeople } from "../../../src/storage/answers/found-people.ts";
import { subjectOfHandle } from "../../../src/storage/view/find-person.ts";
import { peopleNamed } from "../../../src/storage/answers/people-named.ts";
import { DAY, NOW } from "../../domain/interactions/arbitrary-interactions.ts";
import { chats, connected, contact } from "../../domain/interactions/facts.ts";
import { aPerson, emptyView, handleOf, person, put, rebuild } from "../derived/invented-view.ts";
import { runs } from "../../effort.ts";

const EVERYBODY: PeopleAsked = {
  text: "",
  late: false,
  bands: [],
  twoWay: false,
  order: "name",
  start: 0,
  atMost: 100,
};

const namesFound = async (database: HistoryDatabase, asked: Partial<PeopleAsked>) =>
  (await foundPeople(database, { ...EVERYBODY, ...asked }, NOW)).rows.map(({ name }) => name);

const work = (company: string, title: string) => [{ company, title, at: NOW - DAY, until: NOW }];

async function fewPeople(): Promise<HistoryDatabase> {
  const database = await emptyView();
  await put(database, [
    person("slug:zoe", {
      name: "Zoë Dvořák",
      career: work("Tin Whistle GmbH", "Software Engineer"),
      choices: {
        tags: ["Été 2020", "choir"],
        notes: [
          { id: "1", text: "Plays the cello", at: NOW },
          { id: "2", text: "Sings, too", at: NOW },
        ],
      },
    }),
    person("slug:bo", { name: "Bo Sample", career: work("Tin Whistle", "Nurse") }),
    person("name:carl lukasz orsted", {
      name: "Carl Łukasz Ørsted",
      career: [{ headline: "Gardener at Green & Sons", at: NOW, until: NOW }],
    }),
  ]);
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
  expect(await byText("cello sings")).toEqual(["Zoë Dvořák"]);
  expect(await byText("cello nurse")).toEqual([]);
  expect(await byText("  ")).toHaveLength(3);
});

test("everything that is given has to hold: company by any spelling, field, tag, silence, both ways", async () => {
  const database = await fewPeople();
  await put(database, [
    person("slug:bo", {
      name: "Bo Sample",
      career: work("Tin Whistle", "Nurse"),
      interactions: [contact(400)],
    }),
  ]);
  const both = ["Bo Sample", "Zoë Dvořák"];
  expect(await namesFound(database, { company: "TIN WHISTLE" })).toEqual(both);
  expect(await namesFound(database, { company: "Tin Whistle", field: "engineering" })).toEqual([
    "Zoë Dvořák",
  ]);
  expect(await namesFound(database, { tag: "CHOIR" })).toEqual(["Zoë Dvořák"]);
  expect(await namesFound(database, { tag: "choi" })).toEqual([]);
  expect(await namesFound(database, { text: "bo", silentDays: 399 })).toEqual(["Bo Sample"]);
  expect(await namesFound(database, { text: "bo", silentDays: 401 })).toEqual([]);
  expect(await namesFound(database, { twoWay: true })).toEqual([]);
});

test("the connected filter holds for everybody who may have become connected in it", async () => {
  const database = await emptyView();
  const day = { ...connected(100), to: NOW - 99 * DAY - 1 };
  await put(database, [person("slug:bo", { name: "Bo Sample", interactions: [day] })]);
  const from = NOW - 100 * DAY;
  expect(await namesFound(database, { connectedFrom: from + 1, connectedTo: NOW })).toEqual([
    "Bo Sample",
  ]);
  expect(await namesFound(database, { connectedFrom: from + DAY })).toEqual([]);
  // Before a day means: not on it.
  expect(await namesFound(database, { connectedTo: from })).toEqual([]);
  expect(await namesFound(database, { connectedTo: from + 1 })).toEqual(["Bo Sample"]);
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

test("a row of a person without an address has no link, and is in the list", async () => {
  const { rows } = await foundPeople(await fewPeople(), { ...EVERYBODY, text: "carl" }, NOW);
  expect(rows).toHaveLength(1);
  expect(rows[0]).not.toHaveProperty("alias");
  expect(rows[0]?.headline).toBe("Gardener at Green & Sons");
});

/** The plain search: every record, read one after the other. */
function expectedPeople(people: readonly PersonRecord[], asked: PeopleAsked): readonly string[] {
  const parts = folded(asked.text).split(" ");
  return people
    .filter((one) => {
      const { choices, career, name, summary } = one;
      const said = [
        shownName(one),
        name.value,
        ...career.flatMap(({ company, title, headline }) => [company, title, headline]),
        choices.company?.value,
        choices.title?.value,
        ...(choices.tags ?? []),
        ...(choices.notes ?? []).map(({ text }) => text),
      ].map((text) => folded(text ?? ""));
      const known = candidate(one, summary);
      const state = tie(summary, candidateCircumstances(known, { archives: [] }), NOW);
      return (
        parts.every((part) => said.some((text) => text.includes(part))) &&
        (!asked.twoWay || state.twoWay) &&
        (asked.silentDays === undefined || (state.silentDays ?? Infinity) >= asked.silentDays) &&
        (asked.choice === undefined ||
          choices[asked.choice === "muted" ? "muted" : "neverTrack"]?.value === true) &&
        (asked.field === undefined || known.field === asked.field)
      );
    })
    .map(({ id }) => id)
    .sort();
}

test("the directory finds the same people as looking through every record", async () => {
  const asked = fc
    .record(
      {
        text: fc.constantFrom("", "ada", "zoe dvo", "whistle", "cello", "ETE", "nurse b", "ł"),
        twoWay: fc.boolean(),
        silentDays: fc.constantFrom(1, 30, 700),
        choice: fc.constantFrom("muted" as const, "untracked" as const),
        field: fc.constantFrom("healthcare" as const, "engineering" as const),
      },
      { requiredKeys: ["text", "twoWay"] },
    )
    .map((some): PeopleAsked => ({ ...EVERYBODY, ...some }));
  const all = fc.uniqueArray(aPerson, { selector: ({ id }) => id, maxLength: 13 });
  await fc.assert(
    fc.asyncProperty(all, fc.array(asked, { minLength: 1, maxLength: 5 }), async (people, some) => {
      const database = await emptyView();
      // The interactions of these people begin at whole days before now, and now is the beginning of a day.
      await rebuild(database, people);
      for (const one of some) {
        const { rows, count } = await foundPeople(database, one, NOW);
        expect(rows.map(({ id }) => id).sort()).toStrictEqual(expectedPeople(people, one));
        expect(count).toBe(rows.length);
      }
    }),
    { numRuns: runs(100) },
  );
});

test("a corrected name and work are what is listed and found, and the name as seen is found as well", async () => {
  const database = await fewPeople();
  const at = NOW;
  await put(database, [
    person("slug:bo", {
      name: "Bo Sample",
      career: work("Tin Whistle", "Nurse"),
      choices: { name: { value: "Aaron Sample", at }, title: { value: "Gardener", at } },
    }),
  ]);
  expect(await namesFound(database, {})).toEqual([
    "Aaron Sample",
    "Carl Łukasz Ørsted",
    "Zoë Dvořák",
  ]);
  expect(await namesFound(database, { text: "bo sample" })).toEqual(["Aaron Sample"]);
  const { rows } = await foundPeople(database, { ...EVERYBODY, text: "aaron" }, NOW);
  expect(rows.map(({ headline }) => headline)).toEqual(["Gardener · Tin Whistle"]);
  // The site goes on writing the old name, and that is what it is recognised by there.
  expect(await peopleNamed(database, ["Bo Sample", "Aaron Sample"], NOW)).toEqual([
    { name: "Bo Sample", alias: "slug:bo" },
  ]);
});

test("a name of two people, of nobody, or of somebody without an address leads to nobody", async () => {
  const database = await fewPeople();
  await put(database, [person("slug:zoe-2", { name: "ZOE DVORAK" })]);
  const names = ["Zoë Dvořák", "Nobody At All", "Carl Łukasz Ørsted", "bo  sample"];
  expect(await peopleNamed(database, names, NOW)).toEqual([
    { name: "bo  sample", alias: "slug:bo" },
  ]);
});

test("people are found by what the user chose for them alone", async () => {
  const database = await fewPeople();
  const chosen = { value: true, at: NOW };
  await put(database, [
    person("slug:bo", { name: "Bo Sample", choices: { neverTrack: chosen } }),
    person("slug:zoe", { name: "Zoë Dvořák", choices: { muted: chosen } }),
  ]);
  expect(await namesFound(database, { choice: "untracked" })).toEqual(["Bo Sample"]);
  expect(await namesFound(database, { choice: "muted" })).toEqual(["Zoë Dvořák"]);
});

test("who is snoozed, never suggested, not recorded or passed away is not overdue, and all are found", async () => {
  const database = await emptyView();
  const interactions = chats(10, 30, 200);
  const chosen = { value: true, at: NOW };
  await put(database, [
    person("slug:a", { name: "Late", interactions }),
    person("slug:b", { name: "Muted", interactions, choices: { muted: chosen } }),
    person("slug:c", { name: "Untracked", interactions, choices: { neverTrack: chosen } }),
    person("slug:d", { name: "Deceased", interactions, choices: { deceased: chosen } }),
    person("slug:e", {
      name: "Snoozed",
      interactions,
      choices: { snoozedUntil: { value: NOW + 7 * DAY, at: NOW } },
    }),
  ]);
  expect(await namesFound(database, { late: true })).toEqual(["Late"]);
  expect(await namesFound(database, {})).toHaveLength(5);
  const later = await foundPeople(database, { ...EVERYBODY, late: true }, NOW + 8 * DAY);
  expect(later.rows.map(({ name }) => name)).toEqual(["Late", "Snoozed"]);
});

test("every handle of a person leads to the subject, also that of a further alias", async () => {
  const database = await emptyView();
  const aliases = ["member:ACoA", "slug:ada"] as const;
  await put(database, [person("slug:ada", { aliases })]);
  expect(await subjectOfHandle(database, handleOf("slug:ada"))).toBe("slug:ada");
  expect(await subjectOfHandle(database, handleOf("member:ACoA"))).toBe("slug:ada");
  expect(await subjectOfHandle(database, handleOf("slug:bo"))).toBeUndefined();
  expect(await subjectOfHandle(database, "")).toBeUndefined();
});

test("the parts of a list are of one list, and of another one after a change", async () => {
  const database = await fewPeople();
  const namesFrom = (start: number, text: string) =>
    namesFound(database, { text, order: "name", start, atMost: 1 });
  expect(await namesFrom(0, "a")).toEqual(["Bo Sample"]);
  expect(await namesFrom(1, "a")).toEqual(["Carl Łukasz Ørsted"]);
  // Other words, and then the words from before.
  expect(await namesFrom(0, "zoe")).toEqual(["Zoë Dvořák"]);
  expect(await namesFrom(0, "a")).toEqual(["Bo Sample"]);
  await put(database, [person("slug:anna", { name: "Anna Ahlgren" })]);
  expect(await namesFrom(0, "a")).toEqual(["Anna Ahlgren"]);
  expect(await namesFrom(1, "a")).toEqual(["Bo Sample"]);
});
