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

/** Opens the menu of the card and goes down to what says this. */
async function chooseFromMenu(page: DrivenPage, words: string): Promise<void> {
  await tabTo(page, "More about");
  await page.press("Enter");
  await page.waitFor("the menu", () => document.activeElement?.closest(".popover") !== null);
  for (let presses = 0; presses < 12; presses += 1) {
    if ((await focused(page)).startsWith(words)) break;
    await page.press("ArrowDown");
  }
  await page.press("Enter");
  await page.waitFor("the panel", () => document.querySelector("dialog .panel") !== null);
}

/** Until no dialog is open any more. */
const untilClosed = (page: DrivenPage): Promise<boolean> =>
  page.waitFor("the dialog to be closed", () => document.querySelector("dialog[open]") === null);

/** The name of the button that has the focus. */
const button = (page: DrivenPage): Promise<string> =>
  page.evaluate(() => (document.activeElement as HTMLButtonElement | null)?.name ?? "");

/** Goes from the search to the first row. */
async function firstRow(page: DrivenPage): Promise<string> {
  await page.press("ArrowDown");
  return focused(page);
}

inEachBrowser("the keyboard alone", {}, (world) => {
  world.test("begins in the search, and arrow keys lead through the rows and back", async () => {
    const page = await popup(world);
    expect(await button(page)).toBe("search");
    const [one = "", other = ""] = await suggested(page);
    expect(await firstRow(page)).toBe(one);
    await page.press("ArrowDown");
    expect(await focused(page)).toBe(other);
    await page.press("ArrowUp");
    await page.press("ArrowUp");
    expect(await button(page)).toBe("search");
  });

  world.test(
    "marks a suggestion as done and takes that back, and the focus stays there",
    async () => {
      const page = await popup(world);
      const name = await firstRow(page);
      await page.press("d");
      await outcome(page, name);
      expect(await focused(page)).toBe("Undo");
      await page.press("Enter");
      await page.waitFor("the row", () => document.querySelector(".outcome") === null);
      expect(await button(page)).toBe("done");
    },
  );

  world.test("writes in another tone", async () => {
    const page = await popup(world);
    const name = await firstRow(page);
    await tabTo(page, `Write to \u2068${name}`);
    await tabTo(page, "More about");
    await page.press("Enter");
    await page.waitFor("the menu", () => document.activeElement?.textContent === "1 week");
    for (let presses = 0; presses < 5; presses += 1) await page.press("ArrowDown");
    expect(await focused(page)).toBe("Change the message…");
    await page.press("Enter");
    await page.waitFor("the words", () => document.activeElement?.matches("textarea.words"));
    const words = () =>
      page.evaluate(() => document.querySelector<HTMLTextAreaElement>("textarea.words")?.value);
    const before = await words();
    await tabTo(page, "Warm", "Shift+Tab");
    await page.press("ArrowRight");
    await page.waitFor(
      "other words",
      (old) => document.querySelector<HTMLTextAreaElement>("textarea.words")?.value !== old,
      before,
    );
    await tabTo(page, "Copy and open");
  });

  world.test("snoozes a suggestion", async () => {
    const page = await popup(world);
    const name = await firstRow(page);
    await page.press("s");
    await page.waitFor("the menu", () => document.activeElement?.textContent === "1 week");
    await page.press("Enter");
    await outcome(page, name);
    expect(await focused(page)).toBe("Undo");
  });

  world.test(
    "opens a card, keeps a note, and closes it by Escape with the focus back on the name",
    async () => {
      const page = await popup(world);
      await page.press("ArrowDown");
      await page.press("ArrowDown");
      const name = await focused(page);
      await page.press("Enter");
      await page.waitFor(
        "the card to answer to letters",
        () =>
          document.querySelector('dialog [aria-keyshortcuts="n"]') !== null &&
          document.activeElement?.closest("dialog") !== null,
      );
      await page.press("n");
      await page.waitFor(
        "the note to have the focus",
        () => (document.activeElement as HTMLTextAreaElement | null)?.name === "note",
      );
      await page.type("plays the cello");
      await page.press("Tab");
      await stored(page);
      await page.press("Escape");
      await untilClosed(page);
      expect(await focused(page)).toBe(name);
    },
  );

  world.test("finds a person by typing, opens the first by Enter, and steps back", async () => {
    const page = await popup(world);
    await page.type("cello");
    await page.waitFor("one", () => document.querySelectorAll(".chunk .person").length === 1);
    await tabTo(page, "Filters");
    await page.press("Enter");
    await page.waitFor("the filters", () => document.querySelector(".filter-panel") !== null);
    await tabTo(page, "Close");
    await page.press(" ");
    await page.waitFor("a filter", () => document.querySelector(".bands :checked") !== null);
    await page.press(" ");
    await page.waitFor("no filter", () => document.querySelector(".bands :checked") === null);
    await page.press("Escape");
    await page.waitFor("no filters", () => document.querySelector(".filter-panel") === null);
    await page.press("Escape");
    await page.waitFor("the week", () => document.querySelector(".week-head") !== null);
    expect(await button(page)).toBe("search");
    await page.type("cello");
    await page.press("Enter");
    await page.waitFor("the card", () => document.querySelector("dialog .person-choices") !== null);
    await page.press("Escape");
    await untilClosed(page);
  });

  world.test("changes the settings and returns", async () => {
    const page = await popup(world);
    await tabTo(page, "More");
    await page.press("Enter");
    await page.waitFor("the menu", () => document.querySelector(".menu-foot") !== null);
    await page.press("ArrowUp");
    expect(await focused(page)).toBe("Settings");
    await page.press("Enter");
    await tabTo(page, "Like the system");
    await page.press("ArrowDown");
    await page.waitFor(
      "it to be kept",
      () => document.documentElement.dataset["theme"] === "light",
    );
    await page.press("ArrowUp");
    await page.waitFor(
      "the look as before",
      () => document.documentElement.dataset["theme"] === undefined,
    );
    await page.press("Escape");
    await untilClosed(page);
    expect(await focused(page)).toBe("More");
  });

  world.test("makes two entries one and two again", async () => {
    const page = await popup(world);
    const [, other = ""] = await suggested(page);
    await firstRow(page);
    await page.press("Enter");
    await page.waitFor("the card", () => document.querySelector("dialog .person-choices") !== null);
    await chooseFromMenu(page, "Correct or merge");
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
    const name = await firstRow(page);
    await page.press("Enter");
    await page.waitFor("the card", () => document.querySelector("dialog .person-choices") !== null);
    await chooseFromMenu(page, "Stop recording or delete");
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
