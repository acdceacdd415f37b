/**
 * `npm run test:long`: what takes too long for `npm test`, with other cases on every run. It prints its seed, how much it tried and how
 * long that took, and fails when anything did.
 *
 * Words choose: names of parts (`npm run test:long -- journeys`) run these alone, other words keep the files whose path contains one of
 * them (`-- words`, `-- mutation domain`; mutation takes a part of the source as a whole). `PROPERTY_SEED=1 npm run test:long` repeats the run with seed 1.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { installMissing } from "../practice/install.mjs";
import { MUTATED } from "./mutation/parts.mjs";
import { BUILDS, finish, script, sideBySide, suite } from "./report.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const testFiles = readdirSync(new URL(".", import.meta.url), { recursive: true, encoding: "utf8" })
  .map((file) => `test/${file.replaceAll("\\", "/")}`)
  .filter((file) => /\.test\.tsx?$/.test(file));

const seed = Number(process.env["PROPERTY_SEED"] ?? Math.trunc(Math.random() * 2 ** 31));
const tries = {
  PROPERTY_SEED: String(seed),
  PROPERTY_RUNS: process.env["PROPERTY_RUNS"] ?? "10000",
  MADE_UP_PAGES: process.env["MADE_UP_PAGES"] ?? "10000",
  TIELIGHT_SENTENCES: process.env["TIELIGHT_SENTENCES"] ?? "10000",
  JOURNEY_STATES: process.env["JOURNEY_STATES"] ?? "340",
  NAVIGATIONS: process.env["NAVIGATIONS"] ?? "200",
  UPGRADED_PEOPLE: process.env["UPGRADED_PEOPLE"] ?? "30000",
  MANY_PEOPLE: process.env["MANY_PEOPLE"] ?? "30000",
  KILLS: process.env["KILLS"] ?? "14",
  COPIES: process.env["COPIES"] ?? "25",
  EVERY_LOOK: process.env["EVERY_LOOK"] ?? "1",
};

/**
 * Runs files of browser tests with what is built now. Answers rows of the table at the end.
 *
 * @param {string} name
 * @param {readonly string[]} files
 */
async function inBrowsers(name, files) {
  const builds = await sideBySide(BUILDS);
  return builds.some(({ failed }) => failed > 0)
    ? builds
    : [...builds, suite(name, "browser", { files, env: tries, minutes: 4 * 60 })];
}

/** @typedef {readonly import("./report.mjs").Row[]} Rows */

/**
 * The parts: which files each is about, and how it runs. A part answers rows of the table at the end.
 *
 * @type {Record<string, { files: readonly string[], run: (files: readonly string[]) => Rows | Promise<Rows> }>}
 */
const PARTS = {
  properties: {
    files: testFiles.filter(
      (file) =>
        !/^test\/(?:browser|faults)\//.test(file) &&
        readFileSync(root + file, "utf8").includes("fc.assert"),
    ),
    run: (files) => [suite("properties", "unit", { files, env: tries, minutes: 24 * 60 })],
  },
  security: {
    files: testFiles.filter((file) => /^test\/(?:security|browser\/exposure)\//.test(file)),
    run: async (files) => {
      const units = files.filter((file) => file.startsWith("test/security/"));
      const inPages = files.filter((file) => !units.includes(file));
      return [
        ...(units.length > 0
          ? [suite("security", "unit", { files: units, env: tries, minutes: 8 * 60 })]
          : []),
        ...(inPages.length > 0 ? await inBrowsers("security in browsers", inPages) : []),
      ];
    },
  },
  faults: {
    files: testFiles.filter((file) => file.startsWith("test/faults/")),
    run: (files) => inBrowsers("faults", files),
  },
  journeys: {
    files: ["test/browser/site/journeys.test.ts", "test/browser/site/wrong-person.test.ts"],
    run: (files) => inBrowsers("journeys", files),
  },
  upgrade: {
    files: ["test/browser/history/upgrade.test.ts"],
    run: (files) => inBrowsers("upgrade", files),
  },
  many: {
    files: ["test/browser/pages/many-people.test.ts"],
    run: (files) => inBrowsers("many people", files),
  },
  looks: {
    files: [
      "test/browser/pages/accessibility.test.ts",
      // For its pictures in both themes.
      "test/browser/site/surfaces.test.ts",
      "test/browser/pages/every-language.test.ts",
    ],
    run: (files) => inBrowsers("looks", files),
  },
  languages: {
    files: ["test/browser/site/observed-languages.test.ts"],
    run: (files) => inBrowsers("languages", files),
  },
  mutation: {
    files: Object.keys(MUTATED).map((part) => `src/${part}/`),
    run: (parts) =>
      parts.map((path) => {
        const part = path.split("/")[1];
        return script(`mutation of ${part}`, ["test/mutation/run.mjs", part], 24 * 60);
      }),
  },
};

const words = process.argv.slice(2);
const named = words.filter((word) => Object.hasOwn(PARTS, word));
const paths = words.filter((word) => !named.includes(word));
const chosen = Object.entries(PARTS).flatMap(([name, { files, run }]) => {
  if (named.length > 0 && !named.includes(name)) return [];
  const kept = files.filter(
    (file) => paths.length === 0 || paths.some((word) => file.includes(word)),
  );
  return kept.length === 0 ? [] : [() => run(kept)];
});
if (chosen.length === 0) {
  console.error(
    `Nothing in ${named.join(", ") || "any part"} has "${paths.join('" or "')}" in its path. Parts: ${Object.keys(PARTS).join(", ")}.`,
  );
  process.exit(1);
}

try {
  installMissing(["chromium", "firefox"], ["age"]);
} catch (error) {
  console.error(error.message);
  finish([{ name: "installation", passed: 0, failed: 1, seconds: 0 }]);
}

const start = performance.now();
const said = Object.entries(tries).map(([variable, value]) => `${variable}=${value}`);
console.log(said.join(" "));
/** @type {import("./report.mjs").Row[]} */
const rows = [];
for (const run of chosen) rows.push(...(await run()));
console.log(`\n${said.join(" ")}\n${((performance.now() - start) / 60_000).toFixed(1)} minutes`);
finish(rows);
