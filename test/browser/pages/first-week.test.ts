/**
 * The first week as a user lives it, with a clock that is moved: the choice, browsing, the archive that is asked for and reminded of, its import, the
 * week, Monday, and the Monday after. Each day's popup and toolbar icon are told, and a picture of the popup is left in `test/out/first-week`.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { Browser } from "webextension-polyfill";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { eventually } from "../../../practice/browser/within.ts";
import { network } from "../../../practice/network/network.ts";
import type { Settings } from "../../../src/settings/settings.ts";
import { writtenArchive, zipOf } from "../../linkedin/archive/written/archive-writer.ts";
import { inEachBrowser, type World } from "../support/in-each-browser.ts";
import { ask, clockAhead, suggested } from "../support/popup-tasks.ts";

declare const chrome: Browser;
declare const browser: Browser | undefined;

const DAY_MS = 86_400_000;
const PICTURES = fileURLToPath(new URL("../../out/first-week/", import.meta.url));

const invented = network({ seed: 7, people: 120, years: 6, now: Date.now() });

/** Everything the popup says under its head, on one line. */
const said = (page: DrivenPage): Promise<string> =>
  page.evaluate(() => document.querySelector("main")?.innerText.replace(/\s+/gu, " ") ?? "");

/** Waits until the popup says this, and answers all it says. */
const untilSaid = (page: DrivenPage, words: string): Promise<string> =>
  page.waitFor(
    `"${words}"`,
    (wanted) => {
      const all = document.querySelector("main")?.innerText.replace(/\s+/gu, " ") ?? "";
      return all.includes(wanted) ? all : undefined;
    },
    words,
  );

/** What stands on the toolbar icon, once it is this. */
async function icon(world: World, expected: string): Promise<void> {
  await eventually(20_000, `"${expected}" on the toolbar icon`, async () => {
    const shown = await world.browser.evaluateInBackground(() => chrome.action.getBadgeText({}));
    return shown === expected || undefined;
  });
}

/** Moves the clock of the background and of the page, which stays open over the days as the panel beside a page does. */
async function daysAhead(world: World, page: DrivenPage, days: number): Promise<void> {
  await clockAhead(world, days);
  await page.bringToFront();
  await page.evaluate((ms) => {
    const { Date: clock } = window;
    clock.now = () => new clock().getTime() + ms;
    window.dispatchEvent(new Event("focus"));
  }, days * DAY_MS);
  // An alarm makes the background look; to choose the same again does so, too.
  const { setup = {} } = (await ask(page, "settings")) as Settings;
  await ask(page, "changeSettings", { setup });
}

/** Days (with their parts) from now to ten in the morning of the first Monday that is at least so many days ahead. */
const daysToMonday = (page: DrivenPage, atLeast: number): Promise<number> =>
  page.evaluate((least) => {
    const now = new Date().getTime();
    const day = new Date(now + least * 86_400_000);
    day.setHours(10, 0, 0, 0);
    while (day.getDay() !== 1 || day.getTime() < now + least * 86_400_000)
      day.setDate(day.getDate() + 1);
    return (day.getTime() - now) / 86_400_000;
  }, atLeast);

