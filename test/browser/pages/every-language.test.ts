/**
 * Every language on every screen: no word of another language, no message missing, no words cut off or outside of their box. In Arabic and
 * Japanese also no violation of accessibility rules. What is counted goes to `test/out/languages.md`, with a picture of each screen beside it.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, expect } from "vitest";
import type { BrowserName } from "../../../practice/browser/browser-driver.ts";
import { writtenLanguages } from "../../../practice/messages/written.ts";
import { inventedGlimpses } from "../../../src/safe/invented-glimpses.ts";
import { everyLook } from "../../effort.ts";
import { accessibilityFaults, cutText } from "../support/faults.ts";
import { inEachBrowser, type World } from "../support/in-each-browser.ts";
import { chooseSettings } from "../support/settings.ts";
import { missingWords, shownTexts, strangers } from "../support/shown-words.ts";
import {
  beforeTheChoice,
  present,
  type State,
  USUAL_SCREENS,
  withHistory,
} from "../support/states.ts";

const OUT = fileURLToPath(new URL("../../out/languages/", import.meta.url));

const guide: State = {
  name: "guide",
  path: "src/welcome/index.html",
  async reach(page) {
    await present(page, ".guide details");
    await page.evaluate(() => {
      for (const chapter of document.querySelectorAll(".guide details"))
        chapter.setAttribute("open", "");
    });
  },
};
const [welcome, safe] = beforeTheChoice;

/** Long words, and other letters from right to left. */
const USUAL_LANGUAGES = ["de", "ar"];
const screens = [
  ...withHistory.filter(({ name }) => everyLook || USUAL_SCREENS.includes(name)),
  ...[welcome, safe].filter((one) => one !== undefined),
  guide,
];

/** One row of the table: a language, with what was found wrong on each screen. */
const rows: string[] = [];

afterAll(async () => {
  await mkdir(OUT, { recursive: true });
  const head = ["browser", "language", "screens", "missing", "mixed", "overflow", "axe"];
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  await writeFile(
    `${OUT}table.md`,
    `${[line(head), line(head.map(() => "---")), ...rows].join("\n")}\n`,
  );
});

/** What is counted on a screen. */
type Faults = Readonly<Record<"missing" | "mixed" | "overflow" | "axe", readonly string[]>>;

async function look(
  world: World,
  { name, path, reach }: State,
  { tag, direction }: { readonly tag: string; readonly direction: string },
  foreignTo: (texts: readonly string[]) => readonly string[],
): Promise<Faults> {
  const page = await world.browser.openExtensionPage(path);
  try {
    await page.setViewport(path.includes("popup") ? 400 : 1024, path.includes("popup") ? 600 : 800);
    await page.prefer({ colourScheme: "light", reducedMotion: true });
    await reach(page);
    const spoken = await page.evaluate(() => ({
      tag: document.documentElement.lang.split("-")[0],
      direction: document.documentElement.dir,
    }));
    expect([name, spoken]).toEqual([name, { tag: tag.split("-")[0], direction }]);
    const texts = await shownTexts(page);
    expect(texts.length).toBeGreaterThan(5);
    // The others in the accessibility tests.
    const isRead = tag === "ar" || tag === "ja";
    const faults = {
      missing: missingWords(texts),
      mixed: foreignTo(texts),
      overflow: await cutText(page),
      axe: isRead ? await accessibilityFaults(page) : [],
    };
    // A popup as high as its list is none, and Chromium moves a dialog aside in a whole picture from right to left.
    const file = `${OUT}${world.browser.name}-${tag}-${name}.png`;
    await page.screenshot(file, { whole: !path.includes("popup") });
    return faults;
  } finally {
    await page.close();
  }
}

/** The browsers write the same words in boxes of the same size: one is enough on most days. */
const lookers: readonly BrowserName[] = everyLook ? ["chromium", "firefox"] : ["chromium"];

inEachBrowser(
  "every language",
  {},
  (world) => {
    for (const [tag, messages] of writtenLanguages()) {
      if (!everyLook && !USUAL_LANGUAGES.includes(tag)) continue;
      const direction = messages["textDirection"]?.message ?? "";
      world.test(`${tag} is whole, alone and readable on ${screens.length} screens`, async () => {
        await mkdir(OUT, { recursive: true });
        await chooseSettings(world.browser, { language: tag });
        const people = [world.practice.networks[1], inventedGlimpses(0)];
        const foreignTo = strangers(tag, JSON.stringify(people));
        const found: Record<string, Faults> = {};
        for (const screen of screens)
          found[screen.name] = await look(world, screen, { tag, direction }, foreignTo);
        const count = (kind: keyof Faults): string =>
          String(Object.values(found).reduce((sum, faults) => sum + faults[kind].length, 0));
        const counts = (["missing", "mixed", "overflow", "axe"] as const).map(count);
        const row = [world.browser.name, tag, String(screens.length), ...counts];
        rows.push(`| ${row.join(" | ")} |`);
        const wrong = Object.entries(found).flatMap(([screen, faults]) =>
          Object.entries(faults).flatMap(([kind, list]) =>
            list.map((fault) => `${screen}, ${kind}: ${fault}`),
          ),
        );
        expect(wrong).toEqual([]);
      });
    }
  },
  lookers,
);
