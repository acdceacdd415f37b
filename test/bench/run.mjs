/**
 * `npm run bench`: every benchmark of this folder, one after another. Each row compares a figure with a floor or a peer of the same run
 * and says whether the ratio keeps its budget; the exit code is 0 only when every row that has a budget keeps it.
 *
 * `npm run bench -- ties script` runs these alone, `--json FILE` writes all rows down as well. Needs a quiet machine to mean anything.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { register } from "tsx/esm/api";
import { installMissing } from "../../practice/install.mjs";

const ENDING = ".bench.ts";
const known = readdirSync(new URL(".", import.meta.url))
  .filter((file) => file.endsWith(ENDING))
  .map((file) => file.slice(0, -ENDING.length));

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "string" } },
});
const unknown = wanted.filter((word) => !known.includes(word));
if (unknown.length > 0) {
  console.error(`No benchmark is called ${unknown.join(", ")}. There are: ${known.join(", ")}.`);
  process.exit(2);
}

installMissing(["chromium"]);
register({ tsconfig: fileURLToPath(new URL("../../practice/tsconfig.json", import.meta.url)) });

const rounded = (value) => Number(value.toPrecision(3));

/** @type {(import("./bench-row.ts").BenchRow & { bench: string })[]} */
const all = [];
for (const bench of known.filter((name) => wanted.length === 0 || wanted.includes(name))) {
  const module = await import(new URL(`${bench}${ENDING}`, import.meta.url).href);
  const [measure] = Object.entries(module).flatMap(([name, value]) =>
    name.endsWith("Bench") ? [value] : [],
  );
  if (measure === undefined) throw new Error(`${bench} exports no function that ends with "Bench"`);
  const start = performance.now();
  const rows = await measure();
  console.log(`\n${bench} (${((performance.now() - start) / 1000).toFixed(0)} s)`);
  console.table(
    rows.map(
      ({ what, size, unit, figure, beside, peer, ratio, spread, runs, budget, verdict }) => ({
        what,
        size,
        figure: `${rounded(figure)} ${unit}`,
        beside: `${beside}: ${rounded(peer)}`,
        ratio: rounded(ratio),
        "lowest and highest": `${spread.map(rounded).join(" to ")} (${runs})`,
        budget: budget?.atMost ?? "none",
        verdict: verdict ?? "not judged",
      }),
    ),
  );
  all.push(...rows.map((row) => ({ bench, ...row })));
  // After each, so that a run that is cut off leaves what it measured.
  if (values.json !== undefined)
    writeFileSync(
      values.json,
      `${JSON.stringify({ at: new Date().toISOString(), node: process.version, rows: all }, null, 2)}\n`,
    );
}
const failing = all.filter(({ verdict }) => verdict === "fail");
const judged = all.filter(({ verdict }) => verdict !== undefined);
for (const { bench, what, size, ratio, budget } of failing)
  console.log(
    `✗ ${bench}: ${what}, ${size}: ${rounded(ratio)}, at most ${budget.atMost} (${budget.source})`,
  );
console.log(
  `\n${judged.length - failing.length} passed, ${failing.length} failed, ${all.length - judged.length} without a budget`,
);
process.exit(failing.length === 0 ? 0 : 1);
