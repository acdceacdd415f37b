/**
 * `npm run mutate -- domain`: changes the source in small ways and looks whether a unit test of that part falls. What survives is a
 * promise that no test holds. A part has thousands of such mutants, so a sample by a fixed seed is tried; other words keep the files
 * whose path contains one of them (`-- domain week`).
 *
 * A mutant counts as killed only when a test fell: one that no test reaches, ends in a timeout or was told to be left alone has survived.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Stryker } from "@stryker-mutator/core";
import { createInstrumenter } from "@stryker-mutator/instrumenter";
import { createInjector } from "typed-inject";
import { keyOf } from "./mutant-key.mjs";
import { MUTATED } from "./parts.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const SEED = 20_260_601;

const [part = "", ...words] = process.argv.slice(2);
if (!Object.hasOwn(MUTATED, part)) {
  console.error(`Say which part: ${Object.keys(MUTATED).join(", ")}.`);
  process.exit(2);
}
const { sample, least } = MUTATED[part];
const files = readdirSync(join(root, "src", part), { recursive: true, encoding: "utf8" })
  .map((file) => `src/${part}/${file.replaceAll("\\", "/")}`)
  .filter((file) => /\.tsx?$/.test(file))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort();
if (files.length === 0) {
  console.error(`No file of src/${part} has "${words.join('" or "')}" in its path.`);
  process.exit(2);
}

const mutants = await mutantsOf(files);
const tried = shuffled(mutants, SEED).slice(0, sample);
console.log(
  `${tried.length} of ${mutants.length} mutants in ${files.length} files of src/${part}, seed ${SEED}`,
);

const folder = mkdtempSync(join(tmpdir(), "tielight-mutants-"));
const start = performance.now();
let results;
try {
  process.env["MUTANTS_SAMPLED"] = join(folder, "sampled.json");
  process.env["MUTATED_PART"] = part;
  process.env["PROPERTY_RUNS"] ??= "20";
  writeFileSync(process.env["MUTANTS_SAMPLED"], JSON.stringify(tried.map(keyOf)));
  results = await new Stryker({
    mutate: [...new Set(tried.map(({ fileName }) => fileName))],
    testRunner: "vitest",
    vitest: { configFile: "test/mutation/vitest.config.ts", related: true },
    plugins: [
      "@stryker-mutator/vitest-runner",
      fileURLToPath(new URL("sample.mjs", import.meta.url)),
    ],
    checkers: ["sample"],
    coverageAnalysis: "perTest",
    ignoreStatic: false,
    concurrency: 2,
    timeoutMS: 30_000,
    // TypeScript 7 has none of the functions that Stryker reads a tsconfig with; nothing here needs that.
    tsconfigFile: "none.json",
    disableTypeChecks: false,
    ignorePatterns: ["/dist", "/practice/out", "/practice/dist", "/test/out", "/.github"],
    tempDirName: join(folder, "copy"),
    reporters: ["clear-text"],
    clearTextReporter: {
      logTests: false,
      reportTests: false,
      reportMutants: false,
      reportScoreTable: false,
    },
    allowEmpty: false,
    packageManager: "npm",
  }).runMutationTest();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const kept = new Set(tried.map(keyOf));
const judged = results.filter((one) => kept.has(keyOf(one)));
const survivors = judged.filter(({ status }) => status !== "Killed");
const byKind = grouped(survivors);
for (const [kind, all] of [...byKind].toSorted(([, a], [, b]) => b.length - a.length)) {
  console.log(`\n${kind}: ${all.length}`);
  for (const { fileName, location, replacement, status } of all) {
    const file = fileName.replace(/^.*\/(?=src\/)/, "");
    console.log(
      `  ${file}:${location.start.line}:${location.start.column} (${status}) ${short(replacement)}`,
    );
  }
}
const killed = judged.length - survivors.length;
const share = judged.length === 0 ? 0 : (100 * killed) / judged.length;
console.log(
  `\n${killed} of ${judged.length} mutants killed: ${share.toFixed(1)} %, at least ${least} % wanted; ${((performance.now() - start) / 60_000).toFixed(1)} minutes`,
);
process.exit(share >= least && judged.length === tried.length ? 0 : 1);

/** All mutants of these files, in the order of their places. */
async function mutantsOf(names) {
  const silent = () => {};
  const logger = {
    isDebugEnabled: () => false,
    trace: silent,
    debug: silent,
    info: silent,
    warn: silent,
    error: silent,
    fatal: silent,
  };
  const injector = createInjector()
    .provideValue("logger", logger)
    .provideValue("getLogger", () => logger);
  const read = names.map((name) => ({
    name: join(root, name),
    content: readFileSync(join(root, name), "utf8"),
    mutate: true,
  }));
  const instrumenter = injector.injectFunction(createInstrumenter);
  const { mutants: found } = await instrumenter.instrument(read, {
    plugins: null,
    ignorers: [],
    excludedMutations: [],
    noHeader: false,
  });
  return found.map(({ fileName, location, replacement, mutatorName }) => ({
    fileName: fileName.replace(root, ""),
    location,
    replacement,
    mutatorName,
  }));
}

function shuffled(all, seed) {
  let state = seed;
  const chance = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const left = [...all];
  for (let place = left.length - 1; place > 0; place -= 1) {
    const other = Math.floor(chance() * (place + 1));
    [left[place], left[other]] = [left[other], left[place]];
  }
  return left;
}

/** Mutants by the kind of change. Node 20 lacks `Map.groupBy`. */
function grouped(all) {
  const groups = new Map();
  for (const one of all) groups.set(one.mutatorName, [...(groups.get(one.mutatorName) ?? []), one]);
  return groups;
}

const short = (text) => {
  const line = text.replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 77)}…` : line;
};
