/**
 * The full page in real Chromium with 10 people and with 30,000 people and 500,000 interactions: the pictures of the network, and the first rows of the
 * table. Needs `npm run build` before.
 */
import type { Browser } from "puppeteer-core";
import { benchRow, type BenchRow, type Budget } from "./bench-row.ts";
import { inChromium } from "./in-chromium.ts";
import { fill, type Size } from "./large-history.ts";

const LARGE = { people: 30_000, interactions: 17 };
const SMALL = { people: 10, interactions: 17 };
const RUNS = 7;

/** The pictures: from the question whose answer they are drawn from, to what is there when they are drawn; ten people are too few for some. */
const PICTURES = [
  ["map", "networkMap", "canvas[data-drawn]"],
  ["years", "network", ".picture-years .picture-area :is(svg.chart, .soft)"],
  ["months", "network", ".picture-months .picture-area :is(svg.chart, .soft)"],
  ["companies", "network", ".picture-companies .picture-area :is(svg.chart, .soft)"],
] as const;

type PictureName = (typeof PICTURES)[number][0];

/** What is measured with one size, each figure of each run in milliseconds. */
interface Measured {
  /** From the answer to the frame with the picture. */
  readonly drawnMs: Readonly<Record<PictureName, readonly number[]>>;
  /** As many squares as there are people on an empty canvas, in the same page. */
  readonly squaresMs: readonly number[];
  readonly networkMs: readonly number[];
  readonly besideMs: readonly number[];
  readonly searchMs: readonly number[];
  readonly rowsMs: readonly number[];
}

/** Before any script of the page: notes when each answer arrives, and in which frame each of these is there. */
const noting = (wanted: Readonly<Record<string, string>>) => `
  globalThis.answeredAt = {};
  globalThis.shownAt = {};
  if (globalThis.chrome?.runtime?.sendMessage) {
    const send = chrome.runtime.sendMessage.bind(chrome.runtime);
    chrome.runtime.sendMessage = async (message, ...more) => {
      const reply = await send(message, ...more);
      if (message?.ask) answeredAt[message.ask] ??= performance.now();
      return reply;
    };
  }
  globalThis.allShown = new Promise((tell) => {
    const missing = new Map(Object.entries(${JSON.stringify(wanted)}));
    new MutationObserver((_, watching) => {
      for (const [name, selector] of missing) {
        if (!document.querySelector(selector)) continue;
        missing.delete(name);
        const isLast = missing.size === 0;
        if (isLast) watching.disconnect();
        requestAnimationFrame(() => setTimeout(() => {
          shownAt[name] = performance.now();
          if (isLast) setTimeout(tell, 50);
        }));
      }
    }).observe(document, { childList: true, subtree: true, attributes: true });
  });`;

/** Draws one-coloured squares on a canvas, until they are painted (ms). */
const squares = (people: number) => `(async () => {
  const canvas = document.createElement("canvas");
  canvas.width = 1100;
  canvas.height = 448;
  document.body.append(canvas);
  await new Promise(requestAnimationFrame);
  const start = performance.now();
  const context = canvas.getContext("2d");
  for (let person = 0; person < ${people}; person++)
    context.fillRect((person * 7919) % 1100, (person * 104729) % 448, 6, 6);
  await new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
  const time = performance.now() - start;
  canvas.remove();
  return time;
})()`;

/** The network counted, and the slowest answer to a search meanwhile (ms). */
const counting = `(async () => {
  const about = { text: "harl", late: false, bands: [], twoWay: false, order: "name", start: 0, atMost: 20 };
  const timed = async (ask, about) => {
    const start = performance.now();
    await chrome.runtime.sendMessage({ ask, about });
    return performance.now() - start;
  };
  const searchMs = await timed("people", about);
  let networkMs, besideMs = 0;
  timed("network").then((time) => { networkMs = time; });
  while (networkMs === undefined) besideMs = Math.max(besideMs, await timed("people", about));
  return { searchMs, networkMs, besideMs };
})()`;

async function shown(browser: Browser, address: string, wanted: Readonly<Record<string, string>>) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  await page.evaluateOnNewDocument(noting(wanted));
  await page.goto(address);
  await page.evaluate("allShown");
  const times = (await page.evaluate("({ answeredAt, shownAt })")) as {
    readonly answeredAt: Readonly<Record<string, number>>;
    readonly shownAt: Readonly<Record<string, number>>;
  };
  return { page, ...times };
}

const measured = (size: Size): Promise<Measured> =>
  inChromium(async (browser, origin) => {
    const address = `${origin}/src/dashboard/index.html`;
    const filler = await browser.newPage();
    await filler.goto(address);
    await fill(filler, size);
    await filler.close();
    const drawnMs: Record<PictureName, number[]> = {
      map: [],
      years: [],
      months: [],
      companies: [],
    };
    const squaresMs: number[] = [];
    const networkMs: number[] = [];
    const besideMs: number[] = [];
    const searchMs: number[] = [];
    const rowsMs: number[] = [];
    const wanted = Object.fromEntries(PICTURES.map(([name, , selector]) => [name, selector]));
    for (let run = 0; run < RUNS + 1; run += 1) {
      const pictures = await shown(browser, `${address}#network`, wanted);
      const floor = Number(await pictures.page.evaluate(squares(size.people)));
      const beside = (await pictures.page.evaluate(counting)) as Record<string, number>;
      await pictures.page.close();
      const table = await shown(browser, `${address}#people`, { rows: "tbody th button" });
      await table.page.close();
      // The first one finds the browser's caches cold.
      if (run === 0) continue;
      for (const [name, question] of PICTURES)
        drawnMs[name].push(
          (pictures.shownAt[name] ?? NaN) - (pictures.answeredAt[question] ?? NaN),
        );
      squaresMs.push(floor);
      networkMs.push(beside["networkMs"] ?? NaN);
      besideMs.push(beside["besideMs"] ?? NaN);
      searchMs.push(beside["searchMs"] ?? NaN);
      rowsMs.push(table.shownAt["rows"] ?? NaN);
    }
    return { drawnMs, squaresMs, networkMs, besideMs, searchMs, rowsMs };
  });

const budget = (atMost: number): Budget => ({ atMost, source: "test/bench/page.bench.ts" });

/** A picture may take so many times as long as plain squares for everybody: on a quiet machine about 300 ms. */
const DRAWN = budget(8);

/** The first rows of the table may take so many times as long as those of ten people. */
const ROWS = budget(1.5);

/** All rows: the pictures of the large history beside plain squares, and the rest beside the small one. */
export async function pageBench(): Promise<readonly BenchRow[]> {
  const small = await measured(SMALL);
  const large = await measured(LARGE);
  const size = `${LARGE.people} people, ${LARGE.people * LARGE.interactions} interactions`;
  const unit = "ms";
  return [
    ...PICTURES.map(([name]) =>
      benchRow(
        {
          what: `picture "${name}", from its numbers to the frame`,
          size,
          unit,
          beside: `${LARGE.people} plain squares`,
        },
        large.drawnMs[name],
        large.squaresMs,
        DRAWN,
      ),
    ),
    benchRow(
      { what: "numbers of the pictures, from question to answer", size, unit, beside: "10 people" },
      large.networkMs,
      small.networkMs,
    ),
    benchRow(
      { what: "search meanwhile, slowest answer", size, unit, beside: "a search alone" },
      large.besideMs,
      large.searchMs,
    ),
    benchRow(
      { what: "table of people, first rows", size, unit, beside: "10 people" },
      large.rowsMs,
      small.rowsMs,
      ROWS,
    ),
  ];
}
