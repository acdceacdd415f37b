/**
 * A thousand messages while everything that can end ends: the background again and again, the tab, the extension. What was observed is
 * there afterwards, once.
 */
import { expect } from "vitest";
import { network } from "../../../practice/network/network.ts";
import { random } from "../../../practice/network/random.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { kept, keptAtLast, signedInAtLast } from "../support/kept.ts";
import { exportedHistory, observedIn } from "../support/observed.ts";

const SITE = "https://www.linkedin.com";
const BATCHES = 10;
const PER_BATCH = 100;
/** The longest pause (ms) before the background is ended once more. */
const LONGEST_LIFE_MS = 400;

interface WithTools {
  readonly practiceReceive: (slug: string, text: string, at: number) => Promise<readonly string[]>;
}

const NOW = Date.now();
/** So far apart that the site names the sender of each message. */
const moment = (place: number): number => NOW - (BATCHES * PER_BATCH - place) * 660_000;
const invented = network({ seed: 7, people: 40, years: 3, now: NOW });
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Somebody with a conversation of two, and how it is called. */
const pair = invented.people
  .map(({ slug, interactions }) => ({
    slug,
    said: interactions.filter(
      ({ kind, groupSize }) => kind === "message" && groupSize === undefined,
    ),
  }))
  .find(({ said }) => said.length > 2 && said.length < 15);

inEachBrowser("a thousand messages", { network: invented, history: false }, (world) => {
  world.test("are all remembered, each once, whatever ends meanwhile", async () => {
    const { browser } = world;
    const ref = pair?.said[0]?.conversationId ?? "";
    const slug = pair?.slug ?? "";
    const thread = `${SITE}/messaging/thread/${ref}/`;
    const own = await browser.open(`${SITE}/in/me/`);
    // In a tab behind another one nothing is read.
    await signedInAtLast(browser, invented.viewer.slug);
    const chance = random(20_261_125);
    let page = await browser.open(thread);
    await keptAtLast(
      browser,
      "the thread",
      ({ waiting, held }) => waiting === 0 && held >= (pair?.said.length ?? 1),
    );
    await own.close();
    const { held: before } = await kept(browser);
    let ended = 0;
    let isOver = false;
    const killer = async (): Promise<void> => {
      while (!isOver) {
        await pause(chance.whole(20, LONGEST_LIFE_MS));
        if (await browser.killBackground().catch(() => false)) ended += 1;
      }
    };
    const moments: number[] = [];
    const receive = async (): Promise<void> => {
      const some = Array.from({ length: PER_BATCH }, (_, place) => moment(moments.length + place));
      moments.push(...some);
      await page.evaluate(
        async (who, each) => {
          const { practiceReceive } = window as unknown as WithTools;
          for (const [place, at] of each.entries()) {
            await practiceReceive(who, "Hello", at);
            // A few at a time, so that they are observed at different moments.
            if (place % 10 === 9) await new Promise((resolve) => setTimeout(resolve, 50));
          }
        },
        slug,
        some,
      );
    };
    const observed = async (): Promise<void> => {
      await keptAtLast(
        browser,
        "everything to be observed",
        ({ waiting, held }) => waiting + held >= before + moments.length,
      );
      // What is being delivered is counted in both.
      await pause(1000);
    };
    for (let batch = 0; batch < BATCHES; batch += 1) {
      // What is only on the page goes with it; what was observed must not.
      if (batch === 3) {
        await observed();
        await page.close();
        page = await browser.open(thread);
      }
      if (batch === 6) {
        await observed();
        await browser.reloadExtension();
        await page.reload();
      }
      if (batch === 3 || batch === 6)
        await page.waitFor("messages", () => document.querySelector("[data-event-urn]") !== null);
      const killing = killer();
      await receive();
      isOver = true;
      await killing;
      isOver = false;
    }
    await observed();
    for (let visit = 0; visit < 4; visit += 1) {
      // Every page of the site delivers what another one left behind.
      await page.reload();
      const isDelivered = await keptAtLast(
        browser,
        "everything to be delivered",
        ({ waiting }) => waiting === 0,
        12_000,
      ).then(
        () => true,
        () => false,
      );
      if (isDelivered) break;
    }
    const facts = observedIn(await exportedHistory(browser), invented).filter(
      (fact) => fact.ref === ref,
    );
    const told = [...(pair?.said ?? []).map(({ at }) => at), ...moments];
    expect(facts.map(({ from }) => from).toSorted((a, b) => a - b)).toEqual(
      told.toSorted((a, b) => a - b),
    );
    expect(facts.every(({ from, to, who }) => from === to && who === slug)).toBe(true);
    expect(moments).toHaveLength(BATCHES * PER_BATCH);
    expect(ended).toBeGreaterThan(BATCHES);
  });
});