inEachBrowser(
  "the first week",
  {
    mode: "none",
    strangers: false,
    history: false,
    network: invented,
    browser: { timeZone: "Europe/Berlin" },
  },
  (world) => {
    world.test(
      "goes from the choice over the archive to the second Monday, and each day says what there is and what comes next",
      async () => {
        const folder = await mkdtemp(join(tmpdir(), "tielight-first-week-"));
        try {
          await mkdir(PICTURES, { recursive: true });
          const page = await world.browser.openExtensionPage("src/popup/index.html");
          await page.setViewport(400, 600);
          await page.prefer({ colourScheme: "light", reducedMotion: true });
          const picture = async (name: string): Promise<void> => {
            await page.screenshot(join(PICTURES, `${world.browser.name}-${name}.png`), {
              whole: true,
            });
          };

          // Before the choice nothing is read, and the popup leads to it.
          await untilSaid(page, "Choose what Tielight does");
          await icon(world, "");
          await picture("0-before");

          const welcome = await world.browser.openExtensionPage("src/welcome/index.html");
          let clicks = 0;
          await welcome.click("button[name=mode][value=badges]");
          clicks += 1;
          await welcome.waitFor(
            "the choice to be kept",
            () => document.querySelector("[value=badges]")?.getAttribute("aria-pressed") === "true",
          );
          await welcome.close();
          await page.bringToFront();
          const chosen = await untilSaid(page, "I've requested it");
          expect(chosen).not.toContain("Enjoy");
          await picture("1-chosen");

          // Browsing: the feed shows who is signed in, the list of connections tells who there is, that of the conversations when the last messages were.
          const site = await world.browser.open("https://www.linkedin.com/feed/");
          clicks += 1;
          await eventually(60_000, "the member to be known", async () => {
            const { owner } = (await ask(page, "overview")) as { readonly owner?: object };
            return owner;
          });
          await site.goTo("https://www.linkedin.com/mynetwork/invite-connect/connections/");
          // The site's own links to the network and the connections.
          clicks += 2;
          await eventually(60_000, "people in the history", async () => {
            const { people } = (await ask(page, "overview")) as { readonly people: number };
            return people > 3 || undefined;
          });
          await site.goTo("https://www.linkedin.com/messaging/");
          // The site's own link to the conversations, and the toolbar icon.
          clicks += 2;
          await page.waitFor("what the list told", () =>
            document.querySelector("main")?.textContent?.includes("your last exchange was"),
          );
          await site.close();
          await page.bringToFront();
          const browsed = await untilSaid(page, "Meanwhile, Tielight knows");
          expect(browsed).toMatch(/For \d+ of \d+, a page showed when your last exchange was\./u);
          // Without an archive the first day is worth something, too, after as few clicks as with one.
          expect(clicks).toBeLessThanOrEqual(6);
          expect(browsed).not.toMatch(/overdue|never talked|only contact/iu);
          await picture("2-browsed");

          await page.click("[name=requested]");
          await untilSaid(page, "LinkedIn sends a mail within minutes");
          await icon(world, "…");
          await picture("3-requested");

          // Each of the three days says that it should be there: its link runs out.
          for (const day of [1, 2, 3]) {
            await daysAhead(world, page, day + 0.01);
            await untilSaid(page, "The mail should be there by now. Its link works for 3 days.");
            await icon(world, "ZIP");
            await picture(`4-day-${day}`);
          }

          const path = join(folder, "Complete_LinkedInDataExport.zip");
          const { files } = writtenArchive(invented, "2026");
          await writeFile(path, Buffer.from(await (await zipOf(files)).arrayBuffer()));
          const history = await world.browser.openExtensionPage("src/dashboard/index.html#data");
          await history.upload('input[name="given"]', path);
          await history.click(".import-now .button.main:not(:disabled)");
          const names = await history.waitFor("the first names", () =>
            [...document.querySelectorAll(".result-people a")].map((one) => one.textContent ?? ""),
          );
          expect(names).toHaveLength(4);
          await history.screenshot(join(PICTURES, `${world.browser.name}-5-result.png`));
          await history.close();

          // The popup has the names of the result, asks the last question of the setup, and nobody waits any more.
          await page.bringToFront();
          await page.waitFor("the week", () => document.querySelector(".actions") !== null);
          expect([...(await suggested(page))].toSorted()).toEqual([...names].toSorted());
          const imported = await said(page);
          expect(imported).not.toContain("I've requested it");
          await icon(world, "");
          await picture("6-imported");
          await page.evaluate(() => {
            // Nobody sits before the browser's own question: it is answered as by one who allows no notification.
            const no = async (): Promise<boolean> => false;
            for (const api of [chrome, typeof browser === "undefined" ? undefined : browser])
              if (api !== undefined) Object.assign(api.permissions, { request: no });
          });
          await page.click("[name=call-yes]");
          await icon(world, "4");
          await page.waitFor(
            "the question to go",
            () => document.querySelector("[name=call-yes]") === null,
          );
          await picture("7-called");

          // Monday: a new week, with other people.
          const monday = await daysToMonday(page, 4);
          await daysAhead(world, page, monday);
          await page.waitFor(
            "other names",
            (before) => {
              const now = [...document.querySelectorAll(".person:has(.actions) .person-name")];
              return now.length > 0 && now.every((one) => !before.includes(one.textContent ?? ""));
            },
            names,
          );
          await icon(world, "4");
          await picture("8-monday");
          const [done = ""] = await suggested(page);
          await page.click(".person:has(.actions) [name=done]");
          await page.waitFor(
            `${done} to be done`,
            (name) => document.querySelector(".outcome")?.textContent?.includes(name),
            done,
          );
          await icon(world, "3");
          await picture("9-done");

          // The Monday after: the number is whole again, and who is done is left in peace.
          await daysAhead(world, page, monday + 7);
          await page.waitFor(
            "the week after",
            (name) =>
              document.querySelector(".outcome") === null &&
              [...document.querySelectorAll(".person:has(.actions) .person-name")].length > 0 &&
              ![...document.querySelectorAll(".person-name")].some(
                (one) => one.textContent === name,
              ),
            done,
          );
          await icon(world, "4");
          await picture("10-next-monday");
        } finally {
          await clockAhead(world, 0);
          await rm(folder, { recursive: true, force: true });
        }
      },
    );
  },
);
