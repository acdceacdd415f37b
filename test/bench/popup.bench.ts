/**
 * The popup in real Chromium with 10 people and with 30,000 people and 500,000 interactions.
 * Needs `npm run build` before.
 */
import type { Browser, Page } from "puppeteer-core";
import { benchRow, type BenchRow, type Budget, designBudget, type Unit } from "./bench-row.ts";
import { inChromium } from "./in-chromium.ts";
import { fill, type Size } from "./large-history.ts";

const LARGE = { people: 30_000, interactions: 17 };
const SMALL = { people: 10, interactions: 17 };
const RUNS = 7;
const PATIENCE_MS = 300_000;
/** A keystroke that changes nothing is given up after this. */
const ANSWERED_MS = 1000;
/** From the moment somebody is back in the window to the first key. */
const COMING_BACK_MS = 1500;

/** Every key is to be answered within 50 ms, and among ten people it takes about half of that. */
const KEY_BUDGET: Budget = { atMost: 2, source: "design.md, performance budgets: 50 ms" };

/** What is measured with one size: each figure of each run, in milliseconds, and bytes of heap. */
interface Measured {
  readonly paintMs: readonly number[];
  /** The same where the background was ended before. */
  readonly coldPaintMs: readonly number[];
  readonly keystrokeMs: readonly number[];
  /** After the background was ended: at once, and after the user came back to the window. */
  readonly coldKeystrokeMs: readonly number[];
  readonly awakenedKeystrokeMs: readonly number[];
  readonly answerMs: readonly number[];
  readonly replayMs: readonly number[];
  readonly besideReplayMs: readonly number[];
  readonly frameMs: readonly number[];
  readonly popupBytes: readonly number[];
  readonly backgroundBytes: readonly number[];
}

/** Before any script of the page: notes the first frame that shows a person or says that there is nothing to do. */
const notingPaint = `
  globalThis.useful = new Promise((tell) => {
    new MutationObserver((_, watching) => {
      if (!document.querySelector(".person, .empty")) return;
      watching.disconnect();
      requestAnimationFrame(() => setTimeout(() => tell(performance.now())));
    }).observe(document, { childList: true, subtree: true });
  });`;

async function popup(browser: Browser, origin: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 400, height: 600 });
  await page.evaluateOnNewDocument(notingPaint);
  await page.goto(`${origin}/src/popup/index.html`);
  return page;
}

/** Ends the background as browsers end one that was idle. */
async function sleep(browser: Browser, origin: string): Promise<void> {
  const background = browser
    .targets()
    .find((one) => one.type() === "service_worker" && one.url().startsWith(origin));
  // Its session may be gone with it before puppeteer lets go of the session.
  await (await background?.worker())?.close().catch((error: unknown) => {
    if (!/No session|No target/.test(String(error))) throw error;
  });
}

/** Times until the popup shows something useful. */
async function paints(
  browser: Browser,
  origin: string,
  before: () => Promise<void>,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let run = 0; run < RUNS + 2; run += 1) {
    await before();
    const page = await popup(browser, origin);
    times.push(Number(await page.evaluate("useful")));
    await page.close();
  }
  // The first ones find the browser's caches cold, in both sizes.
  return times.slice(2);
}

/** What is in the search field after each keystroke: each finds other people than the one before. */
const TYPED = [
  "b",
  "br",
  "",
  "h",
  "ha",
  "harl",
  "",
  "1",
  "12",
  "123",
  "1234",
  "123",
  "12",
  "1",
  "",
];

/** From each keystroke to the frame that shows its answer (ms); among ten people some find the same as the one before and are left out. */
const typing = (words: readonly string[], patienceMs: number) => `(async () => {
  const field = document.querySelector("[name=search]");
  const times = [];
  for (const typed of ${JSON.stringify(words)}) {
    const status = () => [...document.querySelectorAll("[role=status]")].map(({ textContent }) => textContent).join();
    const before = status();
    const start = performance.now();
    const answered = new Promise((tell) => {
      const watching = new MutationObserver(() => {
        if (status() === before) return;
        watching.disconnect();
        requestAnimationFrame(() => setTimeout(() => tell(performance.now() - start)));
      });
      watching.observe(document.body, { childList: true, subtree: true, characterData: true });
      setTimeout(() => { watching.disconnect(); tell(undefined); }, ${patienceMs});
    });
    field.value = typed;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    const time = await answered;
    if (time !== undefined) times.push(time);
    await new Promise((go) => setTimeout(go, 100));
  }
  return times;
})()`;

/** From each keystroke's question to its answer (ms), without drawing it. */
const asking = `(async () => {
  const times = [];
  for (let end = 0; end <= 11; end++) {
    const text = "brightwater".slice(0, end);
    const about = { text, late: false, bands: [], twoWay: false, order: "overdue", start: 0, atMost: 20 };
    const start = performance.now();
    await chrome.runtime.sendMessage({ ask: "people", about });
    times.push(performance.now() - start);
  }
  return times;
})()`;

/** How long it takes to replay the past, and the slowest answer to a search meanwhile (ms). */
const replaying = `(async () => {
  const start = performance.now();
  const found = chrome.runtime.sendMessage({ ask: "backtest" }).then(() => performance.now() - start);
  let replayMs, besideReplayMs = 0;
  found.then((time) => { replayMs = time; });
  while (replayMs === undefined) {
    const about = { text: "harl", late: false, bands: [], twoWay: false, order: "name", start: 0, atMost: 20 };
    const asked = performance.now();
    await chrome.runtime.sendMessage({ ask: "people", about });
    besideReplayMs = Math.max(besideReplayMs, performance.now() - asked);
  }
  return { replayMs, besideReplayMs };
})()`;

