/** The extension with languages that nobody speaks: longer words, and words from right to left. It is built for tests only. */
import { execFile } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { BrowserName } from "../../../practice/browser/browser-driver.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Builds it for a browser. The caller removes the folder. */
export async function madeUpExtension(name: BrowserName): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tielight-made-up-"));
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
