/** One import in the built extension in Chromium, from the choice of the file to the report, beside its floor in the same run. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "puppeteer-core";
import { build } from "vite";
import { archiveOf } from "../linkedin/archive/written/archive-writer.ts";
import { inventedNetwork, monthAfter } from "../linkedin/archive/written/invented-network.ts";
import { inChromium } from "./in-chromium.ts";

const NOW = Date.UTC(2026, 4, 5);
const PATIENCE_MS = 600_000;

/** What one import took. Times in ms, memory in bytes. */
export interface MeasuredImport {
  readonly rows: number;
  readonly readMs: number;
  readonly writeMs: number;
  readonly floorReadMs: number;
  readonly floorWriteMs: number;
  /** Importing the archive of the month after, with 5 % new messages, from the choice of the file to the report. */
  readonly nextMs: number;
  /** What the first import says as it is kept, and what that of the month after adds. */
  readonly storedBytes: number;
  readonly nextStoredBytes: number;
  /** Undoing the later import. */
  readonly undoMs: number;
  /** Most of what all processes of the extension took on top of what they took before. */
  readonly peakBytes: number;
  /** The longest task on the page's main thread. */
  readonly longestTaskMs: number;
}

/** The floor of an import as a script for a page. */
export async function floorScript(): Promise<string> {
  const entry = fileURLToPath(new URL("import-floor.ts", import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, lib: { entry, formats: ["iife"], name: "floor" } },
  });
  const [output] = Array.isArray(result) ? result : [];
  const [chunk] = output?.output ?? [];
  if (chunk?.type !== "chunk") throw new Error("The floor was not bundled");
  return chunk.code;
}

/** A target that ends while it is asked may never answer (puppeteer waits minutes): then its heap counts nothing. */
const ANSWERED_MS = 2000;

const answered = <T>(asking: Promise<T> | undefined): Promise<T | undefined> =>
  Promise.race([
    asking ?? Promise.resolve(undefined),
    new Promise<undefined>((giveUp) => setTimeout(giveUp, ANSWERED_MS)),
  ]).catch(() => undefined);

/** Bytes of heap in use in the page, its worker (a target of type `other`) and the background. */
export async function heaps(browser: Browser): Promise<number> {
  let sum = 0;
  for (const target of browser.targets()) {
    if (!["page", "service_worker", "other"].includes(target.type())) continue;
    if (!target.url().startsWith("chrome-extension://")) continue;
    const session = await answered(target.createCDPSession());
    const usage = await answered(session?.send("Runtime.getHeapUsage"));
    sum += (usage?.usedSize ?? 0) + (usage?.backingStorageSize ?? 0);
    await answered(session?.detach());
  }
  return sum;
}

const has = (page: Page, selector: string) =>
  page.waitForSelector(selector, { timeout: PATIENCE_MS });

async function floor(
  page: Page,
  archive: string,
  people: number,
  interactions: number,
  code: string,
) {
  await page.evaluate(code);
  // The page's own input would begin an import; this one is only read from.
  await page.evaluate(
    `document.body.append(Object.assign(document.createElement("input"), { type: "file", id: "floor" }))`,
  );
  const input = await page.$("#floor");
  if (input === null) throw new Error("No input for the floor");
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(archive);
  const read = (await page.evaluate(
    `unpackedAndParsed(document.querySelector("#floor").files[0])`,
  )) as { ms: number; rows: number };
  const writeMs = (await page.evaluate(
    `packedWrites(${people}, ${Math.round(interactions / people)})`,
  )) as number;
  return { floorReadMs: read.ms, floorWriteMs: writeMs, rows: read.rows };
}

/**
 * Bytes of what all imports say, as it is kept. What the browser takes on disk says nothing: it moves by itself, for minutes after
 * everything was written.
 */