/** Times between frames while the list of everybody is scrolled by a screen every few frames (ms). */
const scrolling = `(async () => {
  const times = [];
  let before = await new Promise(requestAnimationFrame);
  for (let frame = 0; frame < 180; frame++) {
    window.scrollBy(0, 120);
    const now = await new Promise(requestAnimationFrame);
    times.push(now - before);
    before = now;
  }
  return times;
})()`;

/** The first keystroke after the background was ended (ms), some times. */
async function afterSleep(
  browser: Browser,
  page: Page,
  origin: string,
  between: () => Promise<void>,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const typed of ["b", "1", "h"]) {
    await sleep(browser, origin);
    await between();
    const [time] = (await page.evaluate(typing([typed], PATIENCE_MS))) as readonly number[];
    if (time === undefined) throw new Error("The first keystroke had no answer");
    times.push(time);
    await page.evaluate(typing([""], ANSWERED_MS));
  }
  return times;
}

async function heapOf(browser: Browser, type: "page" | "service_worker", origin: string) {
  const target = browser
    .targets()
    .find((one) => one.type() === type && one.url().startsWith(origin));
  const session = await target?.createCDPSession();
  await session?.send("HeapProfiler.collectGarbage").catch(() => undefined);
  const usage = await session?.send("Runtime.getHeapUsage");
  // The browser may have ended the background, and the session with it.
  await session?.detach().catch(() => undefined);
  return usage?.usedSize ?? NaN;
}

const measured = (size: Size): Promise<Measured> =>
  inChromium(async (browser, origin) => {
    const filler = await browser.newPage();
    await filler.goto(`${origin}/src/dashboard/index.html`);
    await fill(filler, size);
    await filler.close();
    for (const page of await browser.pages())
      if (page.url().startsWith(origin)) await page.close().catch(() => undefined);
    const paintMs = await paints(browser, origin, async () => {});
    const coldPaintMs = await paints(browser, origin, () => sleep(browser, origin));
    const page = await popup(browser, origin);
    await page.evaluate("useful");
    await page.click("[name=menu]");
    await page.click("[name=everybody]");
    await page.waitForSelector(".chunk .person");
    const keys = (await page.evaluate(typing(TYPED, ANSWERED_MS))) as readonly number[];
    if (size === LARGE && keys.length < TYPED.length) throw new Error("A keystroke had no answer");
    const coldKeystrokeMs = await afterSleep(browser, page, origin, async () => {});
    const awakenedKeystrokeMs = await afterSleep(browser, page, origin, async () => {
      await page.evaluate("dispatchEvent(new FocusEvent('focus'))");
      // As long as it takes to read the field's name.
      await new Promise((goOn) => setTimeout(goOn, COMING_BACK_MS));
    });
    const answers = (await page.evaluate(asking)) as readonly number[];
    const replay = (await page.evaluate(replaying)) as {
      readonly replayMs: number;
      readonly besideReplayMs: number;
    };
    const frames = (await page.evaluate(scrolling)) as readonly number[];
    return {
      paintMs,
      coldPaintMs,
      keystrokeMs: keys,
      coldKeystrokeMs,
      awakenedKeystrokeMs,
      answerMs: answers,
      replayMs: [replay.replayMs],
      besideReplayMs: [replay.besideReplayMs],
      frameMs: frames,
      popupBytes: [await heapOf(browser, "page", `${origin}/src/popup`)],
      backgroundBytes: [await heapOf(browser, "service_worker", origin)],
    };
  });

/** All rows: the large history beside the small one, the floor. */
export async function popupBench(): Promise<readonly BenchRow[]> {
  const small = await measured(SMALL);
  const large = await measured(LARGE);
  const size = `${LARGE.people} people, ${LARGE.people * LARGE.interactions} interactions`;
  const beside = `${SMALL.people} people`;
  const row = (what: string, key: keyof Measured, budget?: Budget, unit: Unit = "ms"): BenchRow =>
    benchRow({ what, size, unit, beside }, large[key], small[key], budget);
  const awake = (what: string, key: keyof Measured): BenchRow =>
    benchRow(
      { what, size, unit: "ms", beside: "a key with it awake" },
      large[key],
      large.keystrokeMs,
    );
  return [
    row("popup, first useful paint", "paintMs", designBudget(1.2)),
    row("the same right after the background slept", "coldPaintMs", designBudget(1.2)),
    row("search, from keystroke to frame", "keystrokeMs", KEY_BUDGET),
    awake("search, first key after the background slept", "coldKeystrokeMs"),
    awake("the same 1.5 s after coming back to the window", "awakenedKeystrokeMs"),
    row("search, from question to answer", "answerMs"),
    row("the past replayed (backtest), from question to answer", "replayMs"),
    row("search meanwhile, slowest, from question to answer", "besideReplayMs"),
    row("scrolling everybody, time of a frame", "frameMs"),
    row("heap of the popup after that", "popupBytes", undefined, "bytes"),
    row("heap of the background after that", "backgroundBytes", undefined, "bytes"),
  ];
}
