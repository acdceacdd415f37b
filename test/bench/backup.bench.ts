/**
 * What a folder and a restore cost in Chromium, as a ratio to what cannot be saved: to write and read back, the same lines packed, hashed,
 * written and read; to take in, the same lines unpacked and parsed, and as many packed writes. Needs `npm run build` before.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { base64 } from "../../src/exchange/backup/base64.ts";
import { madeKey } from "../../src/exchange/backup/folder-secret.ts";
import { benchRow, type BenchRow, type Budget, designBudget, type Unit } from "./bench-row.ts";
import { inChromium } from "./in-chromium.ts";
import { floorScript, heaps } from "./import-in-chromium.ts";
import { fill, type Size } from "./large-history.ts";

const PATIENCE_MS = 900_000;
/** The most memory over idle, as for an import. */
const MEMORY_MB = 400;
/** What an import may cost beside its floor. A file of a history is read and written in the same way. */
const BUDGET: Budget = {
  atMost: 1.5,
  source: "design.md, archive of 30,000 connections: 1.5 times the floor",
};

interface Sized extends Size {
  readonly runs: number;
  /** Absent where a figure is too small to be judged. */
  readonly isJudged: boolean;
}

const SIZES: readonly Sized[] = [
  { people: 3_000, interactions: 17, runs: 3, isJudged: false },
  { people: 30_000, interactions: 17, runs: 1, isJudged: true },
];

/** What one run took. Times in ms, memory and files in bytes. */
interface MeasuredBackup {
  readonly writeMs: number;
  readonly sealedMs: number;
  readonly writeFloorMs: number;
  readonly uniteMs: number;
  readonly restoreMs: number;
  readonly takeFloorMs: number;
  readonly fileBytes: number;
  readonly linesBytes: number;
  readonly peakBytes: number;
}

/** Asks the background, and answers how long that took (ms). */
const asked = (page: Page, ask: string, about?: unknown): Promise<number> =>
  page.evaluate(
    `(async (ask, about) => {
      const start = performance.now();
      const reply = await chrome.runtime.sendMessage({ ask, about });
      if (!reply || "refused" in reply) throw new Error(ask + ": " + JSON.stringify(reply));
      return performance.now() - start;
    })(${JSON.stringify(ask)}, ${JSON.stringify(about)})`,
  ) as Promise<number>;

const ID = "00000000-0000-4000-8000-000000000001";

/** Chooses a folder of the extension's own, as nobody can answer the browser's dialog; and answers how long the first round took (ms). */
async function folderChosen(page: Page, name: string, id: string): Promise<number> {
  await asked(page, "folderState");
  await page.evaluate(`(async () => {
    const root = await navigator.storage.getDirectory();
    const directory = await root.getDirectoryHandle(${JSON.stringify(name)}, { create: true });
    const channel = new BroadcastChannel("tielight-folder");
    channel.postMessage({ to: "background", id: ${JSON.stringify(id)}, directory });
    channel.close();
  })()`);
  return asked(page, "useFolder", { id });
}

/** What cannot be saved of writing the open file in the folder (ms), and of reading it as far as unpacking and parsing (ms). */
const floorOf = (page: Page, name: string) =>
  page.evaluate(`(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(${JSON.stringify(name)});
    let file;
    for await (const [called, handle] of folder)
      if (called.endsWith(".jsonl.gz")) file = await handle.getFile();
    const through = (blob, stream) => new Response(blob.stream().pipeThrough(stream)).blob();
    const started = performance.now();
    const lines = await through(file, new DecompressionStream("gzip"));
    for (const line of (await lines.text()).split("\\n")) if (line !== "") JSON.parse(line);
    const read = performance.now() - started;
    const start = performance.now();
    const packed = await through(lines, new CompressionStream("gzip"));
    await crypto.subtle.digest("SHA-256", await packed.arrayBuffer());
    const handle = await root.getFileHandle("floor", { create: true });
    await packed.stream().pipeTo(await handle.createWritable());
    const back = await (await handle.getFile()).arrayBuffer();
    await crypto.subtle.digest("SHA-256", back);
    const write = performance.now() - start;
    await root.removeEntry("floor");
    return { read, write, bytes: file.size, lines: lines.size };
  })()`) as Promise<{ read: number; write: number; bytes: number; lines: number }>;

/** The bytes of the open file in the folder. */
const fileIn = async (page: Page, name: string): Promise<Buffer> =>
  Buffer.from(
    (await page.evaluate(`(async () => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle(${JSON.stringify(name)});
      let file;
      for await (const [called, handle] of folder)
        if (called.endsWith(".jsonl.gz")) file = await handle.getFile();
      const bytes = new Uint8Array(await file.arrayBuffer());
      let text = "";
      for (let place = 0; place < bytes.length; place += 32768)
        text += String.fromCharCode(...bytes.subarray(place, place + 32768));
      return btoa(text);
    })()`)) as string,
    "base64",
  );

/** Restores a file as the user does (ms): from its choice until the preview, and from the consent until it is done. */
async function restored(page: Page, path: string): Promise<number> {
  const input = await page.waitForSelector("input[name=given]");
  const start = performance.now();
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
  await page.waitForSelector("[name=restore-commit]", { timeout: PATIENCE_MS });
  await page.evaluate(`document.querySelector("[name=restore-commit]").click()`);
  await page.waitForSelector("[name=restore-keep]", { timeout: PATIENCE_MS });
  return performance.now() - start;
}

