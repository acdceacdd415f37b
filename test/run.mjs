/**
 * `npm test`: everything that has to be right, one after another, to the end even when something is wrong. The last line it prints
 * is `N passed, N failed`: each test of the two suites counts, and so does each of the checks.
 *
 * While developing: `--unit`, `--browser` run these alone, `--only words` the tests in files whose path contains it.
 */
import { installMissing } from "../practice/install.mjs";
import { built, check, finish, suite } from "./report.mjs";

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

/** @type {import("./report.mjs").Row[]} */
const rows = [];

if (everything)
  rows.push(
    check("types", "typescript", "tsc", "-p", ".", "--noEmit"),
    check("types of the domain", "typescript", "tsc", "-p", "src/domain", "--noEmit"),
    check("types of the practice site", "typescript", "tsc", "-p", "practice", "--noEmit"),
    check("lint", "oxlint", "oxlint", "--type-aware", "--deny-warnings"),
    check("format", "oxfmt", "oxfmt", "--check"),
    check("dead code", "knip", "knip"),
    check("code that only tests use", "knip", "knip", "--production"),
  );
const builds = built();
rows.push(...builds);
if (everything)
  rows.push(check("firefox add-on", "web-ext", "web-ext", "lint", "--source-dir=dist/firefox"));
if (everything || only || options.includes("--unit"))
  rows.push(suite("unit tests", "unit", { files }));
if (everything || only || options.includes("--browser")) {
  if (builds.every(({ failed }) => failed === 0))
    rows.push(suite("browser tests", "browser", { files }));
  else rows.push({ name: "browser tests (nothing built)", passed: 0, failed: 1, seconds: 0 });
}
finish(rows);
