/**
 * What the user can see and put right of what pages said: an interaction on the card, deleted for good; a pause; nothing more of a
 * person.
 */
import { expect } from "vitest";
import type { DrivenPage } from "../../practice/browser/browser-driver.ts";
import { network } from "../../practice/network/network.ts";
import { inEachBrowser } from "./support/in-each-browser.ts";
import { kept, keptAtLast } from "./support/kept.ts";
import { exportedHistory, noticedIn } from "./support/noticed.ts";
import { openCard, press, search } from "./support/popup-tasks.ts";

const SITE = "https://www.linkedin.com";
/** Longer than reading, asking and writing take: for what must not happen. */
const SETTLED_MS = 2000;
const NOW = Date.now();
const invented = network({ seed: 7, people: 60, years: 4, now: NOW });

interface WithTools {
  readonly practiceReceive: (slug: string, text: string, at: number) => Promise<readonly string[]>;
}

/** Somebody with one conversation of two, shown at once. */
const pair = invented.people.flatMap(({ slug, name, interactions }) => {
  const said = interactions.filter(
    ({ kind, groupSize }) => kind === "message" && groupSize === undefined,
  );
  const ref = said[0]?.conversationId;
  const isWhole =
    said.length > 1 &&
    said.length < 15 &&
    said.length === interactions.filter(({ conversationId }) => conversationId).length &&
    said.every(({ conversationId }) => conversationId === ref);
  return ref !== undefined && isWhole ? [{ slug, name, said, ref }] : [];
})[0];

/** The popup's card of somebody, by a search. */
async function cardOf(page: DrivenPage, name: string): Promise<void> {
  await search(page, name);
  await openCard(page, name);
}

inEachBrowser("what was noticed", { network: invented, history: false }, (world) => {
  world.test(
    "is seen on the card, stays deleted, and is not noticed in a pause or of whom the user keeps away",
    async () => {
      if (pair === undefined) throw new Error("nobody wrote");
      const { browser } = world;
      const { slug, name, said, ref } = pair;
      const newest = said.reduce((one, other) => (other.at > one.at ? other : one));
      const popup = () => browser.openExtensionPage("src/popup/index.html");
      const openThread = async (): Promise<DrivenPage> => {
        const page = await browser.open(`${SITE}/messaging/thread/${ref}/`);
        await page.waitFor("messages", () => document.querySelector("[data-event-urn]") !== null);
        return page;
      };
      const receive = (page: DrivenPage, at: number) =>
        page.evaluate(
          (who, moment) => (window as unknown as WithTools).practiceReceive(who, "Hello", moment),
          slug,
          at,
        );
      const untilHeld = async (count: number): Promise<void> =>
        keptAtLast(
          browser,
          `${count} interactions`,
          ({ waiting, held }) => waiting === 0 && held >= count,
        );
      const settle = () => new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
      const moments = async (): Promise<readonly number[]> =>
        noticedIn(await exportedHistory(browser), invented)
          .filter((fact) => fact.ref === ref)
          .map(({ from }) => from)
          .toSorted((one, other) => one - other);

      const me = await browser.open(`${SITE}/in/me/`);
      await keptAtLast(browser, "a history", ({ histories }) => histories === 1);
      await me.close();
      const { held: none } = await kept(browser);
      const first = await openThread();
      await untilHeld(none + said.length);
      await first.close();

      // Seen, with source and moment, and deleted.
      const page = await popup();
      await cardOf(page, name);
      const shown = await page.waitFor("the newest message", () => {
        const item = document.querySelector("dialog .card-list li");
        const time = item?.querySelector("time");
        return time && { text: item?.textContent ?? "", at: time.dateTime, moment: time.title };
      });
      expect(shown.text).toContain("Message");
      expect(shown.text).toContain("seen on a page");
      expect(shown.at).toBe(new Date(newest.at).toISOString());
      expect(shown.moment).toMatch(/\d:\d\d/);
      await press(page, "Not true", "dialog .card-list li:first-child");
      await page.waitFor(
        "another one to be the newest",
        (at) => document.querySelector<HTMLTimeElement>("dialog .card-list time")?.dateTime !== at,
        shown.at,
      );
      await page.close();
      const told = said.map(({ at }) => at).filter((at) => at !== newest.at);

      // Seen again on the site: what comes after it is noticed, it is not.
      const { held: before } = await kept(browser);
      const again = await openThread();
      const [one, other, third, fourth] = [1, 2, 3, 4].map((place) => NOW + place * 1000);
      await receive(again, one!);
      await untilHeld(before + 1);
      await again.close();
      expect(await moments()).toEqual([...told, one!]);

      // In a pause nothing is noticed, afterwards it is again.
      const pausing = await popup();
      await press(pausing, "Settings");
      await press(pausing, "Until I say", "dialog");
      await pausing.waitFor("the pause", () => document.body.innerText.includes("Paused"));
      const paused = await openThread();
      await receive(paused, other!);
      await settle();
      await paused.close();
      await pausing.bringToFront();
      await pausing.press("Escape");
      await press(pausing, "Go on");
      await pausing.waitFor("its end", () => !document.body.innerText.includes("Paused"));
      await pausing.close();
      const resumed = await openThread();
      const { held: atRest } = await kept(browser);
      await receive(resumed, third!);
      await untilHeld(atRest + 1);
      await resumed.close();
      expect(await moments()).toEqual([...told, one!, third!]);

      // Of somebody who is not to be recorded nothing more is.
      const keeping = await popup();
      await cardOf(keeping, name);
      await press(keeping, "Record nothing more", "dialog");
      await keeping.waitFor("the way back", () =>
        document.querySelector("dialog")?.textContent?.includes("Record again"),
      );
      await keeping.close();
      const away = await openThread();
      await receive(away, fourth!);
      await settle();
      await away.close();
      expect(await moments()).toEqual([...told, one!, third!]);
    },
  );
});
