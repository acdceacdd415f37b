/**
 * `npm test`: everything that has to be right, one after another, to the end even when something is wrong. The last line it prints
 * is `N passed, N failed`: each test of the two suites counts, and so does each of the checks.
 *
 * While developing: `--unit`, `--browser` run these alone, `--only words` the tests in files whose path contains it.
 */
import { installMissing } from "../practice/install.mjs";
import { BUILDS, check, finish, sideBySide, suite } from "./report.mjs";

const options = process.argv.slice(2);
const only = options.includes("--only") ? options[options.indexOf("--only") + 1] : undefined;
const files = only === undefined ? undefined : [only];
const everything = !options.includes("--unit") && !options.includes("--browser") && !only;

try {
  installMissing(["chromium", "firefox"], ["age"]);
} catch (error) {
  console.error(error.message);
  finish([{ name: "installation", passed: 0, failed: 1, seconds: 0 }]);
}

/** What needs nothing built. What takes longest comes first. */
const CHECKS = [
  check("types", "typescript", "tsc", "-p", ".", "--noEmit"),
  check("lint", "oxlint", "oxlint", "--type-aware", "--deny-warnings"),
  check("dead code", "knip", "knip"),
  check("code that only tests use", "knip", "knip", "--production"),
  check("types of the domain", "typescript", "tsc", "-p", "src/domain", "--noEmit"),
  check("types of the practice site", "typescript", "tsc", "-p", "practice", "--noEmit"),
  check("format", "oxfmt", "oxfmt", "--check"),
];
const ADD_ON = check("firefox add-on", "web-ext", "web-ext", "lint", "--source-dir=dist/firefox");

const builds = await sideBySide(BUILDS);
const checks = everything ? await sideBySide([ADD_ON, ...CHECKS]) : [];
const rows = [...builds, ...checks];
if (everything || only || options.includes("--unit"))
  rows.push(suite("unit tests", "unit", { files }));
if (everything || only || options.includes("--browser")) {
  if (builds.every(({ failed }) => failed === 0))
    rows.push(suite("browser tests", "browser", { files }));
  else rows.push({ name: "browser tests (nothing built)", passed: 0, failed: 1, seconds: 0 });
}
finish(rows);
