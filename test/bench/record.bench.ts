/**
 * What recording costs in Chromium with 30,000 people and 510,000 interactions: from the message of the script on the site to the answer, which
 * comes when all of it is on the disk, lists and index included. Needs `npm run build` before.
 */
import { resolve } from "node:path";
import type { Browser, CDPSession, Page } from "puppeteer-core";
import { network } from "../../practice/network/network.ts";
import { servePractice } from "../../practice/serve.ts";
import { benchRow, type BenchRow, type Budget } from "./bench-row.ts";
import { launched } from "./feed.bench.ts";
import { fill } from "./large-history.ts";

const SIZE = { people: 30_000, interactions: 17 };
const RUNS = 15;

/**
 * The design document allows 10 ms from message to committed on a quiet machine. There the floor, an empty answer and one transaction
 * with the bytes of the records, takes 2 to 3 ms: one of them is a quarter of the budget. With twenty sightings the floor has the bytes of
 * twenty, and the rest, which depends on each person, has to be worth no more than that again.
 */
const BUDGET: Budget = {
  atMost: 4,
  source: "design.md, recording one interaction: 10 ms, four floors on a quiet machine",
};

/** Answers a question as the script on the site asks it, and how long that took (ms). */
type Asked = (ask: string, about?: unknown) => Promise<number>;

/** Asks from where the script on the site runs. */
async function asScript(page: Page, session: CDPSession): Promise<Asked> {
  const found = new Promise<number>((tell) => {
    session.on("Runtime.executionContextCreated", ({ context }) => {
      const { type } = context.auxData as { readonly type?: string };
      if (type === "isolated" && context.origin.startsWith("chrome-extension://")) tell(context.id);
    });
  });
  await session.send("Runtime.enable");
  await page.goto("https://www.linkedin.com/mynetwork/catch-up/");
  const contextId = await found;
  return async (ask, about) => {
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      contextId,
      awaitPromise: true,
      returnByValue: true,
      expression: `(async () => {
        const message = ${JSON.stringify({ ask, about })};
        const start = performance.now();
        const reply = await chrome.runtime.sendMessage(message);
        const time = performance.now() - start;
        if (!reply || "refused" in reply) throw new Error(JSON.stringify(reply));
        return time;
      })()`,
    });
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return Number(result.value);
  };
}

/** Somebody of the history writes a message that is not known yet. */
const message = (person: number, at: number) => ({
  id: `${person}-${at}`,
  sighting: {
    what: "interaction",
    person: { aliases: [`slug:person-${person}`], name: `Person ${person}`, at },
    interaction: {
      kind: "message",
      direction: "in",
      from: at,
      to: at,
      ref: `thread-${person}`,
      sources: ["page"],
    },
  },
});

/**
 * Puts as many records as recording writes of so many people in one transaction (ms): for each of them a statement, the record of the
 * person and a row of the index; for all of them the lists and counts. They are as long as those of this history.
 */
const puts = (people: number): string => `(async () => {
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open("floor", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("records");
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const start = performance.now();
  const transaction = database.transaction("records", "readwrite");
  const store = transaction.objectStore("records");
  for (let person = 0; person < ${people}; person++) {
    store.put({ text: "x".repeat(300) }, "statement" + person);
    store.put({ text: "x".repeat(900) }, "person" + person);
    store.put({ text: "x".repeat(900) }, "row" + person);
  }
  for (const list of ["overdue", "months", "shards", "counts", "time", "revision"])
    store.put({ text: "x".repeat(1000) }, list);
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  const time = performance.now() - start;
  database.close();
  return time;
})()`;

async function filled(browser: Browser, id: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${id}/src/dashboard/index.html`);
  await page.evaluate(
    `chrome.runtime.sendMessage({ ask: "changeSettings", about: { mode: "badges" } })`,
  );
  await fill(page, SIZE);
  return page;
}

/** All rows. */
export async function recordBench(): Promise<readonly BenchRow[]> {
  const now = Date.now();
  const site = await servePractice({ network: network({ seed: 7, people: 40, years: 2, now }) });
  const browser = await launched(site.proxyPort);
  try {
    const own = await filled(browser, await browser.installExtension(resolve("dist/chrome")));
    const page = await browser.newPage();
    const ask = await asScript(page, await page.createCDPSession());
    const viewer = { aliases: ["slug:robin-sample"], name: "Robin Sample" };
    const measured = async (people: number) => {
      const times: number[] = [];
      const floors: number[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        const first = 100 + run * people;
        const sightings = Array.from({ length: people }, (_, place) =>
          message(first + place, now - run),
        );
        times.push(await ask("record", { viewer, sightings }));
        floors.push((await ask("permission")) + Number(await own.evaluate(puts(people))));
      }
      return { times, floors };
    };
    const size = `${SIZE.people} people, ${SIZE.people * SIZE.interactions} interactions`;
    const row = (what: string, { times, floors }: Awaited<ReturnType<typeof measured>>) =>
      benchRow(
        { what, size, unit: "ms", beside: "an empty answer and plain puts" },
        // The first finds nothing compiled.
        times.slice(1),
        floors.slice(1),
        BUDGET,
      );
    const [one, twenty] = [await measured(1), await measured(20)];
    return [
      row("recording one interaction, from message to disk", one),
      row("recording twenty, of as many people", twenty),
    ];
  } finally {
    await browser.close();
    await site.close();
  }
}
