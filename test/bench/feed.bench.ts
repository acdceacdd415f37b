/**
 * What Tielight costs a feed of 1,000 links to people in Chromium, with 30,000 people stored, beside a script that looks at the whole
 * page again at every change. Needs `npm run build` before.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { browserPath } from "../../practice/browser/browser-path.mjs";
import { network } from "../../practice/network/network.ts";
import { sampleHistory } from "../../practice/sample-history.ts";
import { servePractice } from "../../practice/serve.ts";
import {
  benchRow,
  type BenchRow,
  type Budget,
  designBudget,
  median,
  type Unit,
} from "./bench-row.ts";
import { type TraceEvent, traced } from "./traced.ts";

/** Posts of the first answer: each links to its author four times or more. The second is as long as feeds that were saved. */
const POSTS = 250;
const SAVED_POSTS = 25;
const TURNS = 20;
const RUNS = 3;
const PEOPLE = 30_000;
/** How long (ms) bringing the history in may take. */
const PREPARE_MS = 300_000;

/** Limits of the design document: layout shift; time until a badge (ms), which is shown and not judged. */
const SHIFT = 0.01;
const BADGE_MS = 150;

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

/** Reads a long feed to its end and further, as a user does who scrolls. */
async function cost(browser: Browser, script: string | undefined, posts: number): Promise<Cost> {
  const page: Page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluateOnNewDocument(EYES);
  const session = await page.createCDPSession();
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const events = await traced(page, ["devtools.timeline"], async () => {
    await page.goto(
      `https://www.linkedin.com/feed/?layout=older&count=${posts}&virtual=off&delay=0`,
      { timeout: 120_000 },
    );
    await new Promise((go) => setTimeout(go, 4000));
    for (let turn = 0; turn < TURNS; turn += 1) {
      await page.evaluate(
        "scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })",
      );
      await new Promise((go) => setTimeout(go, 400));
    }
  });
  const isOfScript = ({ name, args }: TraceEvent): boolean =>
    name === "FunctionCall" && script !== undefined && args?.data?.url?.includes(script) === true;
  const calls = events.filter(isOfScript).map(({ tdur }) => (tdur ?? 0) / 1000);
  const eyes = (await page.evaluate("eyes")) as Pick<Cost, "shift" | "waits">;
  const links = (await page.evaluate(
    `document.querySelectorAll('a[href*="/in/"]').length`,
  )) as number;
  const { metrics } = await session.send("Performance.getMetrics");
  const seconds = metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
  await page.close();
  return { ...eyes, calls, links, mainThread: seconds * 1000 };
}

