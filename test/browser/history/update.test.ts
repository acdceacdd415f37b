/**
 * An update of the extension while tabs of the site are open: they go on, with every badge there once, and nothing observed is lost.
 */
import { expect } from "vitest";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { eventually } from "../../../practice/browser/within.ts";
import { nameOnBadge } from "../site/badge-truth.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { exportedHistory } from "../support/observed.ts";
import { opened, signIn } from "../support/acts.ts";

const PATIENCE_MS = 30_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The names on badges, and how many empty elements of badges stand beside one name at most. */
async function badgesOn(page: DrivenPage): Promise<{ names: readonly string[]; most: number }> {
  const { roots } = await page.shadowTexts();
  const most = await page.evaluate(() => {
    const beside = new Map<Element | null, number>();
    for (const span of document.querySelectorAll<HTMLElement>("span")) {
      const isHost = span.attributes.length + span.childNodes.length === 0;
      // Names for screen readers alone have no room of their own.
      if (!isHost || span.getClientRects().length === 0 || span.offsetWidth < 2) continue;
      beside.set(span.parentElement, (beside.get(span.parentElement) ?? 0) + 1);
    }
    return Math.max(0, ...beside.values());
  });
  return { names: roots.flatMap((root) => nameOnBadge(root) ?? []).toSorted(), most };
}

inEachBrowser("an update with tabs open", {}, (world) => {
  world.test("leaves each badge there once, alive, after one update and after two", async () => {
    await signIn(world);
    const page = await opened(world, "/mynetwork/invite-connect/connections/?virtual=off&count=12");
    // All of them, and not the first that are drawn.
    const before = await eventually(PATIENCE_MS, "the badges", async () => {
      const some = await badgesOn(page);
      await pause(1000);
      const later = await badgesOn(page);
      return later.names.length > 5 && later.names.join() === some.names.join() ? later : undefined;
    });
    expect(before.most).toBe(1);
    for (const time of ["first", "second"]) {
      await world.browser.reloadExtension();
      await page.bringToFront();
      await eventually(PATIENCE_MS, `the badges after the ${time} update`, async () => {
        const now = await badgesOn(page);
        return now.names.join() === before.names.join();
      });
      await pause(1500);
      expect(await badgesOn(page)).toEqual(before);
    }
    const { roots } = await page.shadowTexts();
    const badge = roots.find((root) => nameOnBadge(root) !== undefined)!;
    await page.clickIn(badge.rect);
    await eventually(PATIENCE_MS, "the popup of a badge drawn after the update", async () =>
      (await world.browser.popupText())?.includes(nameOnBadge(badge) ?? ""),
    );
    await world.browser.closePopup();
    expect(await world.browser.problems()).toEqual([]);
  });

  world.test(
    "goes on observing in the tab: a profile looked at after the update is a visit",
    async () => {
      const person = world.practice.networks[1].people.find(
        ({ degree, interactions }) => degree === 1 && interactions.length > 5,
      )!;
      await signIn(world);
      const page = await opened(world, "/feed/");
      await world.browser.reloadExtension();
      await page.bringToFront();
      // Within the site, without a new document.
      await page.evaluate((slug) => {
        const link = document.createElement("a");
        link.href = `/in/${encodeURIComponent(slug)}/`;
        document.querySelector("main")?.append(link);
        link.click();
        link.remove();
      }, person.slug);
      await eventually(PATIENCE_MS, "the badge on the profile", async () =>
        (await page.shadowTexts()).roots.some((root) => nameOnBadge(root) === person.name),
      );
      await eventually(60_000, "the visit", async () => {
        await page.bringToFront();
        await pause(3500);
        const { people } = await exportedHistory(world.browser);
        const found = people.find(({ aliases }) => aliases.includes(`slug:${person.slug}`));
        return found?.visits.length;
      });
      expect(await world.browser.problems()).toEqual([]);
    },
  );
});
