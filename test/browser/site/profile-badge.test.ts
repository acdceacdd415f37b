/**
 * The badge on a profile: when it is there, what it says, what it opens, and what is remembered of the visit.
 */
import { expect } from "vitest";
import type { Browser } from "webextension-polyfill";
import type { BrowserDriver, DrivenPage } from "../../../practice/browser/browser-driver.ts";
import type { ClosedRoot } from "../../../practice/browser/sight.ts";
import { eventually } from "../../../practice/browser/within.ts";
import { network } from "../../../practice/network/network.ts";
import { readBackup, type ReadExport } from "../../../practice/read-export.ts";
import { isFull, nameOnBadge } from "./badge-truth.ts";
import type { Mode } from "../../../src/settings/mode.ts";
import { inEachBrowser, type World } from "../support/in-each-browser.ts";
import { chooseSettings } from "../support/settings.ts";

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const PATIENCE_MS = 30_000;

/** The full badge of a profile, which is wider than those in lists. */
const badgeNow = async (page: DrivenPage): Promise<ClosedRoot | undefined> =>
  (await page.shadowTexts()).roots.find((root) => nameOnBadge(root) !== undefined && isFull(root));

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

/** Band and last contact as a badge's label has them. */
function saidToScreenReaders({ label }: ClosedRoot): readonly [band: string, sentence: string] {
  const [, band, sentence] = /^Tielight: .*?, ([^.]*)\. (.*)$/su.exec(label) ?? [];
  if (band === undefined || sentence === undefined) throw new Error(`What label is "${label}"?`);
  return [band, sentence];
}

const glanceNow = async (page: DrivenPage): Promise<ClosedRoot | undefined> =>
  (await page.shadowTexts()).roots.find(
    (root) => root.label !== "" && !root.label.startsWith("Tielight"),
  );

const glance = (page: DrivenPage): Promise<ClosedRoot> =>
  eventually(PATIENCE_MS, "the glance card", () => glanceNow(page));

const untilNoGlance = (page: DrivenPage): Promise<boolean> =>
  eventually(PATIENCE_MS, "no glance card", async () => (await glanceNow(page)) === undefined);

const untilPopupShows = ({ browser }: World, name: string): Promise<boolean> =>
  eventually(PATIENCE_MS, `the popup to show ${name}`, async () =>
    (await browser.popupText())?.includes(name),
  );

/** Until a page of ours shows everything about somebody. */
const untilShows = (page: DrivenPage, name: string): Promise<boolean> =>
  page.waitFor(
    `the card of ${name} with the user's own words`,
    (wanted) => document.querySelector("dialog:has(.person-choices) h2")?.textContent === wanted,
    name,
  );

/** From now on the browser refuses to open the popup, as older ones do, until the background starts again. */
async function refusePopups({ browser }: World): Promise<void> {
  // What was called once is kept by the background.
  await browser.killBackground();
  await browser.evaluateInBackground(() => {
    const { browser: own, chrome: other } = globalThis as unknown as Record<string, Browser>;
    Object.defineProperty((own ?? other)?.action, "openPopup", {
      value: () => Promise.reject(new Error("refused by the test")),
    });
  });
}

async function exported(browser: BrowserDriver): Promise<ReadExport> {
  const page = await browser.openExtensionPage("src/dashboard/index.html");
  await page.waitFor("the history's owner", () => document.body.innerText.includes("History of"));
  const file = await browser.downloadOf(() => page.click('button[name="export"][value="json"]'));
  await page.close();
  return readBackup(file.bytes);
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
    "shows a glance card to pointer and focus, and opens the popup on the person by a click and by the keyboard",
    async () => {
      const person = known(world);
      const page = await world.browser.open(person.url);
      const badge = await profileBadge(page);
      expect(nameOnBadge(badge)).toBe(person.name);
      await page.moveTo(badge.rect.x + 40, badge.rect.y + 10);
      // The badge has little room: what it cuts short, the card says in full.
      const [band, sentence] = saidToScreenReaders(badge);
      expect(badge.text.split(" · ")).toContain(band);
      expect((await glance(page)).text).toContain(band);
      expect((await glance(page)).text).toContain(sentence);
      await page.press("Escape");
      await untilNoGlance(page);
      await page.clickIn(badge.rect);
      await untilPopupShows(world, person.name);
      await world.browser.closePopup();
      await page.moveTo(5, 5);

      await page.evaluate(() => {
        // The keyboard goes on from here.
        const start = document.createRange();
        start.selectNode(document.querySelector("h1, h2") ?? document.body);
        start.collapse(true);
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(start);
      });
      await eventually(PATIENCE_MS, "the badge to have the focus", async () => {
        const focused = async () =>
          (await page.shadowTexts()).roots.some(({ focus }) => focus.startsWith("Tielight"));
        if (await focused()) return true;
        await page.press("Tab");
        return focused();
      });
      await glance(page);
      // A second opening right after the first is refused.
      await pause(1100);
      await page.press("Enter");
      await untilPopupShows(world, person.name);
      await untilNoGlance(page);
      await world.browser.closePopup();
    },
  );

  world.test(
    "opens one small window where the browser refuses to open the popup, and the same one for the next person",
    async () => {
      const [one, other] = [known(world, 0), known(world, 1)];
      const page = await world.browser.open(one.url);
      await refusePopups(world);
      await page.clickIn((await profileBadge(page)).rect);
      const opened = await world.browser.pageAt("src/popup/index.html#person=");
      await untilShows(opened, one.name);
      await page.goTo(other.url);
      await pause(1100);
      await refusePopups(world);
      await page.clickIn((await profileBadge(page)).rect);
      await untilShows(opened, other.name);
      const urls = await Promise.all((await world.browser.pages()).map((open) => open.url()));
      expect(urls.filter((url) => url.includes("src/popup/"))).toHaveLength(1);
      await world.browser.killBackground();
    },
  );

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
      expect(interactions?.every(({ sources }) => sources.join() === "archive:sample-7")).toBe(
        true,
      );
    },
  );

  world.test(
    "goes and comes in an open tab with the choice made elsewhere, without a reload",
    async () => {
      const person = known(world);
      const page = await world.browser.open(person.url);
      await profileBadge(page);
      const choose = (mode: Mode) => chooseSettings(world.browser, { mode });
      await choose("archive");
      await untilBare(page);
      await choose("popup");
      await pause(1500);
      expect((await page.shadowTexts()).roots).toEqual([]);
      await choose("badges");
      await profileBadge(page);
    },
  );

  world.test("opens nothing twice for a double click", async () => {
    const person = known(world);
    const page = await world.browser.open(person.url);
    const { rect } = await profileBadge(page);
    await refusePopups(world);
    for (let time = 0; time < 4; time += 1) await page.clickIn(rect);
    await untilShows(await world.browser.pageAt("src/popup/index.html#person="), person.name);
    await pause(1500);
    const urls = await Promise.all((await world.browser.pages()).map((open) => open.url()));
    expect(urls.filter((url) => url.includes("src/popup/"))).toHaveLength(1);
    expect(await world.browser.popupText()).toBeUndefined();
    await world.browser.killBackground();
  });
});
