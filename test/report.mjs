/** What `npm test` and `npm run test:long` share: they run programs, count, and end with one table. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** @typedef {{ name: string, passed: number, failed: number, seconds: number }} Row one line of the table */

/** The longest that a check may take (ms). */
const CHECK_MS = 10 * 60_000;

/**
 * A tool that is right or wrong as a whole. When it runs, it shows what it says when it is wrong.
 *
 * @param {string} name of the row
 * @param {...string} command package, program of the package, arguments
 * @returns {() => Promise<Row>}
 */
export function check(name, ...command) {
  return async () => {
    const start = performance.now();
    const { status, output } = await ended(command);
    const seconds = (performance.now() - start) / 1000;
    const right = status === 0;
    console.log(`${right ? "✓" : "✗"} ${name} (${seconds.toFixed(1)} s)`);
    if (!right) console.log(output);
    return { name, passed: right ? 1 : 0, failed: right ? 0 : 1, seconds };
  };
}

/** What builds the extension for both browsers: a row each. */
export const BUILDS = ["chrome", "firefox"].map((mode) =>
  check(`build for ${mode}`, "vite", "vite", "build", "--mode", mode, "--logLevel", "warn"),
);

/**
 * Runs checks two at once, the first ones first: some of them use one core only.
 *
 * @param {readonly (() => Promise<Row>)[]} checks
 * @returns {Promise<readonly Row[]>} in the same order
 */
export async function sideBySide(checks) {
  /** @type {Row[]} */
  const rows = [];
  const waiting = [...checks.entries()];
  const next = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift())
      rows[one[0]] = await one[1]();
  };
  await Promise.all([next(), next()]);
  return rows;
}

/**
 * Runs a program of an npm package to its end, and collects what it says.
 *
 * @param {readonly string[]} command package, program of the package, arguments
 * @returns {Promise<{ status: number | null, output: string }>} the status is `null` when the program could not run or took too long
 */
function ended([packageName, program, ...args]) {
  return new Promise((resolve) => {
    /** @type {string[]} */
    const said = [];
    const running = spawn(process.execPath, [programPath(packageName, program), ...args], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: CHECK_MS,
      env: ENVIRONMENT,
    });
    for (const stream of [running.stdout, running.stderr])
      stream.setEncoding("utf8").on("data", (text) => said.push(text));
    running.on("error", (error) => {
      resolve({ status: null, output: [...said, error.message].join("") });
    });
    running.on("close", (status) => resolve({ status, output: said.join("") }));
  });
}

/**
 * Runs one of the suites of `test/vitest.config.ts` and counts by what it wrote down, not by what it printed.
 *
 * @param {string} name of the row
 * @param {"unit" | "browser"} project with its parts
 * @param {{ files?: readonly string[], minutes?: number, env?: Record<string, string> }} [how] files: parts of paths of test files, all
 *   when absent; minutes: the most it may take, 60 when absent
 * @returns {Row}
 */
export function suite(name, project, { files, minutes = 60, env = {} } = {}) {
  console.log(`${name}:`);
  const folder = mkdtempSync(join(tmpdir(), "tielight-results-"));
  const file = join(folder, "results.json");
  const filter = files === undefined ? [] : ["--passWithNoTests", ...files];
  const reports = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const config = ["--config", "test/vitest.config.ts", "--project", `${project}*`];
  const command = ["vitest", "vitest", "run", ...config, ...reports, ...filter];
  const { status, seconds } = run(command, { minutes, env });
  const { passed, failed } = counts(file);
  rmSync(folder, { recursive: true, force: true });
  // Errors outside of any test, or an end before the results were written.
  const unexplained = status !== 0 && failed === 0 ? 1 : 0;
  return { name, passed, failed: failed + unexplained, seconds };
}

/**
 * Runs a script of this repository that says itself whether all is right, and shows what it prints.
 *
 * @param {string} name of the row
 * @param {readonly string[]} command file and arguments
 * @param {number} minutes the most it may take
 * @returns {Row}
 */
export function script(name, command, minutes) {
  console.log(`${name}:`);
  const start = performance.now();
  const { status } = spawnSync(process.execPath, command, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    timeout: minutes * 60_000,
  });
  const seconds = (performance.now() - start) / 1000;
  return { name, passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, seconds };
}

/** What did not pass has failed: a test that was skipped, or never reached because its preparation failed, is not fine. */
function counts(file) {
  let results;
  try {
    results = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: 1 };
  }
  const brokenFiles = results.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return {
    passed: results.numPassedTests,
    failed: results.numTotalTests - results.numPassedTests + brokenFiles.length,
  };
}

/** Packages that ask the network for newer versions of themselves are not to. */
const ENVIRONMENT = { ...process.env, NO_UPDATE_NOTIFIER: "1" };

/** Runs a program of an npm package with this Node, for so many minutes at most. */
function run([packageName, program, ...args], { minutes, env }) {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, [programPath(packageName, program), ...args], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    timeout: minutes * 60_000,
    env: { ...ENVIRONMENT, ...env },
  });
  return { status, seconds: (performance.now() - start) / 1000 };
}

function programPath(packageName, program) {
  const folder = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[program]);
}

/**
 * Prints the table and ends the process: with 0 when nothing failed. The last line is `N passed, N failed`.
 *
 * @param {readonly Row[]} rows
 * @returns {never}
 */
export function finish(rows) {
  const width = Math.max(...rows.map(({ name }) => name.length));
  console.log("");
  for (const { name, passed, failed, seconds } of rows)
    console.log(
      `${name.padEnd(width)}  ${String(passed).padStart(5)} passed  ${String(failed).padStart(4)} failed  ${seconds.toFixed(1).padStart(7)} s`,
    );
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  process.exit(sum("failed") === 0 ? 0 : 1);
}
