/**
 * Every state of our own pages: no violation of accessibility rules, light and dark, and nothing lost when the text is twice as large in a
 * window of 320 pixels. Nothing lost either from right to left, and with words that are longer by 40 %.
 */
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { BrowserName, DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { MADE_UP } from "../../../practice/messages/made-up.ts";
import { writtenLanguages } from "../../../practice/messages/written.ts";
import { accessibilityFaults, colourFaults, lostText } from "../support/faults.ts";
import { everyLook, pictures } from "../../effort.ts";
import { inEachBrowser, type World } from "../support/in-each-browser.ts";
import {
  beforeTheChoice,
  type State,
  weekByWeek,
  withHistory,
  withoutHistory,
} from "../support/states.ts";

const picture = (world: World, ...about: readonly string[]): string =>
  fileURLToPath(
    new URL(`../../out/${[world.browser.name, ...about].join("-")}.png`, import.meta.url),
  );

async function photographed(
  world: World,
  page: DrivenPage,
  ...about: readonly string[]
): Promise<void> {
  if (!pictures) return;
  await mkdir(dirname(picture(world)), { recursive: true });
  await page.screenshot(picture(world, ...about), { whole: true });
}

/** The language a page should be in. */
interface Spoken {
  readonly tag: string;
  readonly direction: string;
}

async function look(world: World, state: State, { tag, direction }: Spoken): Promise<void> {
  const page = await world.browser.openExtensionPage(state.path);
  await page.setViewport(state.path.includes("popup") ? 400 : 1024, 700);
  await page.prefer({ colourScheme: "light", reducedMotion: true });
  await state.reach(page);
  const spoken = await page.evaluate(() => {
    const { lang, dir } = document.documentElement;
    return { lang, dir };
  });
  // Where the browser has the same language, the page has the browser's own kind of it.
  expect({ ...spoken, lang: spoken.lang.split("-")[0] }).toEqual({
    lang: tag.split("-")[0],
    dir: direction,
  });
  const photograph = (...about: readonly string[]): Promise<void> =>
    photographed(world, page, tag, state.name, ...about);
  let light: readonly string[] = [];
  let dark: readonly string[] = [];
  // No language has roles, names of roles or colours of its own: one shows on most days what the rules find.
  const isJudged = tag === "en" || everyLook;
  if (isJudged) light = await accessibilityFaults(page);
  await photograph("light");
  if (isJudged) {
    await page.prefer({ colourScheme: "dark", reducedMotion: true });
    dark = await colourFaults(page);
    await photograph("dark");
  }
  if (tag === "en" && pictures) {
    await page.prefer({ colourScheme: "light", reducedMotion: true, forcedColours: true });
    await photograph("forced");
  }
  await page.prefer({ colourScheme: "light", reducedMotion: true });
  await page.setViewport(320, 640);
  await page.evaluate(async () => {
    document.documentElement.style.fontSize = "200%";
    // What is placed beside something is placed anew in the next frame.
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
  const lost = await lostText(page);
  await photograph("large");
  expect({ light, dark, "large text": lost }).toEqual({ light: [], dark: [], "large text": [] });
}

const lookAtAll =
  (states: readonly State[], spoken: Spoken = { tag: "en", direction: "ltr" }) =>
  (world: World) => {
    for (const state of states)
      world.test(`${state.name} has no fault for any eye or ear`, () => look(world, state, spoken));
  };

/** Heights of pieces in pixels, by the tokens: what changes them by accident changes every page. */
const HEIGHTS: Readonly<Record<string, number>> = {
  ".button.main": 36,
  ".button.icon": 36,
  ".button.small": 28,
  ".avatar:not(.large)": 36,
  ".avatar.large": 48,
  ".skeleton-row": 68,
};

/** All pieces of the interface on one page, in each theme and direction; with the menu open. */
async function lookAtPieces(world: World): Promise<void> {
  const page = await world.browser.open(`${world.practice.origin}/practice/pieces`);
  await page.setViewport(800, 900);
  await page.waitFor("the pieces", () => document.querySelector(".pieces .people") !== null);
  const heights = await page.evaluate(
    (pieces) =>
      pieces.map((piece) => [
        piece,
        document.querySelector(`.pieces ${piece}`)?.getBoundingClientRect().height,
      ]),
    Object.keys(HEIGHTS),
  );
  expect(Object.fromEntries(heights)).toEqual(HEIGHTS);
  const faults: Record<string, readonly string[]> = {};
  for (const direction of ["ltr", "rtl"] as const) {
    await page.click(
      `label:has([name=direction]):${direction === "ltr" ? "first" : "last"}-of-type`,
    );
    for (const colourScheme of ["light", "dark"] as const) {
      await page.prefer({ colourScheme, reducedMotion: true });
      await page.click("[name=toast]");
      await page.click("[name=piece-menu]");
      const look = `${direction} ${colourScheme}`;
      faults[look] = await accessibilityFaults(page);
      await photographed(world, page, "pieces", direction, colourScheme);
      await page.press("Escape");
    }
  }
  expect(faults).toEqual({ "ltr light": [], "ltr dark": [], "rtl light": [], "rtl dark": [] });
  await page.prefer({ colourScheme: "light", reducedMotion: true, forcedColours: true });
  await photographed(world, page, "pieces", "forced");
  const told = await page.evaluate(() => {
    const outline = (selector: string) =>
      [...document.querySelectorAll(`.pieces ${selector}`)].map(
        (one) => getComputedStyle(one).outlineStyle,
      );
    const distinct = (selector: string) => [...new Set(outline(selector))];
    // Words in the colour of what they stand on cannot be read.
    const unseen = [...document.querySelectorAll(".pieces .segments label span")].filter((one) => {
      const behind = getComputedStyle(one.closest(".segments") ?? one).backgroundColor;
      return getComputedStyle(one).color === behind;
    });
    const moving = document.getAnimations().flatMap(({ effect }) => {
      const { duration } = effect?.getComputedTiming() ?? {};
      return typeof duration === "number" && duration > 1 ? [duration] : [];
    });
    return {
      isForced: matchMedia("(forced-colors: active)").matches,
      chosen: distinct(".segments :checked + span"),
      others: distinct(".segments :not(:checked) + span"),
      pressed: distinct("[aria-pressed=true]"),
      unseen: unseen.length,
      moving,
    };
  });
  // Where every colour is the system's, what is chosen still shows it; and nothing moves for those who want no motion.
  expect(told).toEqual({
    isForced: true,
    chosen: ["solid"],
    others: ["none"],
    pressed: ["solid"],
    unseen: 0,
    moving: [],
  });
}

inEachBrowser("before the choice", { mode: "none", history: false }, (world) => {
  lookAtAll(beforeTheChoice)(world);
  world.test("every piece has no fault in any theme and direction", () => lookAtPieces(world));
});
inEachBrowser("an empty history", { history: false }, lookAtAll(withoutHistory));
inEachBrowser("a history", {}, lookAtAll(withHistory));
inEachBrowser("a week", {}, lookAtAll(weekByWeek));
/** Made-up languages show what words of another length or direction do to a page: whether text is lost. The browsers set them alike: one is enough on most days. */
const lookers: readonly BrowserName[] = everyLook ? ["chromium", "firefox"] : ["chromium"];

const lookInLanguage = (tag: string, spoken: Spoken): void => {
  inEachBrowser(tag, { language: tag }, lookAtAll(withHistory, spoken), lookers);
  const before = { mode: "none", history: false, language: tag } as const;
  inEachBrowser(`${tag} before the choice`, before, lookAtAll(beforeTheChoice, spoken), lookers);
};

for (const { tag, direction } of MADE_UP) lookInLanguage(tag, { tag, direction });
if (everyLook)
  for (const [tag, { textDirection }] of writtenLanguages())
    lookInLanguage(tag, { tag, direction: textDirection?.message ?? "" });
