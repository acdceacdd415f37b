/**
 * What a screen reader reads of the popup's week, of a card and of the week on the page, in its order. Chromium tells it to the test.
 */
import { expect } from "vitest";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { network } from "../../../practice/network/network.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { first, popup } from "../support/popup-tasks.ts";
import { present } from "../support/states.ts";

const invented = network({ seed: 7, people: 60, years: 8, now: Date.now() });

const BAND = /^(?:Close|In touch|Fading|Dormant|Acquaintance|Not talked yet|Unknown)$/;
const SENTENCE = /^[A-Z].* .*$/;

/** What is heard, without marks of direction and places that say nothing now; text by itself has no role. */
const heard = async (page: DrivenPage): Promise<readonly string[]> =>
  ((await page.heard()) ?? [])
    .map((line) => line.replaceAll(/[\u2068\u2069]/g, "").replace(/^StaticText /, ""))
    .filter((line) => line !== "status");

inEachBrowser("what is heard", { network: invented }, (world) => {
  world.test("of the week is who, what can be done about them, and why", async () => {
    const page = await popup(world);
    await page.setViewport(400, 600);
    const name = await first(page);
    await present(page, ".balance-bar");
    if (world.browser.name === "firefox") return expect(await page.heard()).toBeUndefined();
    const lines = await heard(page);
    expect(lines.slice(0, 17)).toEqual([
      "RootWebArea Tielight",
      "banner",
      "heading Tielight",
      "link History",
      "search",
      "searchbox Name, company, title, tag or note",
      "button Hide names",
      "button More collapsed",
      "main",
      "heading This week",
      expect.stringMatching(/^0 of \d$/),
      expect.stringMatching(BAND),
      `button ${name}`,
      expect.stringMatching(SENTENCE),
      `button Write to ${name}`,
      `button Done: ${name}`,
      `button More about ${name} collapsed`,
    ]);
    expect(lines[17]).toMatch(SENTENCE);
    expect(lines.slice(-5)).toEqual([
      "contentinfo",
      expect.stringMatching(/^button \d+ overdue$/),
      expect.stringMatching(/^link \d+ changes?$/),
      expect.stringMatching(/^\d+ changes?$/),
      "button Balance",
    ]);
  });

  world.test(
    "of a card is who, how the tie stands, what can be done, and the user's words",
    async () => {
      const page = await popup(world);
      await page.setViewport(400, 600);
      const name = await first(page);
      await page.click(".person-name");
      await present(page, "dialog .card-history");
      if (world.browser.name === "firefox") return expect(await page.heard()).toBeUndefined();
      const lines = await heard(page);
      expect(lines.slice(0, 22)).toEqual([
        "RootWebArea Tielight",
        `dialog ${name}`,
        "group",
        "button Close",
        expect.stringMatching(BAND),
        `heading ${name}`,
        expect.stringMatching(SENTENCE),
        `button More about ${name} collapsed`,
        expect.stringMatching(/^button .* collapsed$/),
        expect.stringMatching(SENTENCE),
        expect.stringMatching(SENTENCE),
        `button Write to ${name}`,
        "button Remind collapsed",
        "button Log collapsed",
        "New note",
        "textbox New note",
        "form",
        "Tags, with commas between them",
        "textbox Tags, with commas between them",
        "Keep in touch",
        "combobox Keep in touch collapsed",
        "option Automatic",
      ]);
      expect(lines.filter((line) => line.startsWith("heading"))).toEqual([
        `heading ${name}`,
        expect.stringMatching(/^heading \d+ interactions$/),
      ]);
    },
  );

  world.test("of a suggestion on the page is the same, with the words to begin with", async () => {
    const page = await world.browser.openExtensionPage("src/dashboard/index.html#week");
    await present(page, ".suggest");
    if (world.browser.name === "firefox") return expect(await page.heard()).toBeUndefined();
    const name = await page.evaluate(() => document.querySelector(".suggest h3")?.textContent);
    const acts = (await heard(page)).filter((line) => line.includes(name ?? "?"));
    expect(acts).toEqual([
      `link ${name}`,
      name,
      `button Done: ${name}`,
      `button More about ${name} collapsed`,
      `textbox Opener for ${name}`,
    ]);
  });
});
