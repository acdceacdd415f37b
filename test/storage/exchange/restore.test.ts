/**
 * Law 5: what is exported, wiped and restored is the same records in canonical form, hence the same people, undo included.
 */
import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import { type ExportedRecord, recordId } from "../../../src/domain/records/exported-history.ts";
import type { HistoryDatabase } from "../../../src/storage/database/database.ts";
import { previewRestore } from "../../../src/storage/exchange/restore-preview.ts";
import { beginRestore, stageRestore } from "../../../src/storage/exchange/restore-staging.ts";
import { commitRestore } from "../../../src/storage/exchange/restore.ts";
import { withdrawImport } from "../../../src/storage/imports/withdraw.ts";
import { choose } from "../../../src/storage/records/by-hand.ts";
import { beginDeletion, finishDeletion } from "../../../src/storage/records/deletion.ts";
import { forget } from "../forgotten.ts";
import { record } from "../../../src/storage/records/record.ts";
import { peopleByAliases } from "../../../src/storage/view/people.ts";
import { happened, histories, on } from "../seen.ts";
import { exported, RESTORE, restored as restoredAt, withoutHandles } from "./restoring.ts";
import { A, live, message } from "../lived-history.ts";
import { rawText, storedView, viewAnew } from "../stored-history.ts";
import { body, imported } from "../written-import.ts";

const { empty, close } = histories();
afterEach(close);

const lived = async (): Promise<HistoryDatabase> => {
  const database = await empty();
  await live(database);
  return database;
};

const restored = (
  database: HistoryDatabase,
  records: readonly ExportedRecord[],
  now = on(100),
): Promise<void> => restoredAt(database, records, now);

test("an export comes in the order of its ids, each record once, whatever the size of the parts", async () => {
  const database = await lived();
  const whole = await exported(database, true, 1000);
  expect(await exported(database, true, 1)).toEqual(whole);
  expect(await exported(database, true, 3)).toEqual(whole);
  const ids = whole.map(recordId);
  expect(ids).toEqual([...new Set(ids)].sort());
});

test("restoring into an empty history gives the same records and the same people", async () => {
  const database = await lived();
  const copy = await empty();
  const records = await exported(database, true);
  await restored(copy, records);
  expect(await withoutHandles(copy)).toEqual(await withoutHandles(database));
  expect(await storedView(copy)).toEqual(await viewAnew(copy));
  // The copy has a key of its own besides the one that came along.
  const keysOf = (all: readonly ExportedRecord[]) => all.filter(({ kind }) => kind === "key");
  const others = (all: readonly ExportedRecord[]) => all.filter(({ kind }) => kind !== "key");
  const again = await exported(copy, true);
  expect(others(again)).toEqual(others(records));
  expect(keysOf(again)).toEqual(expect.arrayContaining([...keysOf(records)]));
});

test("after a restore imports can be undone, and people that were split stay apart", async () => {
  const database = await lived();
  const copy = await empty();
  await restored(copy, await exported(database));
  for (const one of [database, copy]) await withdrawImport(one, A, {}, on(101));
  expect(await withoutHandles(copy)).toEqual(await withoutHandles(database));
  await record(copy, [happened(["slug:al", "slug:bo"], 102)], on(102));
  const [al, bo] = await peopleByAliases(copy, [["slug:al"], ["slug:bo"]]);
  expect(al?.id).not.toBe(bo?.id);
});

test("restoring on top of itself changes no person", async () => {
  const database = await lived();
  const before = await storedView(database);
  await restored(database, await exported(database, true));
  expect(await storedView(database)).toEqual(before);
});

test("an older export on top of a newer history takes nothing back", async () => {
  const database = await lived();
  const old = await exported(database);
  const [al] = await peopleByAliases(database, [["slug:al"]]);
  await choose(database, al!.id, { notes: { n: "" }, tags: { team: false } }, on(50));
  const before = await storedView(database);
  await restored(database, old);
  expect(await storedView(database)).toEqual(before);
});

test("a person erased here is not brought back by a file, and one erased in the file goes here, if the list came along", async () => {
  const database = await lived();
  const [cy] = await peopleByAliases(database, [["slug:cy"]]);
  const before = await exported(database, true);
  await forget(database, cy!.id, on(60));
  await restored(database, before);
  expect(await rawText(database)).not.toContain("slug:cy");

  const other = await empty();
  await imported(other, { id: A, said: { "slug:eve": body([message(9)]) } }, on(20));
  await record(other, [happened(["slug:eve"], 9)], on(20));
  await restored(other, await exported(database, true));
  expect(await rawText(other)).not.toContain("slug:eve");
  expect((await storedView(other)).map(({ subject }) => subject)).not.toContain("slug:eve");
});

test("without the list of erased people, no mark and no key leaves", async () => {
  const database = await lived();
  const text = JSON.stringify(await exported(database));
  expect(text).not.toContain('"kind":"key"');
  expect(text).not.toContain('"kind":"erased"');
  expect(text).not.toContain("eve");
});

test("who is erased while a restore waits for its commit is in none of its rows any more", async () => {
  const records = await exported(await lived());
  const database = await empty();
  await record(database, [happened(["slug:al"], 1)], on(1));
  const head = { format: "tielight-history", version: 1, exportedAt: 1, owner: { aliases: [] } };
  await beginRestore(database, RESTORE, head as Parameters<typeof beginRestore>[2]);
  await stageRestore(database, RESTORE, 0, records);
  expect((await rawText(database)).split('"slug:al"').length).toBeGreaterThan(3);
  const [al] = await peopleByAliases(database, [["slug:al"]]);
  await forget(database, al!.id, on(2));
  expect(await rawText(database)).not.toContain('"slug:al"');
  const { revision } = await previewRestore(database, RESTORE, {}, on(3));
  await commitRestore(database, RESTORE, revision, {}, on(3));
  expect(await rawText(database)).not.toContain('"slug:al"');
});

test.each(["done", "begun"] as const)(
  "of a person whose deletion is %s when a restore is committed, the rows of an import of the file bring nothing",
  async (deletion) => {
    const from = await empty();
    const said = { "slug:ada": body([message(3)], "Ada Example"), "slug:bo": body([message(4)]) };
    await imported(from, { id: A, said }, on(10));
    const database = await empty();
    await record(database, [happened(["slug:ada"], 1)], on(1));
    const [ada] = await peopleByAliases(database, [["slug:ada"]]);
    await beginDeletion(database, [ada!.id], on(20));
    if (deletion === "done") await finishDeletion(database);
    await restored(database, await exported(from));
    await finishDeletion(database);
    const text = await rawText(database);
    for (const word of ["slug:ada", "Ada Example"]) expect(text).not.toContain(word);
    expect((await storedView(database)).map(({ subject }) => subject)).toEqual(["slug:bo"]);
  },
);
