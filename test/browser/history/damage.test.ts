/**
 * A history of which a part is missing: said in the popup, and nobody on the site is shown as never talked to because of it.
 */
import { expect } from "vitest";
import type { Browser } from "webextension-polyfill";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { eventually } from "../../../practice/browser/within.ts";
import { nameOnBadge } from "../site/badge-truth.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { popup, press } from "../support/popup-tasks.ts";

declare const chrome: Browser;

/** Lets the witness remember a later state: in Chrome it lies in `storage.local`, in Firefox in a database of its own. */
async function raiseWitness(page: DrivenPage): Promise<void> {
  await page.evaluate(async () => {
    type Testimony = Readonly<Record<"people" | "revision", number>>;
    const raised = ({ people, revision }: Testimony): Testimony => ({
      people: people + 10,
      revision: revision + 10,
    });
    const kept: Record<string, unknown> = await chrome.storage.local.get(null);
    for (const [key, value] of Object.entries(kept))
      if (key.startsWith("witness-"))
        await chrome.storage.local.set({ [key]: raised(value as Testimony) });
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open("tielight");
      opening.addEventListener("success", () => {
        const database = opening.result;
        const transaction = database.transaction("kept", "readwrite");
        const store = transaction.objectStore("kept");
        const walk = store.openCursor();
        walk.addEventListener("success", () => {
          const cursor = walk.result;
          if (cursor === null) return;
          if (JSON.stringify(cursor.key).startsWith(`"witness-`))
            cursor.update(raised(cursor.value as Testimony));
          cursor.continue();
        });
        transaction.addEventListener("complete", () => {
          database.close();
          resolve();
        });
      });
    });
  });
}

inEachBrowser("a damaged history", {}, (world) => {
  world.test("draws no badges until the user goes on with what is left", async () => {
    const [person] = world.practice.networks[1].people;
    const page = await popup(world);
    await eventually(60_000, "the damage to be observed", async () => {
      // The witness outside of the database remembers a later state than it holds. A background that still ran may put it right.
      await raiseWitness(page);
      await world.browser.killBackground();
      await page.reload();
      await page.waitFor(
        "the history, or what is wrong with it",
        () => document.querySelector(".notice.danger, .actions, .outcome") !== null,
      );
      return page.evaluate(() => document.querySelector(".notice.danger") !== null);
    });

    const site = await world.browser.open(
      `https://www.linkedin.com/in/${encodeURIComponent(person?.slug ?? "")}/`,
    );
    await site.waitFor("the person", () => document.querySelector("h1, h2") !== null);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect((await site.shadowTexts()).roots).toEqual([]);

    await press(page, "Go on with what is left");
    await page.waitFor("the week", () => document.querySelector(".actions, .outcome") !== null);
    await site.reload();
    const badge = await eventually(30_000, "the badge", async () =>
      (await site.shadowTexts()).roots.find((root) => nameOnBadge(root) !== undefined),
    );
    expect(nameOnBadge(badge)).toBe(person?.name);
  });
});
