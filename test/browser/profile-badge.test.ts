/**
 * The badge on a profile: when it is there, what it says, what it opens, and what is remembered of the visit.
 */
import { expect } from "vitest";
import type { Browser } from "webextension-polyfill";
import type { BrowserDriver, DrivenPage } from "../../practice/browser/browser-driver.ts";
import type { ClosedRoot } from "../../practice/browser/sight.ts";
import { eventually } from "../../practice/browser/within.ts";
import { network } from "../../practice/network/network.ts";
import { readExport, type ReadExport } from "../../practice/read-export.ts";
import { nameOnBadge } from "./badge-truth.ts";
import { inEachBrowser, type World } from "./support/in-each-browser.ts";

declare const chrome: Browser;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const PATIENCE_MS = 30_000;

/** The full badge of a profile, which unlike those in lists can be pressed. */
const badgeNow = async (page: DrivenPage): Promise<ClosedRoot | undefined> =>
  (await page.shadowTexts()).roots.find(
    (root) => nameOnBadge(root) !== undefined && root.controls.some(({ tag }) => tag === "button"),
  );

/** That badge once it is there. */
const profileBadge = (page: DrivenPage): Promise<ClosedRoot> =>
  eventually(PATIENCE_MS, "the profile's badge", () => badgeNow(page));

/** Until the page has no badge and no card, of anybody. */
const untilBare = (page: DrivenPage): Promise<boolean> =>
  eventually(
    PATIENCE_MS,
    "all badges to be gone",
    async () => (await page.shadowTexts()).roots.length === 0,
  );

const cardNow = async (page: DrivenPage): Promise<ClosedRoot | undefined> =>
  (await page.shadowTexts()).roots.find(({ controls }) =>
    controls.some(({ label }) => label === "Close"),
  );

const card = (page: DrivenPage): Promise<ClosedRoot> =>
  eventually(PATIENCE_MS, "the card", () => cardNow(page));

const untilClosed = (page: DrivenPage): Promise<boolean> =>
  eventually(PATIENCE_MS, "the card to be closed", async () => (await cardNow(page)) === undefined);

