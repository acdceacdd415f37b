/**
 * Every state of our own pages: no violation of accessibility rules, light and dark, and nothing lost when the text is twice as large in a
 * window of 320 pixels. The same from right to left, and with words that are longer by 40 %. Pictures of all of them are left in `test/out`.
 */
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { accessibilityFaults, lostText } from "../support/faults.ts";
import { inEachBrowser, type World } from "../support/in-each-browser.ts";
import { beforeTheChoice, type State, withHistory, withoutHistory } from "../support/states.ts";

const picture = (world: World, ...about: readonly string[]): string =>
  fileURLToPath(
    new URL(`../../out/${[world.browser.name, ...about].join("-")}.png`, import.meta.url),
  );

/** What a page says of its language. Longer words are of the same kind of English as the browser's. */
const SPOKEN = {
  ltr: { lang: "en-US", dir: "ltr" },
  longer: { lang: "en-US", dir: "ltr" },
  rtl: { lang: "ar-XB", dir: "rtl" },
} as const;

async function look(world: World, state: State, language: keyof typeof SPOKEN): Promise<void> {
  const page = await world.browser.openExtensionPage(state.path);
  await page.setViewport(state.path.includes("popup") ? 400 : 1024, 700);
  await page.prefer({ colourScheme: "light", reducedMotion: true });
  await state.reach(page);
  const spoken = await page.evaluate(() => {
    const { lang, dir } = document.documentElement;
    return { lang, dir };
  });
  expect(spoken).toEqual(SPOKEN[language]);
  await mkdir(dirname(picture(world)), { recursive: true });
  const faults: Record<string, readonly string[]> = {};
  for (const colourScheme of ["light", "dark"] as const) {
    await page.prefer({ colourScheme, reducedMotion: true });
    faults[colourScheme] = await accessibilityFaults(page);
    await page.screenshot(picture(world, language, state.name, colourScheme), { whole: true });
  }
  await page.prefer({ colourScheme: "light", reducedMotion: true });
  await page.setViewport(320, 640);
  await page.evaluate(async () => {
    document.documentElement.style.fontSize = "200%";
    // What is placed beside something is placed anew in the next frame.
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
  faults["large text"] = await lostText(page);
  await page.screenshot(picture(world, language, state.name, "large"), { whole: true });
  expect(faults).toEqual({ light: [], dark: [], "large text": [] });
}

const lookAtAll =
  (states: readonly State[], language: keyof typeof SPOKEN = "ltr") =>
  (world: World) => {
    for (const state of states)
      world.test(`${state.name} has no fault for any eye or ear`, () =>
        look(world, state, language),
      );
  };

inEachBrowser("before the choice", { mode: "none", history: false }, lookAtAll(beforeTheChoice));
inEachBrowser("an empty history", { history: false }, lookAtAll(withoutHistory));
inEachBrowser("a history", {}, lookAtAll(withHistory));
inEachBrowser("right to left", { language: "ar-XB" }, lookAtAll(withHistory, "rtl"));
inEachBrowser(
  "right to left before the choice",
  { mode: "none", history: false, language: "ar-XB" },
  lookAtAll(beforeTheChoice, "rtl"),
);
inEachBrowser("longer words", { language: "en-XA" }, lookAtAll(withHistory, "longer"));
inEachBrowser(
  "longer words before the choice",
  { mode: "none", history: false, language: "en-XA" },
  lookAtAll(beforeTheChoice, "longer"),
);
