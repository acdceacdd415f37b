/**
 * A disk on which nothing more can be written: said at once, nothing that was acknowledged is lost, and the sentence goes with the first thing
 * that is written again.
 */
import { expect } from "vitest";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { eventually } from "../../../practice/browser/within.ts";
import { signIn } from "../support/acts.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { ask, popup } from "../support/popup-tasks.ts";

const PATIENCE_MS = 45_000;

/** What all origins of Firefox together may store: the history, and some to fill. */
const STORAGE_BYTES = 12 * 2 ** 20;

inEachBrowser(
  "a full disk",
  { strangers: false, browser: { storageBytes: STORAGE_BYTES } },
  (world) => {
    const strangers = () => world.practice.networks[1].people.filter(({ degree }) => degree === 3);
    const visit = async (place: number): Promise<DrivenPage> => {
      const slug = strangers()[place]?.slug ?? "";
      const page = await world.browser.open(
        `https://www.linkedin.com/in/${encodeURIComponent(slug)}/`,
      );
      await page.waitFor("the person", () => document.querySelector("h1, h2") !== null);
      return page;
    };
    const isSaid = (page: DrivenPage): Promise<boolean> =>
      page.evaluate(
        () =>
          document.querySelector(".notice.danger")?.textContent?.includes("disk is full") === true,
      );
    const people = async (page: DrivenPage): Promise<number> =>
      ((await ask(page, "overview")) as { readonly people: number }).people;

    world.test("is said at once and until something can be written again", async () => {
      const { browser } = world;
      await signIn(world);
      const page = await popup(world);
      const before = await people(page);
      await browser.fillDisk(true);
      const waiting = await visit(0);
      await eventually(PATIENCE_MS, "the full disk to be said", () => isSaid(page));
      expect(await people(page)).toBe(before);
      // Also to one who asks anew, from a background that was ended meanwhile.
      await browser.killBackground();
      await page.reload();
      await eventually(PATIENCE_MS, "it to be said again", () => isSaid(page));
      expect(await people(page)).toBe(before);

      await browser.fillDisk(false);
      await visit(1);
      await eventually(PATIENCE_MS, "the sentence to go", async () => !(await isSaid(page)));
      // What could not be written waited in its page, and is sent again.
      await waiting.bringToFront();
      await eventually(
        PATIENCE_MS,
        "both to be there",
        async () => (await people(page)) === before + 2,
      );
    });
  },
);
