/** The extension with languages that nobody speaks: longer words, and words from right to left. It is built for tests only. */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll } from "vitest";
import type { BrowserName } from "../../../practice/browser/browser-driver.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

const made = new Map<BrowserName, Promise<string>>();

/** The folders that were made are gone after the last test of a file. */
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((one) => rm(one, { recursive: true, force: true }))));

/** The folder of the extension for a browser, built once for all tests of a file, and gone after them. */
export function madeUpExtension(name: BrowserName): Promise<string> {
  const known = made.get(name) ?? build(name);
  made.set(name, known);
  return known;
}

async function build(name: BrowserName): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tielight-made-up-"));
  folders.push(folder);
  const mode = `${name === "firefox" ? "firefox" : "chrome"}-made-up`;
  await promisify(execFile)(
    process.execPath,
    [
      join(ROOT, "node_modules/vite/bin/vite.js"),
      "build",
      "--mode",
      mode,
      "--logLevel",
      "warn",
      "--outDir",
      folder,
      "--emptyOutDir",
    ],
    { cwd: ROOT },
  );
  return folder;
}
