/**
 * The user switches the extension off, or takes its access to the site away, while tabs of the site are open, and gives it back.
 */
import { expect } from "vitest";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { eventually } from "../../../practice/browser/within.ts";
import { opened, signIn } from "../support/acts.ts";
import { inEachBrowser, type World } from "../support/in-each-browser.ts";
import { exportedHistory } from "../support/observed.ts";
import { nameOnBadge } from "../site/badge-truth.ts";

const PATIENCE_MS = 30_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Longer than a profile has to be looked at to count as visited, and what was seen needs to arrive (ms). */
const LOOKED_AT_MS = 6000;

async function badges(page: DrivenPage): Promise<readonly string[]> {
  await page.bringToFront();
  const { roots } = await page.shadowTexts();
  return roots.flatMap((root) => nameOnBadge(root) ?? []).toSorted();
}

const untilBadges = (page: DrivenPage, names: readonly string[]): Promise<boolean> =>
  eventually(
    PATIENCE_MS,
    `badges of ${names.join(", ")}`,
    async () => (await badges(page)).join() === names.join(),
  );

/** The badges of a page, once no more come. */
const settledBadges = (page: DrivenPage): Promise<readonly string[]> =>
  eventually(PATIENCE_MS, "badges", async () => {
    const some = await badges(page);
    await pause(1000);
    return some.length > 5 && (await badges(page)).join() === some.join() ? some : [];
  });

/** Goes to somebody's profile within the site, without a new document, and looks at it. */
async function lookAt(page: DrivenPage, slug: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate((of) => {
    const link = document.createElement("a");
    link.href = `/in/${encodeURIComponent(of)}/`;
    document.querySelector("main")?.append(link);
    link.click();
    link.remove();
  }, slug);
  await page.waitFor("the profile", (of) => decodeURI(location.pathname).includes(of), slug);
  await pause(LOOKED_AT_MS);
}

async function visits(world: World, slug: string): Promise<number> {
  const { people } = await exportedHistory(world.browser);
  return people.find(({ aliases }) => aliases.includes(`slug:${slug}`))?.visits.length ?? 0;
}

/** Does something on a page of the browser's own, and comes back to the site. */
async function elsewhere(world: World, act: () => Promise<void>): Promise<void> {
  const page = await world.browser.open("about:blank");
  await act();
  await page.close();
}

const LIST = "/mynetwork/invite-connect/connections/?virtual=off&count=12";

inEachBrowser("tabs that are open", {}, (world) => {
  const person = (place: number) =>
    world.practice.networks[1].people.filter(
      ({ degree, interactions }) => degree === 1 && interactions.length > 5,
    )[place]!;

  world.test(
    "have their badges once, and are read on, when the extension was switched off and on",
    async () => {
      await signIn(world);
      const page = await opened(world, LIST);
      const before = await settledBadges(page);
      await elsewhere(world, () => world.browser.switchExtension(false));
      // Firefox ends the script of an extension before it can take anything along; what it drew stands until the tab is loaded again.
      if (world.browser.name === "chromium") await untilBadges(page, []);
      await elsewhere(world, () => world.browser.switchExtension(true));
      await untilBadges(page, before);
      await pause(1500);
      expect(await badges(page)).toEqual(before);
      const { slug } = person(0);
      const seen = await visits(world, slug);
      await lookAt(page, slug);
      await eventually(PATIENCE_MS, "the visit", async () => (await visits(world, slug)) > seen);
      expect(await world.browser.problems()).toEqual([]);
    },
  );

  world.test(
    "are read no more when the browser takes the site away, until it gives it back",
    async () => {
      await signIn(world);
      const page = await opened(world, LIST);
      const before = await settledBadges(page);
      const { slug } = person(1);
      const seen = await visits(world, slug);
      await elsewhere(world, () => world.browser.allowSite(false));
      await untilBadges(page, []);
      await lookAt(page, slug);
      expect(await badges(page)).toEqual([]);
      expect(await visits(world, slug)).toBe(seen);
      await elsewhere(world, () => world.browser.allowSite(true));
      await page.bringToFront();
      await eventually(PATIENCE_MS, "the badge of the profile", async () =>
        (await badges(page)).includes(person(1).name),
      );
      await pause(LOOKED_AT_MS);
      await eventually(PATIENCE_MS, "the visit", async () => (await visits(world, slug)) > seen);
      await page.goTo(`https://www.linkedin.com${LIST}`);
      await untilBadges(page, before);
      expect(await world.browser.problems()).toEqual([]);
    },
  );
});
