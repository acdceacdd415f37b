/**
 * The tasks of the popup with nothing but the keyboard.
 */
import { expect } from "vitest";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { outcome, popup, stored, suggested } from "../support/popup-tasks.ts";

/** What has the focus, in words. */
const focused = (page: DrivenPage): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    const label = activeElement?.ariaLabel || activeElement?.textContent?.trim();
    const field = activeElement?.closest("label")?.textContent?.trim();
    return label || field || (activeElement?.tagName ?? "");
  });

/** Presses Tab until this has the focus; what is reached and shows no focus is a fault. */
async function tabTo(page: DrivenPage, words: string, key = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 120; presses += 1) {
    await page.press(key);
    const now = await focused(page);
    if (now.startsWith(words)) return;
    passed.push(now);
  }
  throw new Error(`Tab does not lead to "${words}" but to: ${passed.join(" | ")}`);
}

/** Until no dialog is open any more. */
const untilClosed = (page: DrivenPage): Promise<boolean> =>
  page.waitFor("the dialog to be closed", () => document.querySelector("dialog[open]") === null);

inEachBrowser("the keyboard alone", {}, (world) => {
  world.test(
    "marks a suggestion as done and takes that back, and the focus stays there",
    async () => {
      const page = await popup(world);
      const [name = ""] = await suggested(page);
      await tabTo(page, name);
      await tabTo(page, "Done");
      await page.press("Enter");
      await outcome(page, name);
      expect(await focused(page)).toBe("Undo");
      await page.press("Enter");
      await page.waitFor("the row", () => document.querySelector(".outcome") === null);
      expect(await focused(page)).toBe("Done");
    },
  );

  world.test("writes an opener in another tone", async () => {
    const page = await popup(world);
    await tabTo(page, "Write");
    await page.press("Enter");
    await tabTo(page, "Warm");
    const words = () =>
      page.evaluate(() => document.querySelector<HTMLTextAreaElement>("textarea.words")?.value);
    const before = await words();
    await page.press("ArrowRight");
    expect(await words()).not.toBe(before);
    await tabTo(page, "Copy");
    await tabTo(page, "Open message window");
  });

  world.test("puts a suggestion off", async () => {
    const page = await popup(world);
    const [name = ""] = await suggested(page);
    await tabTo(page, "Not now");
    await page.press("Enter");
    await tabTo(page, "1 week");
    await page.press("Enter");
    await outcome(page, name);
    expect(await focused(page)).toBe("Undo");
  });

  world.test(
    "opens a card, keeps a note, and closes it by Escape with the focus back on the name",
    async () => {
      const page = await popup(world);
      const [name = ""] = await suggested(page);
      await tabTo(page, name);
      await page.press("Enter");
      await page.waitFor("the card", () => document.querySelector("dialog .wishes") !== null);
      await tabTo(page, "Notes, rhythm and reminders");
      await page.press("Enter");
      await tabTo(page, "Add a note");
      await page.press("Enter");
      await page.type("plays the cello");
      await page.press("Tab");
      await stored(page);
      await page.press("Escape");
      await untilClosed(page);
      expect(await focused(page)).toBe(name);
    },
  );

  world.test("goes from tab to tab by arrows and searches", async () => {
    const page = await popup(world);
    await tabTo(page, "This week");
    await page.press("ArrowRight");
    expect(await focused(page)).toBe("Everybody");
    await page.press("End");
    expect(await focused(page)).toBe("Balance");
    await page.press("ArrowLeft");
    await tabTo(page, "Name, company");
    await page.type("cello");
    await page.waitFor("one", () => document.querySelectorAll(".chunk .person").length === 1);
    await tabTo(page, "Filters");
    await page.press("Enter");
    await tabTo(page, "Close");
    await page.press(" ");
    await page.waitFor("a filter", () => document.querySelector(".bands :checked") !== null);
  });

  world.test("changes the settings and returns to their button", async () => {
    const page = await popup(world);
    await tabTo(page, "Settings");
    await page.press("Enter");
    await tabTo(page, "Number of people due");
    await page.press(" ");
    await page.waitFor(
      "it to be kept",
      () => document.querySelector<HTMLInputElement>("[name=toolbar-number]")?.checked,
    );
    await page.press("Escape");
    await untilClosed(page);
    expect(await focused(page)).toBe("Settings");
  });

  world.test("makes two entries one and two again", async () => {
    const page = await popup(world);
    const [name = "", other = ""] = await suggested(page);
    await tabTo(page, name);
    await page.press("Enter");
    await page.waitFor("the card", () => document.querySelector("dialog .wishes") !== null);
    await tabTo(page, "Put right");
    await page.press("Enter");
    await tabTo(page, "Same as another entry");
    await page.press("Enter");
    expect(await focused(page)).toContain("Find the other entry");
    await page.type(other);
    // Who tabs on before anybody is offered leaves the page at its end, and what Firefox makes of Enter after that is its own.
    await page.waitFor(
      "the other entry to be offered",
      (wanted) => {
        const offered = [...document.querySelectorAll(".offered button > bdi")];
        return offered.length === 1 && offered[0]?.textContent === wanted;
      },
      other,
    );
    await tabTo(page, other);
    await page.press("Enter");
    await page.waitFor("both", () => document.querySelectorAll("dialog .sides > li").length === 2);
    await tabTo(page, "They are one person");
    await page.press("Enter");
    await page.waitFor("undo", () => document.activeElement?.textContent === "Undo");
    await page.press("Enter");
    await page.waitFor("two", () =>
      document.activeElement?.textContent?.startsWith("Same as another entry"),
    );
  });

  world.test("forgets a person", async () => {
    const page = await popup(world);
    const [name = ""] = await suggested(page);
    await tabTo(page, name);
    await page.press("Enter");
    await page.waitFor("the card", () => document.querySelector("dialog .wishes") !== null);
    await tabTo(page, "Put right");
    await page.press("Enter");
    await tabTo(page, "Delete for good");
    await page.press("Enter");
    await tabTo(page, "Delete for good");
    await page.press("Enter");
    await page.waitFor(
      "the list without them",
      (gone) =>
        document.querySelector("dialog") === null &&
        ![...document.querySelectorAll(".person-name")].some((one) => one.textContent === gone),
      name,
    );
  });
});
