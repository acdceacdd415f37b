/**
 * The language of the interface is chosen in the settings, whatever language the browser is in, and holds at once: on our pages, and for
 * what the background says on the site.
 */
import { expect } from "vitest";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { eventually } from "../../../practice/browser/within.ts";
import { longer, mirrored } from "../../../practice/messages/made-up.ts";
import english from "../../../src/words/messages/en.json" with { type: "json" };
import { inEachBrowser, type World } from "../support/in-each-browser.ts";
import { present } from "../support/states.ts";

const POPUP = "src/popup/index.html";
const SETTINGS = "src/dashboard/index.html#settings";
const MORE = english.more.message;

const head = (page: DrivenPage) =>
  page.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    more: document.querySelector("[name=menu]")?.getAttribute("aria-label"),
  }));

/** Chooses a language in the settings, and waits for another page in it. */
async function choose(world: World, page: DrivenPage, tag: string, more: string): Promise<void> {
  const settings = await world.browser.openExtensionPage(SETTINGS);
  await present(settings, "select[name=language]");
  await settings.evaluate((wanted) => {
    const list = document.querySelector<HTMLSelectElement>("select[name=language]");
    if (!list) return;
    list.value = wanted;
    list.dispatchEvent(new Event("change", { bubbles: true }));
  }, tag);
  await page.waitFor(
    "the page in the language",
    (wanted) => document.querySelector("[name=menu]")?.getAttribute("aria-label") === wanted,
    more,
  );
  await settings.close();
  await page.bringToFront();
}

/** Waits until what the badges on a page of the site say, in words and to screen readers, is of a kind. */
const badges = (site: DrivenPage, about: string, kind: RegExp) =>
  eventually(30_000, about, async () => {
    const { roots } = await site.shadowTexts();
    // The label begins with the product's name and the person's, which no language changes.
    const words = roots.map(({ label }) => label.split("\u2069,")[1] ?? "");
    return words.length > 0 && words.every((said) => kind.test(said));
  });

/** What is cut so that its first letter cannot be read, by its words. */
const cutAtItsStart = (page: DrivenPage, selector: string): Promise<readonly string[]> =>
  page.evaluate(
    (wanted) =>
      [...document.querySelectorAll<HTMLElement>(wanted)].flatMap((one) => {
        const words = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
        let node = words.nextNode();
        while (node !== null && node.textContent?.trim() === "") node = words.nextNode();
        if (node === null) return [];
        const letter = document.createRange();
        letter.setStart(node, 0);
        letter.setEnd(node, 1);
        const [box, first] = [one.getBoundingClientRect(), letter.getBoundingClientRect()];
        const isSeen = first.left >= box.left - 1 && first.right <= box.right + 1;
        return isSeen ? [] : [one.textContent ?? ""];
      }),
    selector,
  );

inEachBrowser("languages", { language: "ar-XB", browser: { language: "en-US" } }, (world) => {
  world.test(
    "words that are cut are cut at their end, whatever the direction of the page",
    async () => {
      const popup = await world.browser.openExtensionPage(POPUP);
      await popup.setViewport(400, 600);
      await present(popup, ".person-about");
      expect(await cutAtItsStart(popup, ".person-name, .person-about")).toEqual([]);
      const table = await world.browser.openExtensionPage("src/dashboard/index.html#people");
      await table.setViewport(1024, 700);
      await present(table, "tbody th button");
      expect(
        await cutAtItsStart(table, "tbody th button, tbody td:not(:has(input, span))"),
      ).toEqual([]);
    },
  );

  world.test("a language is chosen in the settings, and holds at once on every page", async () => {
    const site = await world.browser.open(
      "https://www.linkedin.com/mynetwork/invite-connect/connections/",
    );
    await badges(site, "badges in Arabic letters", /^[^A-Za-z]+$/);

    const page = await world.browser.openExtensionPage(POPUP);
    await present(page, ".actions");
    expect(await head(page)).toEqual({ lang: "ar-XB", dir: "rtl", more: mirrored(MORE) });

    await choose(world, page, "en-XA", longer(MORE));
    expect(await head(page)).toEqual({ lang: "en-US", dir: "ltr", more: longer(MORE) });
    await site.bringToFront();
    await badges(site, "badges in longer words", /[áéíöúýšñçž]/);

    const again = await world.browser.openExtensionPage(POPUP);
    await present(again, ".actions");
    await choose(world, again, "", MORE);
    expect(await head(again)).toEqual({ lang: "en-US", dir: "ltr", more: MORE });
    await site.bringToFront();
    await badges(site, "badges in the browser's own language", /^[ -~]+$/);
  });
});