/** The same some times, one after another in the same browser. */
async function costs(
  browser: Browser,
  script: string | undefined,
  posts: number,
): Promise<readonly Cost[]> {
  const all: Cost[] = [];
  for (let run = 0; run < RUNS; run += 1) all.push(await cost(browser, script, posts));
  return all;
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

/** Chromium behind the practice site. */
export async function launched(proxyPort: number): Promise<Browser> {
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

/**
 * Presses a button as soon as it can be pressed. The welcome page opens by itself and may stand in front; a tab behind another one is
 * drawn no frames, for which a click and a wait for an element would wait, so it is asked again and again.
 */
async function pressed(page: Page, name: string): Promise<void> {
  const press = `(() => {
    const button = document.querySelector('[name="${name}"]:not(:disabled)');
    button?.click();
    return button !== null;
  })()`;
  for (const patience = Date.now() + PREPARE_MS; Date.now() < patience;) {
    if (await page.evaluate(press)) return;
    await new Promise((go) => setTimeout(go, 500));
  }
  throw new Error(`No button ${name} could be pressed`);
}

/** Makes the choice on the welcome page and brings the history in, as a user would. */
async function prepare(browser: Browser, id: string, history: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${id}/src/welcome/index.html`);
  await page.evaluate(
    `chrome.runtime.sendMessage({ ask: "changeSettings", about: { mode: "badges" } })`,
  );
  await page.goto(`chrome-extension://${id}/src/dashboard/index.html`);
  const input = await page.waitForSelector('input[name="given"]');
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(history);
  await pressed(page, "restore-commit");
  await pressed(page, "restore-keep");
  await page.close();
}

const sum = (calls: readonly number[]): number => calls.reduce((all, call) => all + call, 0);

/** A script that does nothing has no slowest call. */
const slowest = (calls: readonly number[]): number => Math.max(0, ...calls);

/** What one feed costs: with Tielight, with a script that rescans, and alone. */
interface Compared {
  readonly ours: readonly Cost[];
  readonly naive: readonly Cost[];
  readonly alone: readonly Cost[];
}

function feedRows(
  { ours, naive, alone }: Compared,
  people: number,
  limits: boolean,
): readonly BenchRow[] {
  const size = `${ours[0]?.links} links, ${people} people stored`;
  const row = (
    what: string,
    unit: Unit,
    figure: (cost: Cost) => number,
    [beside, peers]: readonly [string, readonly number[]],
    budget?: Budget,
  ): BenchRow =>
    benchRow({ what, size, unit, beside }, ours.map(figure), peers, limits ? budget : undefined);
  const rescans = (figure: (cost: Cost) => number): readonly [string, readonly number[]] => [
    "full rescans",
    naive.map(figure),
  ];
  const own = median(alone.map(({ mainThread }) => mainThread));
  const still = median(alone.map(({ shift }) => shift));
  const medianCall = ({ calls }: Cost): number => median(calls);
  const longestCall = ({ calls }: Cost): number => slowest(calls);
  const inAll = ({ calls }: Cost): number => sum(calls);
  return [
    row("script time of a call", "ms", medianCall, rescans(medianCall), designBudget(0.01)),
    row("longest task of ours", "ms", longestCall, rescans(longestCall)),
    row("script time in all", "ms", inAll, rescans(inAll)),
    row("script time in all", "ms", inAll, ["the page's own main thread", [own]]),
    row(
      "main-thread time added",
      "ms",
      ({ mainThread }) => mainThread - own,
      ["the page's own", [own]],
      designBudget(0.25),
    ),
    row(
      "layout shift by badges",
      "shift",
      ({ shift }) => shift - still,
      ["the limit", [SHIFT]],
      designBudget(1),
    ),
    row(
      "a name's wait for its badge in an opening burst, most far below the window",
      "ms",
      ({ waits }) => median(waits),
      ["150 ms", [BADGE_MS]],
    ),
  ];
}

/** The rows of this bench. */
export async function feedBench(): Promise<readonly BenchRow[]> {
  const now = Date.now();
  const onSite = network({ seed: 7, people: 400, years: 8, now });
  const stored = network({ seed: 9, people: PEOPLE - 400, years: 2, now });
  const folder = await mkdtemp(join(tmpdir(), "tielight-bench-"));
  const file = join(folder, "history.jsonl");
  const history = await sampleHistory(onSite, now, [stored]);
  await writeFile(file, history.text);
  const site = await servePractice({ network: onSite });
  const inBrowser = async <Answer>(
    work: (browser: Browser) => Promise<Answer>,
  ): Promise<Answer> => {
    const browser = await launched(site.proxyPort);
    try {
      return await work(browser);
    } finally {
      await browser.close();
    }
  };
  const both = async (browser: Browser, script: string | undefined) =>
    [await costs(browser, script, POSTS), await costs(browser, script, SAVED_POSTS)] as const;
  try {
    const alone = await inBrowser((browser) => both(browser, undefined));
    const naive = await inBrowser(async (browser) => {
      await browser.installExtension(fileURLToPath(new URL("naive-extension", import.meta.url)));
      return both(browser, "content.js");
    });
    const { ours, feeds } = await inBrowser(async (browser) => {
      const id = await browser.installExtension(resolve("dist/chrome"));
      await prepare(browser, id, file);
      const measured = await both(browser, `${id}/content.js`);
      const waits = [];
      for (const layout of ["older", "current"] as const)
        waits.push({ layout, ...(await waitsIn(browser, layout)) });
      return { ours: measured, feeds: waits };
    });
    return [
      ...feedRows({ ours: ours[0], naive: naive[0], alone: alone[0] }, history.people, true),
      // As long as feeds that were saved: what a usual visit costs.
      ...feedRows({ ours: ours[1], naive: naive[1], alone: alone[1] }, history.people, false),
      ...feeds.flatMap(({ layout, seen, ready, below }) => [
        benchRow(
          {
            what: "wait of a name on the screen for its badge",
            size: `${layout} layout, ${seen.length} names`,
            unit: "ms",
            beside: "150 ms",
          },
          seen,
          [BADGE_MS],
        ),
        benchRow(
          {
            what: "the same from when the page's own script had taken the page over",
            size: `${layout} layout, ${ready.length} names`,
            unit: "ms",
            beside: "150 ms",
          },
          ready,
          [BADGE_MS],
        ),
        benchRow(
          {
            what: "names with a badge before they came into the window",
            size: `${layout} layout`,
            unit: "of all",
            beside: "all",
          },
          [below],
          [below + seen.length],
        ),
      ]),
    ];
  } finally {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
}
