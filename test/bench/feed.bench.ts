/**
 * What Tielight costs a feed of 1,000 links to people in Chromium, with 30,000 people stored, beside a script that looks at the whole
 * page again at every change. Needs `npm run build` before. `npx tsx test/bench/feed.bench.ts [people]`
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { browserPath } from "../../practice/browser/browser-path.mjs";
import { network } from "../../practice/network/network.ts";
import { sampleHistory } from "../../practice/sample-history.ts";
import { servePractice } from "../../practice/serve.ts";
import type { BenchRow } from "./archive.bench.ts";

/** Posts of the first answer: each links to its author four times or more. */
const POSTS = 250;
const TURNS = 20;

/** Budgets: script time of a batch, longest task, time until a badge (ms), layout shift. */
const BATCH_MS = 1;
const TASK_MS = 50;
const BADGE_MS = 150;
const SHIFT = 0.01;

interface Cost {
  readonly shift: number;
  /** Each call of the extension's script, in ms. */
  readonly calls: readonly number[];
  /** From a name's arrival on the page to its badge, in ms. */
  readonly waits: readonly number[];
  readonly links: number;
  /** Work of the page's main thread in all, in ms of its own time: scripts, styles, layout and painting. */
  readonly mainThread: number;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * Runs in the page before anything else: sums up shifts, and times each badge from the moment its post came. `seen` are the waits for
 * badges drawn within the window, `ready` the same from when the page's own script had taken it over, if that was later; `below`
 * counts those that stood there before they could be seen.
 */
const EYES = `
  globalThis.eyes = { shift: 0, waits: [], seen: [], ready: [], below: 0 };
  let takenOver = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) eyes.shift += one.value;
  }).observe({ type: "layout-shift", buffered: true });
  const came = new WeakMap();
  const waited = new WeakMap();
  const screen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      screen.unobserve(target);
      const { from, drawn } = waited.get(target);
      if (!isIntersecting) eyes.below += 1;
      else {
        eyes.seen.push(drawn - from);
        eyes.ready.push(drawn - Math.max(from, takenOver));
      }
    }
  });
  new MutationObserver((records) => {
    const now = performance.now();
    for (const { type, addedNodes, target } of records) {
      if (type === "attributes") takenOver = now;
      for (const node of addedNodes) {
        if (node.nodeType !== 1) continue;
        const isBadge = node.localName === "span" && node.attributes.length === 0 && node.childNodes.length === 0;
        if (!isBadge) came.set(node, now);
        else for (let around = target; around; around = around.parentNode)
          if (came.has(around)) {
            eyes.waits.push(now - came.get(around));
            waited.set(node, { from: came.get(around), drawn: now });
            screen.observe(node);
            break;
          }
      }
    }
  }).observe(document, { childList: true, subtree: true, attributeFilter: ["data-rehydrated"] });
`;

interface TraceEvent {
  readonly name: string;
  /** µs of the thread's own time. What others run on the machine at the same time is no part of it. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** Reads a long feed to its end and further, as a user would who scrolls. */
async function cost(browser: Browser, script: string | undefined): Promise<Cost> {
  const page: Page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluateOnNewDocument(EYES);
  const session = await page.createCDPSession();
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.tracing.start({ categories: ["devtools.timeline"] });
  await page.goto(
    `https://www.linkedin.com/feed/?layout=older&count=${POSTS}&virtual=off&delay=0`,
    { timeout: 120_000 },
  );
  await new Promise((go) => setTimeout(go, 4000));
  for (let turn = 0; turn < TURNS; turn += 1) {
    await page.evaluate(
      "scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })",
    );
    await new Promise((go) => setTimeout(go, 400));
  }
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as {
    traceEvents: readonly TraceEvent[];
  };
  const calls = traceEvents.flatMap(({ name, tdur, args }) =>
    name === "FunctionCall" && script !== undefined && args?.data?.url?.includes(script) === true
      ? [(tdur ?? 0) / 1000]
      : [],
  );
  const eyes = (await page.evaluate("eyes")) as Pick<Cost, "shift" | "waits">;
  const links = (await page.evaluate(
    `document.querySelectorAll('a[href*="/in/"]').length`,
  )) as number;
  const { metrics } = await session.send("Performance.getMetrics");
  const seconds = metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
  await page.close();
  return { ...eyes, calls, links, mainThread: seconds * 1000 };
}

/** What somebody waits for who opens the feed as it is and scrolls through it. */
interface Waits {
  readonly seen: readonly number[];
  readonly ready: readonly number[];
  readonly below: number;
}

async function waitsIn(browser: Browser, layout: "older" | "current"): Promise<Waits> {
  const page: Page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluateOnNewDocument(EYES);
  await page.goto(`https://www.linkedin.com/feed/?layout=${layout}`, { timeout: 120_000 });
  await new Promise((go) => setTimeout(go, 3000));
  for (let turn = 0; turn < TURNS; turn += 1) {
    await page.evaluate("scrollBy({ top: 800, behavior: 'instant' })");
    await new Promise((go) => setTimeout(go, 400));
  }
  const eyes = (await page.evaluate("eyes")) as Waits;
  await page.close();
  return eyes;
}

async function launched(proxyPort: number): Promise<Browser> {
  const executablePath = browserPath("chromium");
  if (executablePath === undefined) throw new Error("No Chromium on this machine");
  return puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    acceptInsecureCerts: true,
    protocolTimeout: 600_000,
    enableExtensions: true,
    args: [
      `--proxy-server=127.0.0.1:${proxyPort}`,
      "--proxy-bypass-list=<-loopback>",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
}

/** Makes the choice on the welcome page and brings the history in, as a user would. */
async function prepare(browser: Browser, id: string, history: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${id}/src/welcome/index.html`);
  await page.evaluate(`chrome.storage.local.set({ mode: "badges" })`);
  await page.goto(`chrome-extension://${id}/src/dashboard/index.html`);
  const input = await page.waitForSelector('input[name="restore"]');
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(history);
  const commit = await page.waitForSelector('button[name="restore-commit"]', { timeout: 300_000 });
  await commit?.click();
  // The page's policy lets nobody wait in it by a text of code, so it is asked again and again.
  for (let tries = 0; tries < 600; tries += 1) {
    await new Promise((go) => setTimeout(go, 500));
    if (
      await page.evaluate(
        `document.querySelector('section:has(input[name="restore"]) .notice') !== null`,
      )
    )
      break;
  }
  await page.close();
}

/** The rows of this bench; budgets stand in place of a floor where there is none. */
export async function feedBench(
  people = 30_000,
  extension = "dist/chrome",
): Promise<readonly BenchRow[]> {
  const now = Date.now();
  const onSite = network({ seed: 7, people: 400, years: 8, now });
  const stored = network({ seed: 9, people: Math.max(0, people - 400), years: 2, now });
  const folder = await mkdtemp(join(tmpdir(), "tielight-bench-"));
  const file = join(folder, "history.jsonl");
  const history = await sampleHistory(onSite, now, [stored]);
  await writeFile(file, history.text);
  const site = await servePractice({ network: onSite });
  try {
    const bare = await launched(site.proxyPort);
    const without = await cost(bare, undefined).finally(() => void bare.close());
    const rescanning = await launched(site.proxyPort);
    await rescanning.installExtension(fileURLToPath(new URL("naive-extension", import.meta.url)));
    const naive = await cost(rescanning, "content.js").finally(() => void rescanning.close());
    const browser = await launched(site.proxyPort);
    try {
      const id = await browser.installExtension(resolve(extension));
      await prepare(browser, id, file);
      const ours = await cost(browser, `${id}/content.js`);
      const feeds = [];
      for (const layout of ["older", "current"] as const)
        feeds.push({ layout, ...(await waitsIn(browser, layout)) });
      const row = (what: string, measured: number, floor: number): BenchRow => ({
        what,
        measured,
        floor,
        ratio: measured / floor,
      });
      const sum = (calls: readonly number[]): number => calls.reduce((all, call) => all + call, 0);
      const size = `feed of ${ours.links} links, ${history.people} people stored`;
      return [
        row(
          `script time of a call, median (ms), beside the budget, ${size}`,
          median(ours.calls),
          BATCH_MS,
        ),
        row("the same, beside full rescans", median(ours.calls), median(naive.calls)),
        row("longest task of ours (ms), beside the budget", Math.max(...ours.calls), TASK_MS),
        row("the same, beside full rescans", Math.max(...ours.calls), Math.max(...naive.calls)),
        row("script time in all (ms), beside full rescans", sum(ours.calls), sum(naive.calls)),
        row(
          "main-thread time added (ms), beside the page's own",
          ours.mainThread - without.mainThread,
          without.mainThread,
        ),
        row("layout shift by badges, beside the budget", ours.shift - without.shift, SHIFT),
        row(
          "the same, beside full rescans",
          ours.shift - without.shift,
          naive.shift - without.shift,
        ),
        row(
          `a name's wait for its badge in an opening burst of ${POSTS} posts, most far below the window, median of ${ours.waits.length} (ms)`,
          median(ours.waits),
          BADGE_MS,
        ),
        ...feeds.flatMap(({ layout, seen, ready, below }) => [
          row(
            `${layout} layout, feed as it is: wait of the ${seen.length} names on the screen, median (ms), beside the budget`,
            median(seen),
            BADGE_MS,
          ),
          row(
            "the same, from when the page's own script had taken the page over (ms)",
            median(ready),
            BADGE_MS,
          ),
          row(
            "names with a badge before they came into the window, of all",
            below,
            below + seen.length,
          ),
        ]),
      ];
    } finally {
      await browser.close();
    }
  } finally {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  console.table(await feedBench(Number(process.argv[2] ?? 30_000)));
