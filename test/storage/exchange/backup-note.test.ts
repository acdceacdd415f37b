import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import {
  noteBackup,
  noteWritten,
  peopleSinceBackup,
  sinceBackup,
} from "../../../src/storage/exchange/backup-note.ts";
import { choose } from "../../../src/storage/records/by-hand.ts";
import { record } from "../../../src/storage/records/record.ts";
import { peopleByAliases } from "../../../src/storage/view/people.ts";
import { storedRevision } from "../../../src/storage/view/about.ts";
import { A, live, message } from "../lived-history.ts";
import { happened, histories, on } from "../seen.ts";
import { body, imported } from "../written-import.ts";

const { empty, close } = histories();
afterEach(close);

test("what a backup lacks is told in people, days and imports", async () => {
  const database = await empty();
  await live(database);
  for (const day of [1, 2, 2, 12]) await noteWritten(database, on(day));
  expect(await sinceBackup(database)).toEqual({ days: 3, imports: 2 });
  expect(await peopleSinceBackup(database)).toBe(0);

  await noteBackup(database, { at: on(20), revision: await storedRevision(database) });
  // Nothing was written since, so that the day of the backup is not new.
  await noteWritten(database, on(20));
  expect(await sinceBackup(database)).toEqual({ at: on(20), days: 0, imports: 0 });
  expect(await peopleSinceBackup(database)).toBe(0);

  await record(database, [happened(["slug:al"], 21), happened(["slug:new"], 21)], on(21));
  const [bo] = await peopleByAliases(database, [["slug:bo"]]);
  await choose(database, bo!.id, { notes: { m: "more" } }, on(22));
  await imported(
    database,
    { id: A.replaceAll("a", "e"), said: { "slug:fay": body([message(8)]) } },
    on(23),
  );
  for (const day of [21, 22, 22, 23]) await noteWritten(database, on(day));
  expect(await sinceBackup(database)).toEqual({ at: on(20), days: 3, imports: 1 });
  expect(await peopleSinceBackup(database)).toBe(3);
});

test("what was written while the backup was made counts as new", async () => {
  const database = await empty();
  await live(database);
  const revision = await storedRevision(database);
  await record(database, [happened(["slug:al"], 21)], on(21));
  await noteWritten(database, on(21));
  await noteBackup(database, { at: on(21), revision });
  expect(await sinceBackup(database)).toEqual({ at: on(21), days: 1, imports: 0 });
});
