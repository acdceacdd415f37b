import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DownloadedFile } from "./browser-driver.ts";
import { eventually } from "./within.ts";

const UNFINISHED = /\.(crdownload|part|tmp)$/;

function ifRenamed(problem: unknown): undefined {
  if (problem instanceof Error && "code" in problem && problem.code === "ENOENT") return undefined;
  throw problem;
}

/** The file that appears in the folder because of an action, once it is complete; taken out of the folder. */
export async function downloadedFile(
  folder: string,
  action: () => Promise<unknown>,
  timeoutMs: number,
): Promise<DownloadedFile> {
  const before = new Set(await readdir(folder));
  await action();
  let sizeBefore = 0;
  return eventually(timeoutMs, "a file to be downloaded", async () => {
    const arrived = (await readdir(folder)).filter((name) => !before.has(name));
    const [name] = arrived;
    if (name === undefined || arrived.some((one) => UNFINISHED.test(one))) return undefined;
    // It may be given its last name between being listed and being read.
    const bytes = await readFile(join(folder, name)).catch(ifRenamed);
    if (bytes === undefined) return undefined;
    // Firefox creates the file under its last name before it writes the first byte.
    if (bytes.length === 0 || bytes.length !== sizeBefore) {
      sizeBefore = bytes.length;
      return undefined;
    }
    // Two downloads of one name: Chromium would write over the first, Firefox would change the name of the second.
    await rm(join(folder, name));
    return { name, bytes };
  });
}
