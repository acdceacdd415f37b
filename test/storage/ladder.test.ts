/**
 * Databases and exports of every released version are opened by the present one, with everything in them.
 */
import "fake-indexeddb/auto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "valibot";
import type { ExportedRecord } from "../../src/domain/records/exported-history.ts";
import { recordLine } from "../../src/exchange/record-schemas.ts";
import { stagedLine, stagedRecordSchema } from "../../src/exchange/record-lines.ts";
import { openHistory } from "../../src/storage/database/database.ts";
import { commitRestore } from "../../src/storage/exchange/restore.ts";
import { previewRestore } from "../../src/storage/exchange/restore-preview.ts";
import { beginRestore, stageRestore } from "../../src/storage/exchange/restore-staging.ts";
import { withdrawImport } from "../../src/storage/imports/withdraw.ts";
import { record } from "../../src/storage/records/record.ts";
import { type DatabaseDump, loaded } from "./database-dump.ts";
import { A } from "./lived-history.ts";
import { happened, on } from "./seen.ts";
import { storedView, viewAnew } from "./stored-history.ts";

const folder = new URL("../fixtures/histories/", import.meta.url);
const textOf = (file: string): string => readFileSync(new URL(file, folder), "utf8");
const files = readdirSync(folder);

/** Everybody in the fixtures: subject, aliases, interactions that count, notes. */
const PEOPLE = [
  ["name:dee sample", [], 1, []],
  ["slug:al", ["member:ACoAl", "slug:al"], 2, ["a note"]],
  ["slug:bo", ["slug:bo"], 2, ["a note"]],
  ["slug:cy", ["slug:cy", "slug:cy-old"], 1, []],
];

const shortly = (people: Awaited<ReturnType<typeof storedView>>) =>
  people.map(({ subject, aliases, summary, choices }) => [
    subject,
    aliases,
    summary.interactions,
    choices.notes?.map(({ text }) => text) ?? [],
  ]);

test.each(files.filter((file) => file.startsWith("database-")))(
  "%s opens with everybody in it, and goes on",
  async (file) => {
    await loaded(file, JSON.parse(textOf(file)) as DatabaseDump);
    const database = await openHistory(file);
    expect(shortly(await storedView(database))).toEqual(PEOPLE);
    expect(await storedView(database)).toEqual(await viewAnew(database));
    await record(database, [happened(["slug:al"], 100)], on(100));
    await withdrawImport(database, A, {}, on(101));
    expect(await storedView(database)).toEqual(await viewAnew(database));
    database.close();
  },
);

test.each(files.filter((file) => file.startsWith("export-")))(
  "%s is restored with everybody in it",
  async (file) => {
    const [first = "", ...lines] = textOf(file).trimEnd().split("\n");
    const records = lines.map((line): ExportedRecord =>
      parse(stagedRecordSchema, stagedLine(parse(recordLine, JSON.parse(line)))),
    );
    const database = await openHistory(file);
    const head = JSON.parse(first) as Parameters<typeof beginRestore>[2];
    await beginRestore(database, "restore", head);
    await stageRestore(database, "restore", 0, records);
    const { revision, setAside } = await previewRestore(database, "restore", {}, on(100));
    expect(setAside).toBe(0);
    await commitRestore(database, "restore", revision, {}, on(100));
    expect(shortly(await storedView(database))).toEqual(PEOPLE);
    database.close();
  },
);

test("there is a fixture of the version that is written today", async () => {
  const database = await openHistory("today");
  expect(files).toContain(`database-${database.version}.json`);
  database.close();
});
