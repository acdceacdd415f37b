/**
 * The badge on a profile: when it is there, what it says, what it opens, and what is remembered of the visit.
 */
import { expect } from "vitest";
import type { Browser } from "webextension-polyfill";
import type { BrowserDriver, DrivenPage } from "../../practice/browser/browser-driver.ts";
import type { ClosedRoot } from "../../practice/browser/sight.ts";
import { network } from "../../practice/network/network.ts";
import type { ExportedHistory } from "../../src/domain/exported-history.ts";
import { nameOnBadge } from "./badge-truth.ts";
import { inEachBrowser, type World } from "./support/in-each-browser.ts";

declare const chrome: Browser;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The full badge of a profile once it is there; `undefined` when none comes. */
async function profileBadge(
  page: DrivenPage,
  patienceMs = 15_000,
): Promise<ClosedRoot | undefined> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const { roots } = await page.shadowTexts();
    const badge = roots.find(
      (root) =>
        nameOnBadge(root) !== undefined && root.controls.some(({ tag }) => tag === "button"),
    );
    if (badge !== undefined || Date.now() > end) return badge;
    await pause(100);
  }
}

const card = async (page: DrivenPage): Promise<ClosedRoot | undefined> =>
  (await page.shadowTexts()).roots.find(({ controls }) =>
    controls.some(({ label }) => label === "Close"),
  );

async function exported(browser: BrowserDriver): Promise<ExportedHistory> {
  const page = await browser.openExtensionPage("src/dashboard/index.html");
  await page.waitFor("the history's owner", () => document.body.innerText.includes("History of"));
  const file = await browser.downloadOf(() => page.click('button[name="export"][value="json"]'));
  await page.close();
  return JSON.parse(file.bytes.toString("utf8")) as ExportedHistory;
}

function known(world: World, place = 0) {
  const people = world.practice.networks[1].people.filter(
    ({ story, interactions, degree }) =>
      story === "fading" && interactions.length > 5 && degree === 1,
  );
  const person = people[place];
  if (person === undefined) throw new Error("the network has too few people");
  return { ...person, url: `https://www.linkedin.com/in/${encodeURIComponent(person.slug)}/` };
}

const visitsOf = (history: ExportedHistory, slug: string): readonly number[] =>
  history.people.find(({ aliases }) => aliases.includes(`slug:${slug}`))?.visits ?? [];

const invented = network({ seed: 7, people: 300, years: 8, now: Date.now() });

inEachBrowser("a profile's badge", { network: invented }, (world) => {
  world.test(
    "opens the card by a click and by the keyboard, closes it by Escape and by a click outside, and gives the focus back",
    async () => {
      const person = known(world);
      const page = await world.browser.open(person.url);
      const badge = await profileBadge(page);
      expect(badge && nameOnBadge(badge)).toBe(person.name);
      await page.clickIn(badge!.rect);
      await pause(1000);
      expect((await card(page))?.text).toContain(person.name);
      await page.press("Escape");
      expect(await card(page)).toBeUndefined();
      expect((await profileBadge(page))?.focus).not.toBe("");
      await page.press("Enter");
      await pause(1000);
      expect(await card(page)).toBeDefined();
      await page.clickAt(5, 400);
      expect(await card(page)).toBeUndefined();
    },
  );

  world.test(
    "is still there after going back, forward and loading again, for the person of the page",
    async () => {
      const [one, other] = [known(world, 0), known(world, 1)];
      const page = await world.browser.open(one.url);
      expect(nameOnBadge((await profileBadge(page))!)).toBe(one.name);
      await page.goTo(other.url);
      expect(nameOnBadge((await profileBadge(page))!)).toBe(other.name);
      await page.back();
      expect(nameOnBadge((await profileBadge(page))!)).toBe(one.name);
      await page.forward();
      expect(nameOnBadge((await profileBadge(page))!)).toBe(other.name);
      await page.reload();
      expect(nameOnBadge((await profileBadge(page))!)).toBe(other.name);
    },
  );

  world.test(
    "counts a visit after three seconds, once an hour, and shows the tie as it was before",
    async () => {
      const [seen, glimpsed] = [known(world, 2), known(world, 3)];
      await (
        await world.browser.open("https://www.linkedin.com/feed/")
      ).waitFor("the feed", () => document.querySelectorAll('[role="listitem"]').length > 0);
      await pause(1000);
      const short = await world.browser.open(glimpsed.url);
      await profileBadge(short);
      await short.close();
      for (let time = 0; time < 2; time += 1) {
        const page = await world.browser.open(seen.url);
        const before = (await profileBadge(page))?.label;
        await pause(4500);
        expect((await profileBadge(page))?.label).toBe(before);
        await page.close();
      }
      const history = await exported(world.browser);
      expect(visitsOf(history, seen.slug)).toHaveLength(1);
      expect(visitsOf(history, glimpsed.slug)).toEqual([]);
      const interactions = history.people.find(({ aliases }) =>
        aliases.includes(`slug:${seen.slug}`),
      )?.interactions;
      expect(interactions?.every(({ sources }) => sources.join() === "archive:sample")).toBe(true);
    },
  );

  world.test(
    "goes and comes in an open tab with the choice made elsewhere, without a reload",
    async () => {
      const person = known(world);
      const page = await world.browser.open(person.url);
      expect(await profileBadge(page)).toBeDefined();
      const choose = (mode: string) =>
        world.browser.evaluateInBackground(
          async (chosen) => chrome.storage.local.set({ mode: chosen }),
          mode,
        );
      await choose("archive");
      await pause(500);
      expect((await page.shadowTexts()).roots).toEqual([]);
      await choose("popup");
      await pause(1500);
      expect((await page.shadowTexts()).roots).toEqual([]);
      await choose("badges");
      expect(await profileBadge(page)).toBeDefined();
    },
  );

  world.test(
    "leaves the page together with the extension when that is updated, and throws nothing",
    async () => {
      const page = await world.browser.open(known(world).url);
      expect(await profileBadge(page)).toBeDefined();
      await world.browser.reloadExtension();
      await page.evaluate(() => {
        const link = document.querySelector<HTMLAnchorElement>(
          'aside a[href*="/in/"], a[href*="/in/"]',
        );
        link?.click();
      });
      await pause(3000);
      // What our own pages had asked when they were closed is no fault of this one.
      const problems = await world.browser.problems();
      expect(problems.filter((one) => !one.includes("context unloaded"))).toEqual([]);
    },
  );
});
