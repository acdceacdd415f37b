/**
 * What a page can learn by the clock: it sees when each badge comes. They come in the order of the page, whatever they say and however much is
 * known, so that neither who comes first nor who comes together tells anything of a tie.
 */
import { expect } from "vitest";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { eventually } from "../../../practice/browser/within.ts";
import { nameOnBadge } from "../site/badge-truth.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { chooseSettings } from "../support/settings.ts";

const LIST = "https://www.linkedin.com/mynetwork/invite-connect/connections/";
const PATIENCE_MS = 30_000;

interface Watching {
  badgeRows?: number[];
}

/** Notes the place of each row in the list when something of ours comes into it, as a script of the page can. */
function watchRows(): void {
  const rows = [...document.querySelectorAll('main [role="listitem"], main li')];
  const badgeRows: number[] = [];
  (window as Watching).badgeRows = badgeRows;
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) {
        if (!(node instanceof HTMLSpanElement)) continue;
        if (node.attributes.length + node.childNodes.length > 0) continue;
        const row = rows.findLastIndex((one) => one.contains(node));
        if (row >= 0 && !badgeRows.includes(row)) badgeRows.push(row);
      }
  }).observe(document.body, { childList: true, subtree: true });
}

const words = async (page: DrivenPage): Promise<readonly string[]> =>
  (await page.shadowTexts()).roots
    .filter((root) => nameOnBadge(root) !== undefined)
    .map(({ text }) => text);

inEachBrowser("a page that watches when badges come", {}, (world) => {
  for (const layout of ["current", "older"] as const)
    world.test(`sees them in the order of a list in the ${layout} layout`, async () => {
      const page = await world.browser.open(`${LIST}?layout=${layout}`);
      const several = await eventually(PATIENCE_MS, "different badges", async () => {
        const all = await words(page);
        return new Set(all).size > 2 ? all : undefined;
      });
      await chooseSettings(world.browser, { mode: "popup" });
      await eventually(
        PATIENCE_MS,
        "no badges",
        async () => (await words(page)).length === 0 || undefined,
      );
      await page.evaluate(watchRows);
      await chooseSettings(world.browser, { mode: "badges" });
      const seen = await eventually(PATIENCE_MS, "the badges again", async () => {
        const rows = await page.evaluate(() => (window as Watching).badgeRows ?? []);
        return rows.length >= Math.min(several.length, 5) ? rows : undefined;
      });
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
      // Badges that say different things are among them, or the order would tell nothing.
      expect(new Set(await words(page)).size).toBeGreaterThan(2);
    });
});
