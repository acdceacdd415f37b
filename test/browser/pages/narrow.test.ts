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
import { beforeTheChoice, type State, USUAL_SCREENS, withHistory } from "../support/states.ts";

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
  },
  ["chromium"],
);
