import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type {
  BrowserDriver,
  BrowserName,
  BrowserOptions,
} from "../../../practice/browser/browser-driver.ts";
import { startBrowser } from "../../../practice/browser/start-browser.ts";
import { loadHistory } from "../../../practice/journey/load-history.ts";
import { network as inventedNetwork } from "../../../practice/network/network.ts";
import type { Network } from "../../../practice/network/network.ts";
import { sampleHistory } from "../../../practice/sample-history.ts";
import { MADE_UP } from "../../../practice/messages/made-up.ts";
import { within } from "../../../practice/browser/within.ts";
import { servePractice, type Practice, type PracticeOptions } from "../../../practice/serve.ts";
import { madeUpExtension } from "./made-up-extension.ts";
import { askIn, chooseSettings } from "./settings.ts";

/** How a browser stands when its first test begins. */
export interface WorldOptions {
  /** Who is on the site, and whose history it is. Default: 60 people and five years. */
  readonly network?: Network;
  /** The choice made on the welcome page; `none` leaves the page untouched. Default: `badges`. */
  readonly mode?: "badges" | "popup" | "archive" | "none";
  /** Whether badges also stand beside strangers. Default: yes, so that everybody who is read has one. */
  readonly strangers?: boolean;
  /** `false` begins with an empty history. Default: the network's history is restored. */
  readonly history?: boolean;
  /** The language of the interface, chosen at run time, by its tag; a made-up one, too (`practice/messages/made-up.ts`). Default: English. */
  readonly language?: string;
  readonly practice?: Omit<PracticeOptions, "network">;
  readonly browser?: Pick<BrowserOptions, "language" | "timeZone" | "profile">;
}

export interface RunningWorld {
  readonly browser: BrowserDriver;
  readonly practice: Practice;
  readonly end: () => Promise<void>;
}

/** A browser begins in seconds, also on a busy machine (ms). */
const BEGINS_MS = 60_000;

/** So many are begun: together they take less than a hook may (see `vitest.config.ts`). */
const BEGUN_AT_MOST = 4;

/**
 * A browser that has begun. Of some hundred Chromiums one was seen that never answered its first commands, before a test had begun, and once
 * the one after it did not, either: it is given up, and another one is started. What fails for any other reason fails.
 */
async function begun(
  begin: () => Promise<BrowserDriver>,
  left = BEGUN_AT_MOST,
): Promise<BrowserDriver> {
  let isOver = false;
  const first = begin().finally(() => {
    isOver = true;
  });
  try {
    return await within(BEGINS_MS, "the browser to begin", first);
  } catch (error) {
    if (isOver || left === 1) throw error;
    first.then((late) => late.close()).catch(() => undefined);
    console.warn(String(error));
    return begun(begin, left - 1);
  }
}

/** Starts the practice site and a browser with the built extension and the watcher. */
export async function startWorld(name: BrowserName, options: WorldOptions): Promise<RunningWorld> {
  const now = Date.now();
  const network = options.network ?? inventedNetwork({ seed: 7, people: 60, years: 5, now });
  const practice = await servePractice({ ...options.practice, network });
  const { language } = options;
  const isMadeUp = MADE_UP.some(({ tag }) => tag === language);
  const madeUp = isMadeUp ? await madeUpExtension(name) : undefined;
  let browser: BrowserDriver | undefined;
  const end = async (): Promise<void> => {
    await browser?.close();
    await practice.close();
  };
  try {
    const begin = async (): Promise<BrowserDriver> => {
      const started = await startBrowser(name, {
        ...options.browser,
        extension: madeUp ?? builtExtension(name),
        watcher: true,
        proxyPort: practice.proxyPort,
      });
      try {
        await choose(started, options.mode ?? "badges", options.strangers ?? true);
        if (language !== undefined) await chooseSettings(started, { language });
        return started;
      } catch (error) {
        await started.close();
        throw error;
      }
    };
    browser = await begun(begin);
    if (options.history ?? true) await restore(browser, network, now);
    return { browser, practice, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Where the build puts the extension for this browser. */
export function builtExtension(name: BrowserName): string {
  const folder = fileURLToPath(
    new URL(`../../../dist/${name === "firefox" ? "firefox" : "chrome"}`, import.meta.url),
  );
  if (existsSync(join(folder, "manifest.json"))) return folder;
  throw new Error(`${folder} has not been built; "npm run build" does`);
}

/** Makes the choice on the welcome page, and closes it. */
export async function choose(
  browser: BrowserDriver,
  mode: NonNullable<WorldOptions["mode"]>,
  strangers: boolean,
): Promise<void> {
  // The journey tests that the page opens by itself. Here it is only needed: a busy machine was seen to lose the tab.
  const welcome = await browser
    .pageAt("src/welcome/index.html")
    .catch(() => browser.openExtensionPage("src/welcome/index.html"));
  // Its tab has the address before the page is there.
  await welcome.waitFor(
    "the welcome page",
    () => "chrome" in globalThis && document.querySelector("button[name=mode]") !== null,
  );
  if (strangers) await askIn(welcome, "changeSettings", { showStrangers: true });
  if (mode === "none") return;
  const button = `button[name="mode"][value="${mode}"]`;
  await welcome.click(button);
  await welcome.waitFor(
    "the choice to be kept",
    (chosen) => document.querySelector(chosen)?.getAttribute("aria-pressed") === "true",
    button,
  );
  await welcome.close();
}

/**
 * Brings the network's history in by the history page, as a user would.
 *
 * @param others networks with other people, who come in, too
 * @param kept where the file is kept afterwards; it is removed without
 */
export async function restore(
  browser: BrowserDriver,
  network: Network,
  now: number,
  others: readonly Network[] = [],
  kept?: string,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "tielight-history-"));
  try {
    const file = kept ?? join(folder, "history.jsonl");
    await writeFile(file, (await sampleHistory(network, now, others)).text);
    await loadHistory(browser, file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
