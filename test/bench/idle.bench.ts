/**
 * How often an idle tab of the site and the idle background wake up in Chromium. Nothing may poll while nothing happens, so the peer is one
 * wake-up an hour and the budget none. Needs `npm run build` before.
 */
import { resolve } from "node:path";
import type { Browser, Target } from "puppeteer-core";
import { network } from "../../practice/network/network.ts";
import { servePractice } from "../../practice/serve.ts";
import { benchRow, type BenchRow, designBudget } from "./bench-row.ts";
import { launched } from "./feed.bench.ts";
import { traced } from "./traced.ts";

/** Longer than the longest period that was ever polled with (30 s). */
const WATCHED_MS = 70_000;
const SETTLING_MS = 15_000;
const HOUR_MS = 3_600_000;

const wait = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));
const anHour = (count: number): number => (count * HOUR_MS) / WATCHED_MS;

const row = (what: string, size: string, count: number): BenchRow =>
  benchRow({ what, size, unit: "an hour", beside: "one an hour" }, [count], [1], designBudget(0));

/** Calls of our script in a tab in front that nobody touches. */
async function idleTab(browser: Browser, id: string, path: string): Promise<number> {
  const page = await browser.newPage();
  await page.goto(`https://www.linkedin.com${path}`, { timeout: 120_000 });
  await wait(SETTLING_MS);
  const events = await traced(page, ["devtools.timeline"], () => wait(WATCHED_MS));
  await page.close();
  return events.filter(
    ({ name, args }) =>
      name === "FunctionCall" && args?.data?.url === `chrome-extension://${id}/content.js`,
  ).length;
}

/** How often the alarms that are set will start the background in an hour. */
async function alarmsAnHour(browser: Browser, id: string): Promise<number> {
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${id}/src/dashboard/index.html`);
  const alarms = (await page.evaluate("chrome.alarms.getAll()")) as readonly {
    readonly periodInMinutes?: number;
  }[];
  await page.close();
  return alarms.reduce(
    (sum, { periodInMinutes }) => sum + (periodInMinutes ? 60 / periodInMinutes : 0),
    0,
  );
}

/** Starts of the background while nothing happens. */
async function idleStarts(browser: Browser, id: string): Promise<number> {
  const isBackground = (one: Target): boolean =>
    one.type() === "service_worker" && one.url().startsWith(`chrome-extension://${id}`);
  // It may sleep already.
  await (await browser.targets().find(isBackground)?.worker())?.close();
  let starts = 0;
  const count = (target: Target): void => {
    if (isBackground(target)) starts += 1;
  };
  browser.on("targetcreated", count);
  await wait(WATCHED_MS);
  browser.off("targetcreated", count);
  return starts;
}

/** The rows of this bench. */
export async function idleBench(): Promise<readonly BenchRow[]> {
  const now = Date.now();
  const site = await servePractice({ network: network({ seed: 7, people: 60, years: 3, now }) });
  try {
    const browser = await launched(site.proxyPort);
    try {
      const id = await browser.installExtension(resolve("dist/chrome"));
      const welcome = await browser.newPage();
      await welcome.goto(`chrome-extension://${id}/src/welcome/index.html`);
      const about = { mode: "badges", showStrangers: true };
      const reply = (await welcome.evaluate(
        `chrome.runtime.sendMessage({ ask: "changeSettings", about: ${JSON.stringify(about)} })`,
      )) as { readonly answered?: true } | undefined;
      // A script that may not read the page is idle, too, and says nothing about one that may.
      if (reply?.answered !== true) throw new Error("The choice was not kept");
      await welcome.close();
      const rows: BenchRow[] = [];
      for (const path of ["/feed/?layout=current", "/feed/?layout=older"])
        rows.push(row("wake-ups of an idle tab", path, anHour(await idleTab(browser, id, path))));
      const alarms = await alarmsAnHour(browser, id);
      return [
        ...rows,
        row(
          "starts of an idle background",
          "no tab of the site",
          anHour(await idleStarts(browser, id)),
        ),
        benchRow(
          {
            what: "starts of the background by its alarms",
            size: "a new profile",
            unit: "an hour",
            beside: "one an hour",
          },
          [alarms],
          [1],
        ),
      ];
    } finally {
      await browser.close();
    }
  } finally {
    await site.close();
  }
}
