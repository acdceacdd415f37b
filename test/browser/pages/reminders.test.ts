/**
 * Reminders from the date on the card to the popup and the toolbar icon, also after the clock was changed.
 */
import { expect } from "vitest";
import type { Browser } from "webextension-polyfill";
import { openRows } from "../../../src/domain/week/open-rows.ts";
import type { Week } from "../../../src/domain/week/week.ts";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { inEachBrowser, type World } from "../support/in-each-browser.ts";
import {
  ask,
  clockAhead,
  fill,
  openCard,
  popup,
  stored,
  suggested,
} from "../support/popup-tasks.ts";
import { chooseSettings } from "../support/settings.ts";
import { present } from "../support/states.ts";

declare const chrome: Browser;

/** A day as a date field holds it. */
const dayAhead = (page: DrivenPage, days: number): Promise<string> =>
  page.evaluate((ahead) => {
    const now = new Date();
    const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + ahead, 12);
    return day.toISOString().slice(0, 10);
  }, days);

/** The number that the toolbar icon is to show some days ahead: whom the week asks to write to then, as the background answers the popup. */
async function wantedNumber(world: World, page: DrivenPage, days: number): Promise<string> {
  await clockAhead(world, days);
  await ask(page, "renewLists");
  const { length } = openRows((await ask(page, "week")) as Week);
  return length === 0 ? "" : String(Math.min(length, 9));
}

/** Looks anew, as the alarm does, and answers the number on the toolbar icon once it is this one. */
async function toolbarNumber(world: World, expected: string): Promise<string> {
  let shown = "";
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    // Chosen again, which is a reason to look.
    await chooseSettings(world.browser, { preferences: { perWeek: 4, toolbarNumber: true } });
    shown = await world.browser.evaluateInBackground(async () => {
      return chrome.action.getBadgeText({});
    });
    if (shown === expected) break;
  }
  return shown;
}

async function remindOf(page: DrivenPage, name: string, days: number): Promise<void> {
  await openCard(page, name);
  await page.click("dialog [name=remind-me]");
  await fill(page, "Until", await dayAhead(page, days));
  await stored(page);
  await page.press("Escape");
}

const zone = { timeZone: "Europe/Berlin" };

inEachBrowser("a reminder", { browser: zone }, (world) => {
  world.test(
    "comes due on its day in the popup, and if wanted the toolbar icon counts whom the week asks to write to",
    async () => {
      const page = await popup(world);
      const [one = "", other = ""] = await suggested(page);
      const numbers: string[] = [];
      const number = async (days: number): Promise<void> => {
        const wanted = await wantedNumber(world, page, days);
        expect(await toolbarNumber(world, wanted)).toBe(wanted);
        numbers.push(wanted);
      };
      await number(0);
      await remindOf(page, one, 1);
      await remindOf(page, other, 200);
      await clockAhead(world, 2);
      await page.reload();
      await present(page, ".actions");
      const dueNames = () =>
        page.evaluate(() =>
          [...document.querySelectorAll(".due .person-name")].map((name) => name.textContent),
        );
      expect(await dueNames()).toEqual([one]);
      // Over the change to summer time, back before everything, and forth again.
      for (const days of [2, 199, 202, -3000, 0, 2]) await number(days);
      expect(numbers[0]).not.toBe("");
      expect(numbers[1]).toBe(numbers.at(-1));
    },
  );
});
