/**
 * A window as narrow as a phone's, with a finger in place of the mouse: no words are cut off or outside of the window, and all that
 * can be pressed is large enough. Chromium plays the phone;
 * Firefox for Android itself has not been tried.
 */
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { cutText, smallTargets } from "../support/faults.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { chooseSettings } from "../support/settings.ts";
import {
  beforeTheChoice,
  present,
  type State,
  USUAL_SCREENS,
  withHistory,
} from "../support/states.ts";

/** What a finger needs (px). */
const FINGER = 44;

const OUT = fileURLToPath(new URL("../../out/narrow/", import.meta.url));
inEachBrowser(
  "a narrow window",
  {},
  (world) => {
    const look = (screens: readonly State[]): void => {
      for (const { name, path, reach } of screens)
        world.test(`${name} can be read in a window of 360 pixels`, async () => {
          const page = await world.browser.openExtensionPage(path);
          await page.setViewport(360, 740);
          await page.prefer({ colourScheme: "light", reducedMotion: true, finger: true });
          await reach(page);
          expect(await page.evaluate(() => matchMedia("(pointer: coarse)").matches)).toBe(true);
          await mkdir(OUT, { recursive: true });
          await page.screenshot(`${OUT}${name}.png`, { whole: true });
          expect(await cutText(page)).toEqual([]);
          expect(await smallTargets(page, FINGER)).toEqual([]);
        });
    };
    const screens = [
      ...withHistory.filter(({ name }) => USUAL_SCREENS.includes(name)),
      ...beforeTheChoice.filter(({ name }) => name === "welcome" || name === "safe"),
    ];
    look(screens);

    world.test(
      "boxes to tick are of one size, in one line, and nearest to their own words",
      async () => {
        await chooseSettings(world.browser, { language: "pl" });
        const page = await world.browser.openExtensionPage("src/dashboard/index.html#settings");
        await page.setViewport(360, 740);
        await present(page, "[name=badges-lists]");
        const faults = await page.evaluate(() => {
          const found: string[] = [];
          const choices = [
            ...document.querySelectorAll<HTMLLabelElement>(".panel :is(.toggle, .choice)"),
          ]
            .filter((label) => label.checkVisibility())
            .map((label) => {
              return {
                name: label.textContent?.slice(0, 30),
                box: label.querySelector("input")?.getBoundingClientRect() ?? new DOMRect(),
                words: label.querySelector("span")?.getBoundingClientRect() ?? new DOMRect(),
                isToggle: label.matches(".toggle"),
              };
            });
          const [first] = choices;
          for (const [place, { name, box, words, isToggle }] of choices.entries()) {
            if (isToggle && Math.abs(box.width - box.height) > 0.5)
              found.push(`${name}: a box of ${box.width} × ${box.height}`);
            const before = choices[place - 1];
            if (before !== undefined && Math.abs(before.box.top - box.top) < 2) {
              const gap = box.left - before.words.right;
              if (gap < 1.5 * (words.left - box.right))
                found.push(`${name}: ${gap} after ${before.name}`);
            } else if (first !== undefined && Math.abs(box.left - first.box.left) > 1)
              found.push(`${name} begins at ${box.left}, ${first.name} at ${first.box.left}`);
          }
          return choices.length > 5 ? found : ["no choices"];
        });
        expect(faults).toEqual([]);
      },
    );

    world.test(
      "the last exchange stands whole in the table beside the rail of a small screen",
      async () => {
        await chooseSettings(world.browser, { language: "pl" });
        const page = await world.browser.openExtensionPage("src/dashboard/index.html#people");
        await page.setViewport(1024, 800);
        await present(page, "tbody th button");
        // Only what was said in a group, with its longer words, may end in dots.
        const cut = await page.evaluate(() => {
          const table = document.querySelector(".people-table");
          const columns = [...(table?.querySelectorAll("col") ?? [])];
          const last = columns.findIndex(({ className }) => className === "col-last");
          const cells = [...(table?.querySelectorAll("tr:not(.gap)") ?? [])].map(
            ({ children }) => children[last],
          );
          return cells.length > 5 && last > 0
            ? cells.flatMap((cell) =>
                cell !== undefined &&
                cell.scrollWidth > cell.clientWidth &&
                !cell.textContent?.includes("w grupie")
                  ? [cell.textContent]
                  : [],
              )
            : ["no cells"];
        });
        expect(cut).toEqual([]);
      },
    );
  },
  ["chromium"],
);