async function stored(browser: Browser): Promise<number> {
  const target = await browser.waitForTarget((one) => one.type() === "service_worker");
  const worker = await target.worker();
  return (await worker?.evaluate(`(async () => {
    const answer = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    let bytes = 0;
    for (const { name } of await indexedDB.databases()) {
      if (!name.startsWith("history-")) continue;
      const database = await answer(indexedDB.open(name));
      if (!database.objectStoreNames.contains("parts")) continue;
      const parts = database.transaction("parts").objectStore("parts");
      for (const key of await answer(parts.getAllKeys()))
        bytes += new TextEncoder().encode(JSON.stringify(await answer(parts.get(key)))).length;
      database.close();
    }
    return bytes;
  })()`)) as number;
}

/** Chooses a file, and waits until there are so many imports in the log. */
async function broughtIn(page: Page, archive: string, imports: number): Promise<readonly number[]> {
  const input = await page.waitForSelector("input[name=given]");
  const start = performance.now();
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(archive);
  await has(page, ".preview-heading");
  const read = performance.now();
  await page.evaluate(`[...document.querySelectorAll(".import button.main")].at(-1).click()`);
  while ((await page.$$(".log-entry")).length < imports)
    await new Promise((go) => setTimeout(go, 50));
  return [read - start, performance.now() - read];
}

async function measured(page: Page, browser: Browser, archive: string, next: string) {
  await page.evaluate(
    `globalThis.longest = 0; new PerformanceObserver((list) => { for (const one of list.getEntries()) longest = Math.max(longest, one.duration); }).observe({ entryTypes: ["longtask"] })`,
  );
  const idle = await heaps(browser);
  let peakBytes = 0;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      peakBytes = Math.max(peakBytes, (await heaps(browser)) - idle);
      await new Promise((go) => setTimeout(go, 200));
    }
  })();
  const [readMs = 0, writeMs = 0] = await broughtIn(page, archive, 1);
  isOver = true;
  await watching;
  const longestTaskMs = (await page.evaluate("longest")) as number;
  const first = await stored(browser);
  await page.reload();
  const nextTimes = await broughtIn(page, next, 2);
  const second = await stored(browser);
  await page.evaluate(`document.querySelector('.log-entry button[name="undo"]').click()`);
  await has(page, '.log-entry button[name="undo-yes"]');
  await page.evaluate(`document.querySelector('button[name="undo-yes"]').click()`);
  const undoing = performance.now();
  // The page's policy lets nobody wait in it by a text of code, so it is asked again and again.
  while ((await page.$$(".log-entry")).length > 1) await new Promise((go) => setTimeout(go, 50));
  const undoMs = performance.now() - undoing;
  return {
    readMs,
    writeMs,
    nextMs: nextTimes.reduce((sum, ms) => sum + ms, 0),
    storedBytes: first,
    nextStoredBytes: second - first,
    undoMs,
    peakBytes,
    longestTaskMs,
  };
}

/**
 * Brings an invented archive of this size into a new browser with the extension of this folder.
 *
 * @param extension folder of the built extension, `dist/chrome`
 */
export async function importInChromium(
  connections: number,
  messages: number,
  extension = "dist/chrome",
): Promise<MeasuredImport> {
  const folder = await mkdtemp(join(tmpdir(), "tielight-bench-"));
  const archive = join(folder, "Complete_LinkedInDataExport_05-04-2026.zip");
  const network = inventedNetwork({ seed: 1, connections, messages, now: NOW });
  const next = join(folder, "Complete_LinkedInDataExport_06-04-2026.zip");
  await writeFile(archive, new Uint8Array(await (await archiveOf(network, "2026")).arrayBuffer()));
  const later = await archiveOf(monthAfter(network), "2026");
  await writeFile(next, new Uint8Array(await later.arrayBuffer()));
  try {
    return await inChromium(async (browser, origin) => {
      const page = await browser.newPage();
      await page.goto(`${origin}/src/dashboard/index.html`);
      const code = await floorScript();
      const before = await floor(page, archive, connections, messages, code);
      await page.reload();
      const ours = await measured(page, browser, archive, next);
      const after = await floor(page, archive, connections, messages, code);
      return {
        ...ours,
        rows: before.rows,
        // On a machine that others use as well, the mean of before and after is the fairer one.
        floorReadMs: (before.floorReadMs + after.floorReadMs) / 2,
        floorWriteMs: (before.floorWriteMs + after.floorWriteMs) / 2,
      };
    }, extension);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
