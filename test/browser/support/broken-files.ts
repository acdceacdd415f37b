/**
 * Profiles of browsers that have ended, with a history in them, and what damages the files that it lies in.
 */
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserDriver, BrowserName } from "../../../practice/browser/browser-driver.ts";
import { startBrowser } from "../../../practice/browser/start-browser.ts";
import { network } from "../../../practice/network/network.ts";
import { servePractice, type Practice } from "../../../practice/serve.ts";
import { signedInAtLast } from "./kept.ts";
import { builtExtension, choose, restore } from "./world.ts";

/** A profile that somebody used, and the site that it was used on. */
export interface LivedProfile {
  readonly practice: Practice;
  /** A backup of the history. */
  readonly backup: string;
  /** How many people the history holds. */
  readonly people: number;
  /** Starts the browser on a copy of the profile, after its files were damaged. The copy lies in `at`, or in a folder of its own. */
  readonly start: (
    damage: (profile: string) => Promise<void>,
    at?: string,
  ) => Promise<BrowserDriver>;
  /** Starts the browser on a profile that is there. */
  readonly startOn: (profile: string) => Promise<BrowserDriver>;
  /** The profile as it was left. */
  readonly profile: string;
  /** The copy of it that `start` makes where no other place is named. */
  readonly used: string;
  readonly end: () => Promise<void>;
}

/** How many people a history holds whose popup or page is asked. */
const heldPeople = (browser: BrowserDriver): Promise<number> =>
  browser.evaluateInBackground(
    () =>
      new Promise<number>((resolve, reject) => {
        indexedDB.databases().then((all) => {
          const name = all.find((one) => one.name?.startsWith("history-"))?.name ?? "";
          const opening = indexedDB.open(name);
          opening.addEventListener("success", () => {
            const database = opening.result;
            const asking = database.transaction("about").objectStore("about").get("counts");
            asking.addEventListener("success", () => {
              database.close();
              resolve(Number(Object(asking.result)["people"] ?? 0));
            });
          });
        }, reject);
      }),
  );

/** Uses a browser until it has a history, and ends it. */
export async function livedProfile(name: BrowserName): Promise<LivedProfile> {
  const now = Date.now();
  const invented = network({ seed: 7, people: 60, years: 4, now });
  const practice = await servePractice({ network: invented });
  const folder = await mkdtemp(join(tmpdir(), "tielight-lived-"));
  const [lived, used] = [join(folder, "lived"), join(folder, "used")];
  await mkdir(lived);
  const started = (profile: string): Promise<BrowserDriver> =>
    startBrowser(name, {
      extension: builtExtension(name),
      watcher: true,
      proxyPort: practice.proxyPort,
      profile,
    });
  const end = async (): Promise<void> => {
    await practice.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  try {
    const browser = await started(lived);
    try {
      await choose(browser, "badges", true);
      const backup = join(folder, "backup.jsonl");
      await restore(browser, invented, now, [], backup);
      const page = await browser.open("https://www.linkedin.com/in/me/");
      await signedInAtLast(browser, practice.networks[1].viewer.slug);
      await page.close();
      const people = await heldPeople(browser);
      return {
        practice,
        backup,
        people,
        start: async (damage, at = used) => {
          if (at === used) await rm(used, { recursive: true, force: true });
          await cp(lived, at, { recursive: true });
          await damage(at);
          return started(at);
        },
        startOn: started,
        profile: lived,
        used,
        end,
      };
    } finally {
      await browser.close();
    }
  } catch (error) {
    await end();
    throw error;
  }
}

/** The databases of an extension in Chromium: one folder for all of them. */
async function databasesOfChromium(profile: string): Promise<string> {
  const all = join(profile, "Default", "IndexedDB");
  const own = (await readdir(all)).find((one) => /^chrome-extension_.*\.leveldb$/.test(one));
  return join(all, own ?? "");
}

/** The file of the largest database of an extension in Firefox, which is its history: each database has its own. */
async function historyOfFirefox(profile: string): Promise<string> {
  const all = join(profile, "storage", "default");
  const found: { readonly path: string; readonly size: number }[] = [];
  for (const origin of await readdir(all)) {
    if (!origin.startsWith("moz-extension")) continue;
    const folder = join(all, origin, "idb");
    for (const file of await readdir(folder).catch(() => []))
      if (file.endsWith(".sqlite"))
        found.push({ path: join(folder, file), size: (await stat(join(folder, file))).size });
  }
  return found.toSorted((a, b) => b.size - a.size)[0]?.path ?? "";
}

/** The history opens empty afterwards, without an error. */
export async function loseFiles(name: BrowserName, profile: string): Promise<void> {
  if (name === "firefox") return rm(await historyOfFirefox(profile));
  const folder = await databasesOfChromium(profile);
  for (const file of await readdir(folder))
    if (file.startsWith("MANIFEST")) await truncate(join(folder, file), 10);
}

/** The history cannot be opened afterwards; in Chromium no other database either. */
export async function breakFiles(name: BrowserName, profile: string): Promise<void> {
  if (name === "chromium")
    return writeFile(join(await databasesOfChromium(profile), "CURRENT"), "garbage\n");
  const file = await historyOfFirefox(profile);
  const bytes = await readFile(file);
  // Without its first pages the browser would begin the file anew.
  await writeFile(file, bytes.fill(7, 4096 * 3, Math.floor(bytes.length * 0.8)));
}
