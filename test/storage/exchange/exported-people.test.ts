/** People for files of other programs: out of the view, out of all records, and by their handles. */
import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import type { ExportedPerson } from "../../../src/domain/directory/exported-person.ts";
import type { HistoryDatabase } from "../../../src/storage/database/database.ts";
import { chosenPeople, exportedPeople } from "../../../src/storage/exchange/exported-people.ts";
import { peopleTable, tableIds } from "../../../src/storage/answers/people-table.ts";
import { live } from "../lived-history.ts";
import { histories, on } from "../seen.ts";
import { storedView } from "../stored-history.ts";

const { empty, close } = histories();
afterEach(close);

const NOW = on(20);
const EVERYBODY = { text: "", conditions: [], by: "name", descending: false } as const;

async function read(
  database: HistoryDatabase,
  interactions: boolean,
  atMost: number,
): Promise<readonly ExportedPerson[]> {
  const people: ExportedPerson[] = [];
  let after: string | undefined;
  do {
    const part = await exportedPeople(database, { after, atMost, interactions }, NOW);
    expect(part.people.length).toBeLessThanOrEqual(atMost);
    people.push(...part.people);
    after = part.next;
  } while (after !== undefined);
  return people;
}

test.each([1, 2, 100])("in parts of %d everybody is read once, both ways alike", async (atMost) => {
  const database = await empty();
  await live(database);
  const view = await storedView(database);
  const whole = await read(database, true, atMost);
  const light = await read(database, false, atMost);
  const ids = view.map(({ id }) => id).sort();
  expect(whole.map(({ id }) => id).sort()).toEqual(ids);
  expect(light.map(({ id }) => id).sort()).toEqual(ids);
  const known = new Map(whole.map((one) => [one.id, one]));
  for (const one of light)
    expect({ ...known.get(one.id), interactions: [], mutualNamed: [] }).toEqual(one);
  expect(whole.reduce((sum, { interactions }) => sum + interactions.length, 0)).toBe(
    view.reduce((sum, { summary }) => sum + summary.interactions, 0),
  );
});

test("chosen people come in the order they are asked for, the same as among everybody", async () => {
  const database = await empty();
  await live(database);
  const whole = await read(database, true, 100);
  const ids = (await tableIds(database, EVERYBODY, NOW)).toReversed();
  const gone = "0".repeat(22) as (typeof ids)[number];
  for (const interactions of [true, false]) {
    const people = await chosenPeople(database, { ids: [gone, ...ids], interactions }, NOW);
    expect(people.map(({ id }) => id)).toEqual(ids);
    for (const one of people)
      expect(one).toEqual({
        ...whole.find(({ id }) => id === one.id),
        ...(!interactions && { interactions: [], mutualNamed: [] }),
      });
  }
});

test("band and lateness are those of the table of people", async () => {
  const database = await empty();
  await live(database);
  const { rows } = await peopleTable(database, { ...EVERYBODY, start: 0, atMost: 100 }, NOW);
  const people = await read(database, false, 100);
  const shown = new Map(
    rows.map(({ id, seen, isOverdue }) => [id, { band: seen.band, isOverdue }]),
  );
  expect(
    new Map(people.map(({ id, tie, isOverdue }) => [id, { band: tie.band, isOverdue }])),
  ).toEqual(shown);
});