async function exported(browser: BrowserDriver): Promise<ReadExport> {
  const page = await browser.openExtensionPage("src/dashboard/index.html");
  await page.waitFor("the history's owner", () => document.body.innerText.includes("History of"));
  const file = await browser.downloadOf(() => page.click('button[name="export"][value="json"]'));
  await page.close();
  return readExport(file.bytes.toString("utf8"));
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

const visitsOf = (history: ReadExport, slug: string): readonly number[] =>
  history.people.find(({ aliases }) => aliases.includes(`slug:${slug}`))?.visits ?? [];

/** How long a profile has to be looked at to count as visited. */
const VISIT_MS = 3000;

/**
 * Opens somebody's profile until the badge is there, and closes it before that counts as a visit; whom this succeeded with. On a
 * busy machine not everybody's badge comes in time.
 */
async function glimpse(world: World, from: number): Promise<ReturnType<typeof known>> {
  for (let place = from; ; place += 1) {
    const person = known(world, place);
    const start = performance.now();
    const page = await world.browser.open(person.url);
    await profileBadge(page);
    await page.close();
    if (performance.now() - start < VISIT_MS) return person;
  }
}

/** Looks at an open profile until a visit is remembered; answers what is remembered then. */
async function visited(world: World, page: DrivenPage, slug: string): Promise<ReadExport> {
  for (let tries = 0; tries < 8; tries += 1) {
    await page.bringToFront();
    await pause(VISIT_MS + 300);
    const history = await exported(world.browser);
    if (visitsOf(history, slug).length > 0) return history;
  }
  throw new Error(`no visit to ${slug} is remembered`);
}

const invented = network({ seed: 7, people: 300, years: 8, now: Date.now() });

inEachBrowser("a profile's badge", { network: invented }, (world) => {
  world.test(
    "opens the card by a click and by the keyboard, closes it by Escape and by a click outside, and gives the focus back",
    async () => {
      const person = known(world);
      const page = await world.browser.open(person.url);
      const badge = await profileBadge(page);
      expect(nameOnBadge(badge)).toBe(person.name);
      await page.clickIn(badge.rect);
      expect((await card(page)).text).toContain(person.name);
      await page.press("Escape");
      await untilClosed(page);
      expect((await profileBadge(page)).focus).not.toBe("");
      await page.press("Enter");
      await card(page);
      await page.clickAt(5, 400);
      await untilClosed(page);
    },
  );

  world.test("leads to everything about the person in a tab of Tielight", async () => {
    const person = known(world);
    const page = await world.browser.open(person.url);
    await page.clickIn((await profileBadge(page)).rect);
    const more = (await card(page)).controls.find(({ text }) => text.startsWith("Notes"));
    expect(more).toBeDefined();
    await page.clickIn(more!.rect);
    const tab = await world.browser.pageAt("src/popup/index.html#person=");
    await tab.waitFor(
      "the card with the user's own words",
      (name) => document.querySelector("dialog:has(.wishes) h2")?.textContent === name,
      person.name,
    );
    await tab.press("Escape");
    await tab.waitFor("the lists behind it", () => document.querySelector("dialog") === null);
  });

  world.test(
    "is still there after going back, forward and loading again, for the person of the page",
    async () => {
      const [one, other] = [known(world, 0), known(world, 1)];
      const page = await world.browser.open(one.url);
      expect(nameOnBadge(await profileBadge(page))).toBe(one.name);
      await page.goTo(other.url);
      expect(nameOnBadge(await profileBadge(page))).toBe(other.name);
      await page.back();
      expect(nameOnBadge(await profileBadge(page))).toBe(one.name);
      await page.forward();
      expect(nameOnBadge(await profileBadge(page))).toBe(other.name);
      await page.reload();
      expect(nameOnBadge(await profileBadge(page))).toBe(other.name);
    },
  );

  world.test(
    "counts a visit after three seconds, once an hour, and shows the tie as it was before",
    async () => {
      const feed = await world.browser.open("https://www.linkedin.com/feed/");
      await eventually(
        PATIENCE_MS,
        "badges in the feed",
        async () => (await feed.shadowTexts()).roots.length,
      );
      const seen = known(world, 2);
      const glimpsed = await glimpse(world, 3);
      const twice: ReadExport[] = [];
      for (let time = 0; time < 2; time += 1) {
        const page = await world.browser.open(seen.url);
        const before = (await profileBadge(page)).label;
        twice.push(await visited(world, page, seen.slug));
        expect((await profileBadge(page)).label).toBe(before);
        await page.close();
      }
      const history = twice[1]!;
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
      await profileBadge(page);
      const choose = (mode: string) =>
        world.browser.evaluateInBackground(
          async (chosen) => chrome.storage.local.set({ mode: chosen }),
          mode,
        );
      await choose("archive");
      await untilBare(page);
      await choose("popup");
      await pause(1500);
      expect((await page.shadowTexts()).roots).toEqual([]);
      await choose("badges");
      await profileBadge(page);
    },
  );

  world.test(
    "leaves the page together with the extension when that is updated, and throws nothing",
    async () => {
      const person = known(world);
      const page = await world.browser.open(person.url);
      await profileBadge(page);
      await world.browser.reloadExtension();
      await page.evaluate(() => {
        const here = location.pathname;
        const link = [...document.querySelectorAll<HTMLAnchorElement>('a[href*="/in/"]')].find(
          ({ pathname }) => /^\/in\/[^/]+\/$/.test(pathname) && pathname !== here,
        );
        link?.click();
      });
      // Firefox gives the new version to pages that are open; it may draw, but not for whoever was here before.
      await eventually(PATIENCE_MS, "the badge to be gone", async () => {
        const badge = await badgeNow(page);
        return badge === undefined || nameOnBadge(badge) !== person.name;
      });
      await pause(1500);
      expect(await world.browser.problems()).toEqual([]);
    },
  );
});
