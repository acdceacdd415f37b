/**
 * Brings what `npm start` and `npm test` need onto the machine: npm packages when they are missing or stale, and browsers where
 * that is possible. Needs nothing but Node. By itself: `node practice/install.mjs`.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { browserPath } from "./browser/browser-path.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The packages of Debian and Ubuntu. */
const packages = { chromium: "chromium", firefox: "firefox-esr", age: "age" };
/** So that the practice site's names in every script, and emoji, are drawn and not boxes. */
const fonts = ["fonts-noto-core", "fonts-noto-cjk", "fonts-noto-color-emoji"];

const names = { chromium: "Chromium or Chrome", firefox: "Firefox 153 or newer" };
const variables = { chromium: "CHROME_PATH", firefox: "FIREFOX_PATH" };

/**
 * Installs what is missing; does nothing when nothing is.
 *
 * @param {readonly ("chromium" | "firefox")[]} browsers the ones that will be started
 * @param {readonly "age"[]} programs what tests compare with; a test whose program cannot be installed is left out
 * @throws {Error} whose message is one sentence for the person at the keyboard
 */
export function installMissing(browsers, programs = []) {
  if (!packagesAreCurrent()) {
    console.log("Installing npm packages…");
    if (
      !succeeds("npm", ["ci", "--no-audit", "--no-fund"], { shell: process.platform === "win32" })
    )
      throw new Error("The npm packages could not be installed: npm ci says why above.");
  }
  const missing = () => browsers.filter((name) => browserPath(name) === undefined);
  const wanted = [
    ...missing(),
    ...programs.filter((name) => spawnSync(name, ["--version"]).status !== 0),
  ];
  if (wanted.length > 0 && canInstall()) {
    console.log(`Installing ${wanted.join(" and ")}…`);
    const apt = (...args) =>
      succeeds("apt-get", args, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
    apt("update", "-qq"); // an old list may do
    apt("install", "-y", "-qq", "--no-install-recommends", ...wanted.map((name) => packages[name]));
    if (wanted.some((name) => name in names))
      apt("install", "-y", "-qq", "--no-install-recommends", ...fonts); // pictures are less good without
  }
  const [absent] = missing();
  if (absent !== undefined)
    throw new Error(
      `Please install ${names[absent]}, or say where it is with ${variables[absent]}=/path/to/program.`,
    );
}

/** Whether every package of the lock file is there in its version. Packages for other systems may be absent. */
function packagesAreCurrent() {
  const installed = new URL("../node_modules/.package-lock.json", import.meta.url);
  if (!existsSync(installed)) return false;
  const wanted = lockedPackages(new URL("../package-lock.json", import.meta.url));
  const present = lockedPackages(installed);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === "" || (present[path] === undefined ? optional : present[path].version === version),
  );
}

/**
 * @param {URL} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function lockedPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

/** Only root may, and only where the distribution has these packages. */
function canInstall() {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version");
}

function succeeds(command, args, options = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    ...options,
  });
  return status === 0;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    installMissing(["chromium", "firefox"]);
    console.log("Everything is there.");
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
