import { expect, test } from "vitest";
import type { TableView } from "../../../src/domain/directory/people-table.ts";
import {
  peopleTable,
  tableChoices,
  tableIds,
  tableRows,
} from "../../../src/storage/answers/people-table.ts";
import { DAY, NOW } from "../../domain/interactions/arbitrary-interactions.ts";
import { chats, contact } from "../../domain/interactions/facts.ts";
import { emptyView, handleOf, person, put } from "../derived/invented-view.ts";

const BY_NAME: TableView = { text: "", conditions: [], by: "name", descending: false };

async function three() {
  const database = await emptyView();
  await put(database, [
    person("slug:zoe", {
      name: "Zoë Dvořák",
      career: [
        { company: "Tin Whistle GmbH", title: "Software Engineer", at: NOW - DAY, until: NOW },
      ],
      interactions: chats(10, 30, 200),
      choices: {
        tags: ["Été 2020", "choir"],
        notes: [{ id: "1", text: `Plays the cello\n${"long ".repeat(40)}`, at: NOW }],
        cadenceDays: { value: 14, at: NOW },
      },
    }),
    person("slug:bo", {
      name: "Bo Sample",
      career: [{ company: "Tin Whistle", title: "Nurse", at: NOW - DAY, until: NOW }],
      interactions: [contact(400)],
    }),
    person("name:carl orsted", { name: "Carl Ørsted" }),
  ]);
  return database;
}

test("parts of the table make the whole table, in its order, and the count is of all", async () => {
  const database = await three();
  const part = async (start: number) => {
    const { rows, count } = await peopleTable(database, { ...BY_NAME, start, atMost: 2 }, NOW);
    return { names: rows.map(({ name }) => name), count };
  };
  expect(await part(0)).toEqual({ names: ["Bo Sample", "Carl Ørsted"], count: 3 });
  expect(await part(2)).toEqual({ names: ["Zoë Dvořák"], count: 3 });
  expect(await tableIds(database, BY_NAME, NOW)).toEqual(
    (await peopleTable(database, { ...BY_NAME, start: 0, atMost: 9 }, NOW)).rows.map(
      ({ id }) => id,
    ),
  );
});

test("a row holds what its columns show: tags as written, the first line of the note, the rhythm that the user chose", async () => {
  const database = await three();
  const [row] = await tableRows(database, [handleOf("slug:zoe")], NOW);
  expect(row).toMatchObject({
    name: "Zoë Dvořák",
    company: "Tin Whistle GmbH",
    title: "Software Engineer",
    field: "engineering",
    tags: ["Été 2020", "choir"],
    note: "Plays the cello",
    rhythmDays: 14,
    isOverdue: true,
    alias: "slug:zoe",
  });
  const [carl] = await tableRows(database, [handleOf("name:carl orsted")], NOW);
  expect(Object.keys(carl ?? {}).sort()).toEqual(["field", "id", "isOverdue", "name", "seen"]);
});

test("rows come in the order asked for, and who is gone is left out", async () => {
  const database = await three();
  const asked = [handleOf("slug:zoe"), handleOf("slug:nobody"), handleOf("slug:bo")];
  expect((await tableRows(database, asked, NOW)).map(({ name }) => name)).toEqual([
    "Zoë Dvořák",
    "Bo Sample",
  ]);
});

test("conditions are offered as people are written: each company once, each tag with its accents", async () => {
  const database = await three();
  expect(await tableChoices(database, NOW)).toEqual({
    companies: ["Tin Whistle"],
    tags: ["choir", "Été 2020"],
  });
});