async function measured(browser: Browser, origin: string, size: Size, folder: string) {
  const page = await browser.newPage();
  const open = () => page.goto(`${origin}/src/dashboard/index.html#data`);
  await open();
  await asked(page, "changeSettings", { mode: "badges" });
  await fill(page, size);
  const idle = await heaps(browser);
  let peakBytes = 0;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      peakBytes = Math.max(peakBytes, (await heaps(browser)) - idle);
      await new Promise((go) => setTimeout(go, 200));
    }
  })();
  // As long as the restore can be undone, a round writes nothing.
  await folderChosen(page, "open", ID);
  const writeMs = await asked(page, "keepFolder", { now: true });
  const floor = await floorOf(page, "open");
  const bytes = await fileIn(page, "open");
  const { file, scalar } = await madeKey("a passphrase of the bench", 4);
  // In a folder of its own, so that no older file is sealed as well.
  await folderChosen(page, "sealed", ID.replace(/1$/, "2"));
  await asked(page, "forgetFolder");
  await page.evaluate(
    `navigator.storage.getDirectory().then((root) => root.removeEntry("sealed", { recursive: true }))`,
  );
  await asked(page, "folderState");
  await page.evaluate(`(async () => {
    const root = await navigator.storage.getDirectory();
    const directory = await root.getDirectoryHandle("sealed", { create: true });
    const channel = new BroadcastChannel("tielight-folder");
    channel.postMessage({ to: "background", id: ${JSON.stringify(ID.replace(/1$/, "3"))}, directory });
    channel.close();
  })()`);
  const key = { file: base64(file), scalar, isKept: true };
  const sealedMs = await asked(page, "useFolder", { id: ID.replace(/1$/, "3"), key });
  await asked(page, "forgetFolder");

  // A computer that knows nothing takes the folder in.
  await asked(page, "eraseEverything");
  await asked(page, "changeSettings", { mode: "badges" });
  const uniteMs = await folderChosen(page, "open", ID.replace(/1$/, "4"));
  await asked(page, "eraseEverything");
  await asked(page, "changeSettings", { mode: "badges" });
  await open();
  await page.reload();
  const path = join(folder, "tielight-2026-05-20.jsonl.gz");
  await writeFile(path, bytes);
  const restoreMs = await restored(page, path);
  isOver = true;
  await watching;
  await page.evaluate(await floorScript());
  const packedMs = (await page.evaluate(
    `packedWrites(${size.people}, ${size.interactions})`,
  )) as number;
  await page.close();
  return {
    writeMs,
    sealedMs,
    writeFloorMs: floor.write,
    uniteMs,
    restoreMs,
    takeFloorMs: floor.read + packedMs,
    fileBytes: floor.bytes,
    linesBytes: floor.lines,
    peakBytes,
  };
}

async function backupInChromium(size: Size): Promise<MeasuredBackup> {
  const folder = await mkdtemp(join(tmpdir(), "tielight-bench-"));
  try {
    return await inChromium((browser, origin) => measured(browser, origin, size, folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function backupsOf({ runs, isJudged, ...size }: Sized): Promise<readonly BenchRow[]> {
  const all: MeasuredBackup[] = [];
  for (let run = 0; run < runs; run += 1) all.push(await backupInChromium(size));
  const row = (
    what: string,
    unit: Unit,
    figure: (one: MeasuredBackup) => number,
    beside: string,
    peer: (one: MeasuredBackup) => number,
    budget?: Budget,
  ): BenchRow =>
    benchRow(
      {
        what,
        size: `${size.people} people, ${size.people * size.interactions} interactions`,
        unit,
        beside,
      },
      all.map(figure),
      all.map(peer),
      isJudged ? budget : undefined,
    );
  const written = (one: MeasuredBackup): number => one.writeFloorMs / 1000;
  const taken = (one: MeasuredBackup): number => one.takeFloorMs / 1000;
  const packing = "packing, hashing, writing, reading";
  const parsing = "unpacking, parsing, packed writes";
  return [
    row("a file in the folder, read back", "s", (one) => one.writeMs / 1000, packing, written),
    row("a sealed one", "s", (one) => one.sealedMs / 1000, packing, written),
    row("a folder on a new computer", "s", (one) => one.uniteMs / 1000, parsing, taken, BUDGET),
    row("a restore", "s", (one) => one.restoreMs / 1000, parsing, taken, BUDGET),
    // Each day on which something is new has a whole file; of each of the last seven one is kept.
    row(
      "bytes written on a day",
      "MB",
      (one) => one.fileBytes / 1e6,
      "the lines in it",
      (one) => one.linesBytes / 1e6,
    ),
    row(
      "most memory over idle",
      "MB",
      (one) => one.peakBytes / 1e6,
      "the limit",
      () => MEMORY_MB,
      designBudget(1),
    ),
  ];
}

/** All rows. */
export async function backupBench(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const size of SIZES) rows.push(...(await backupsOf(size)));
  return rows;
}
