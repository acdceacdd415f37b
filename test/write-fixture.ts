/**
 * `npm run fixture -- file`: makes a fixture of a report that a user copied from the popup. The test of it is red until the reader knows
 * the shape. The file may hold several pages, with an empty line between.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { outlineFixture } from "./linkedin/outline-fixture.ts";

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("Which file? npm run fixture -- report.txt");
const pages = fileURLToPath(new URL("fixtures/pages", import.meta.url));
const reports = readFileSync(file, "utf8").split(/\n\n+/);
for (const [index, report] of reports.filter((one) => one.trim() !== "").entries()) {
  const { room, xhtml, expected } = outlineFixture(report);
  const name = `${basename(file).replace(/\.[^.]*$/, "")}${index === 0 ? "" : `-${index + 1}`}`;
  mkdirSync(join(pages, room), { recursive: true });
  writeFileSync(join(pages, room, `${name}.xhtml`), xhtml);
  writeFileSync(join(pages, room, `${name}.json`), `${JSON.stringify(expected, undefined, 2)}\n`);
  console.log(`test/fixtures/pages/${room}/${name}.xhtml`);
}
