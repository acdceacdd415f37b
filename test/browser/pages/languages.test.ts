/**
 * The language of the interface is chosen in the settings, whatever language the browser is in, and holds at once: on our pages, and for
 * what the background says on the site.
 */
import { expect } from "vitest";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { present } from "../support/states.ts";

const POPUP = "src/popup/index.html";

const head = (page: DrivenPage) =>
  page.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    views: document.querySelector("[role=tablist]")?.getAttribute("aria-label"),
  }));

/** Chooses a language in the settings, and waits for the page in it: the tabs are called so. */
async function choose(page: DrivenPage, tag: string, views: string): Promise<void> {
  await page.click(".popup-head .settings");
  await present(page, "dialog select[name=language]");
  await page.evaluate((wanted) => {
    const list = document.querySelector<HTMLSelectElement>("select[name=language]");
    if (!list) return;
    list.value = wanted;
    list.dispatchEvent(new Event("change", { bubbles: true }));
  }, tag);
  await page.waitFor(
    "the page in the language",
    (wanted) => document.querySelector("[role=tablist]")?.getAttribute("aria-label") === wanted,
    views,
  );
}

inEachBrowser("languages", { language: "ar-XB", browser: { language: "en-US" } }, (world) => {
  world.test(
    "a language is chosen in the settings, and what the background says is in it",
    async () => {
      const page = await world.browser.openExtensionPage(POPUP);
      await present(page, ".actions");
      expect(await head(page)).toMatchObject({ lang: "ar-XB", dir: "rtl" });
      expect((await head(page)).views).not.toMatch(/[A-Za-z]/);

      await choose(page, "en-XA", "Víééwšš");
      expect(await head(page)).toEqual({ lang: "en-US", dir: "ltr", views: "Víééwšš" });
      await present(page, ".person-name");
      await page.click(".person-name");
      await present(page, "dialog .card-foot");
      // The card is in the background's words.
      expect(
        await page.evaluate(() => document.querySelector("dialog .card-foot")?.textContent),
      ).toMatch(/Dáttá/);
      await page.evaluate(() => document.querySelector("dialog")?.close());

      const again = await world.browser.openExtensionPage(POPUP);
      await present(again, ".actions");
      await choose(again, "", "Views");
      expect(await head(again)).toEqual({ lang: "en-US", dir: "ltr", views: "Views" });
    },
  );
});
