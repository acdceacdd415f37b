import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browserPath } from "./browser-path.mjs";
import type { BrowserName } from "./browser-driver.ts";

/** What a browser needs on the disk before it starts. */
export interface BrowserHome {
  readonly program: string;
  readonly profile: string;
  readonly downloads: string;
  /** Removes everything but a profile the caller wants to keep. */
  readonly remove: () => Promise<void>;
}

export async function browserHome(
  name: BrowserName,
  keptProfile: string | undefined,
): Promise<BrowserHome> {
  const program = browserPath(name);
  if (program === undefined)
    throw new Error(`no ${name} on this machine; "node practice/install.mjs" says what to do`);
  const folder = await mkdtemp(join(tmpdir(), "tielight-"));
  const profile = keptProfile ?? join(folder, "profile");
  const downloads = join(folder, "downloads");
  await mkdir(profile, { recursive: true });
  await mkdir(downloads);
  return {
    program,
    profile,
    downloads,
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
}
