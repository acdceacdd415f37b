/**
 * `npm run bench`: every benchmark of this folder, one after another, each figure as a ratio against its floor or peer of the same
 * run. `npm run bench -- ties` runs those whose file name contains the word.
 */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";
import { installMissing } from "../../practice/install.mjs";

installMissing(["chromium"]);
register({ tsconfig: fileURLToPath(new URL("../../practice/tsconfig.json", import.meta.url)) });

const wanted = process.argv.slice(2);
const files = readdirSync(new URL(".", import.meta.url))
  .filter((file) => file.endsWith(".bench.ts"))
  .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)));

for (const file of files) {
  const module = await import(new URL(file, import.meta.url).href);
  const [bench] = Object.entries(module).filter(([name]) => name.endsWith("Bench"));
  if (bench === undefined) throw new Error(`${file} exports no function that ends with "Bench"`);
  const start = performance.now();
  const rows = await bench[1]();
  console.log(
    `\n${file.replace(".bench.ts", "")} (${((performance.now() - start) / 1000).toFixed(0)} s)`,
  );
  console.table(
    rows.map(({ what, measured, floor, ratio }) => ({
      what,
      measured: Number(measured.toPrecision(3)),
      floor: Number(floor.toPrecision(3)),
      ratio: Number(ratio.toPrecision(3)),
    })),
  );
}
process.exit(0);
