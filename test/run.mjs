/**
 * `npm test`: everything that has to be right, one after another, to the end even when something is wrong. The last line it prints
 * is `N passed, N failed`: each test of the two suites counts, and so does each of the checks.
 *
 * While developing: `--unit`, `--browser` run these alone, `--only words` the tests in files whose path contains it.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installMissing } from "../practice/install.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const options = process.argv.slice(2);
const only = options.includes("--only") ? options[options.indexOf("--only") + 1] : undefined;
const everything = !options.includes("--unit") && !options.includes("--browser") && !only;

/** @type {{ name: string, passed: number, failed: number, seconds: number }[]} */
const rows = [];

try {
  installMissing(["chromium", "firefox"]);
} catch (error) {
  console.error(error.message);
  finish([{ name: "installation", passed: 0, failed: 1, seconds: 0 }]);
}

if (everything) {
  check("types", "typescript", "tsc", "-p", ".", "--noEmit");
  check("types of the domain", "typescript", "tsc", "-p", "src/domain", "--noEmit");
  check("types of the practice site", "typescript", "tsc", "-p", "practice", "--noEmit");
  check("lint", "oxlint", "oxlint", "--type-aware", "--deny-warnings");
  check("format", "oxfmt", "oxfmt", "--check");
  check("dead code", "knip", "knip");
}
const built = ["chrome", "firefox"].map((mode) =>
  check(`build for ${mode}`, "vite", "vite", "build", "--mode", mode, "--logLevel", "warn"),
);
if (everything) check("firefox add-on", "web-ext", "web-ext", "lint", "--source-dir=dist/firefox");
if (everything || only || options.includes("--unit")) suite("unit tests", "unit");
if (everything || only || options.includes("--browser")) {
  if (built.every(Boolean)) suite("browser tests", "browser");
  else rows.push({ name: "browser tests (nothing built)", passed: 0, failed: 1, seconds: 0 });
}
finish(rows);

/** Runs a tool that is right or wrong as a whole, and shows what it says when it is wrong. */
function check(name, ...command) {
  const { status, seconds, output } = run(command, 10, "pipe");
  const right = status === 0;
  console.log(`${right ? "✓" : "✗"} ${name} (${seconds.toFixed(1)} s)`);
  if (!right) console.log(output);
  rows.push({ name, passed: right ? 1 : 0, failed: right ? 0 : 1, seconds });
  return right;
}

/** Runs one of the projects of `test/vitest.config.ts` and counts by what it wrote down, not by what it printed. */
function suite(name, project) {
  console.log(`${name}:`);
  const folder = mkdtempSync(join(tmpdir(), "tielight-results-"));
  const file = join(folder, "results.json");
  const filter = only ? ["--passWithNoTests", only] : [];
  const reports = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const config = ["--config", "test/vitest.config.ts"];
  const command = [
    "vitest",
    "vitest",
    "run",
    ...config,
    "--project",
    project,
    ...reports,
    ...filter,
  ];
  const { status, seconds } = run(command, 60, "inherit");
  const { passed, failed } = counts(file);
  rmSync(folder, { recursive: true, force: true });
  // Errors outside of any test, or an end before the results were written.
  const unexplained = status !== 0 && failed === 0 ? 1 : 0;
  rows.push({ name, passed, failed: failed + unexplained, seconds });
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

/** Runs a program of an npm package with this Node, for so many minutes at most. */
function run([packageName, program, ...args], minutes, stdio) {
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [programPath(packageName, program), ...args],
    {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", stdio, stdio],
      timeout: minutes * 60_000,
      maxBuffer: 64 * 1024 * 1024,
      // Packages that ask the network for newer versions of themselves are not to.
      env: { ...process.env, NO_UPDATE_NOTIFIER: "1" },
    },
  );
  const output = [stdout, stderr, error?.message].filter(Boolean).join("\n");
  return { status, output, seconds: (performance.now() - start) / 1000 };
}

function programPath(packageName, program) {
  const folder = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, bin[program]);
}

function finish(results) {
  const width = Math.max(...results.map(({ name }) => name.length));
  console.log("");
  for (const { name, passed, failed, seconds } of results)
    console.log(
      `${name.padEnd(width)}  ${String(passed).padStart(5)} passed  ${String(failed).padStart(4)} failed  ${seconds.toFixed(1).padStart(7)} s`,
    );
  const sum = (key) => results.reduce((total, row) => total + row[key], 0);
  process.exitCode = sum("failed") === 0 ? 0 : 1;
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  process.exit();
}
