/**
 * Writes the fixtures of the present version: a database, and an export of it. To be run by hand, once, before a version is released:
 * `npx tsx test/storage/write-fixtures.ts`. Fixtures of released versions are never written again.
 */
import "fake-indexeddb/auto";
import { writeFileSync } from "node:fs";
import { canonicalJson } from "../../src/exchange/canonical-json.ts";
import { lineOf } from "../../src/exchange/record-lines.ts";
import { openHistory } from "../../src/storage/database/database.ts";
import { exportedRecords } from "../../src/storage/exchange/exported-records.ts";
import { dumped } from "./database-dump.ts";
import { live } from "./lived-history.ts";

const database = await openHistory("fixture");
await live(database);
const dump = await dumped(database as never);
const folder = new URL("../fixtures/histories/", import.meta.url);
writeFileSync(
  new URL(`database-${dump.version}.json`, folder),
  `${JSON.stringify(dump, undefined, 1)}\n`,
);

const lines: string[] = [];
let after: string | undefined;
do {
  const part = await exportedRecords(database, { after, atMost: 100, erased: true });
  lines.push(...part.records.map((record) => canonicalJson(lineOf(record))));
  after = part.next;
} while (after !== undefined);
const head = {
  format: "tielight-history",
  version: 1,
  exportedAt: 0,
  owner: { aliases: ["slug:me"] },
};
writeFileSync(
  new URL("export-1.jsonl", folder),
  [canonicalJson(head), ...lines].map((line) => `${line}\n`).join(""),
);
database.close();
