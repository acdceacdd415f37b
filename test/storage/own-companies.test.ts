import { expect, test } from "vitest";
import type { ImportedCircle } from "../../src/domain/archive-import.ts";
import type { Sighting } from "../../src/domain/sighting.ts";
import type { HistoryDatabase } from "../../src/storage/database.ts";
import { undoImport } from "../../src/storage/import-undo.ts";
import { record } from "../../src/storage/record.ts";
import { renewLists } from "../../src/storage/renew-lists.ts";
import { storedWeek } from "../../src/storage/week.ts";
import { bring } from "./imports.ts";
import { emptyHistory, NOW } from "./invented-history.ts";
import { countedIds, START } from "./sightings.ts";

const seen: Sighting = {
  what: "person",
  person: { aliases: ["slug:bo"], name: "Bo Sample", company: "Tin Whistle", at: START },
};

const POSITIONS: readonly ImportedCircle[] = [
  { kind: "company", name: "Tin Whistle GmbH", title: "Engineer", from: START, to: NOW },
];

async function neverTalked(database: HistoryDatabase) {
  await renewLists(database, 5, NOW);
  const { neverTalked: rows } = await storedWeek(database, NOW);
  return rows.map(({ name, reasons }) => [name, reasons[0]]);
}

test("whoever worked where the archive says the user did is suggested for it, until the import is undone", async () => {
  const database = await emptyHistory();
  const ids = countedIds();
  await record(database, [seen], ids, NOW);
  expect(await neverTalked(database)).toStrictEqual([]);
  await bring(database, { id: "one", sightings: [], circles: POSITIONS }, ids, NOW);
  expect(await neverTalked(database)).toStrictEqual([
    ["Bo Sample", { code: "same-company", company: "Tin Whistle GmbH", still: false }],
  ]);
  await undoImport(database, "one");
  expect(await neverTalked(database)).toStrictEqual([]);
});
