/**
 * Pictures with an axis, in windows of four widths and in each language: no two words of a picture touch, and none stands outside of it.
 * The time of a person is looked at in years, months and days. `PICTURES=1` leaves pictures in `test/out/axes`.
 */
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { BrowserName, DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { writtenLanguages } from "../../../practice/messages/written.ts";
import { everyLook, pictures } from "../../effort.ts";
import { crowdedWords } from "../support/faults.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { chooseSettings } from "../support/settings.ts";
import { withHistory } from "../support/states.ts";

const OUT = fileURLToPath(new URL("../../out/axes/", import.meta.url));

const WIDTHS = [320, 800, 1280, 1440];

/** Long names of months, other letters from right to left, long words beside the map, and a long word for today. */
const USUAL_LANGUAGES = ["en", "ar", "pl", "fr"];

/** As often is the time of a person halved: years become months, then days. */
const ZOOMS = 5;

/** The pictures are drawn for a window of this width. */
const drawnFor = (page: DrivenPage, width: number): Promise<boolean> =>
  page.waitFor(
    `pictures for a window of ${width} pixels`,
    (wanted) => {
      const areas = [...document.querySelectorAll<HTMLElement>(".picture-area, .timeline-chart")];
      return (
        window.innerWidth === wanted &&
        areas.length > 0 &&
        areas.every((area) => {
          const drawn = area.querySelector("svg")?.getAttribute("width");
          return drawn === null || drawn === undefined || Number(drawn) === area.clientWidth;
        })
      );
    },
    width,
  );

const lookers: readonly BrowserName[] = everyLook ? ["chromium", "firefox"] : ["chromium"];

inEachBrowser(
  "words in pictures",
  {},
  (world) => {
    for (const [tag] of writtenLanguages()) {
      if (!everyLook && !USUAL_LANGUAGES.includes(tag)) continue;
      for (const { name, path, reach } of withHistory) {
        if (name !== "network" && name !== "person-page") continue;
        world.test(`no two words touch in the pictures of ${name} in ${tag}`, async () => {
          await mkdir(OUT, { recursive: true });
          await chooseSettings(world.browser, { language: tag });
          const page = await world.browser.openExtensionPage(path);
          await page.setViewport(1280, 800);
          await page.prefer({ colourScheme: "light", reducedMotion: true });
          await reach(page);
          const found: string[] = [];
          for (let zoom = 0; zoom <= (name === "person-page" ? ZOOMS : 0); zoom += 1) {
            if (zoom > 0) await page.click("[name=zoom-in]");
            for (const width of WIDTHS) {
              await page.setViewport(width, 800);
              await drawnFor(page, width);
              const faults = await crowdedWords(page);
              found.push(...faults.map((fault) => `${width}, zoom ${zoom}: ${fault}`));
              const file = `${OUT}${world.browser.name}-${tag}-${name}-${width}-${zoom}.png`;
              if (pictures) await page.screenshot(file, { whole: true });
            }
          }
          expect(found).toEqual([]);
        });
      }
    }
  },
  lookers,
);
