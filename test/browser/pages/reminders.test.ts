/**
 * Reminders from the date on the card to the popup and the toolbar icon, also after the clock was changed.
 */
import { expect } from "vitest";
import type { Browser } from "webextension-polyfill";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { inEachBrowser, type World } from "../support/in-each-browser.ts";
import { clockAhead, fill, openCard, popup, stored, suggested } from "../support/popup-tasks.ts";
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

/** Looks at the reminders anew, as the alarm does, and answers the number on the toolbar icon once it is this one. */
async function toolbarNumber(world: World, expected: string): Promise<string> {
  let shown = "";
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    // Chosen again, which is a reason to look at who is due.
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
  world.test("comes due on its day in the popup and, if wanted, on the toolbar icon", async () => {
    const page = await popup(world);
    const [one = "", other = ""] = await suggested(page);
    expect(await toolbarNumber(world, "")).toBe("");
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
    expect(await toolbarNumber(world, "1")).toBe("1");
    // Over the change to summer time, back before everything, and forth again.
    await clockAhead(world, 199);
    expect(await toolbarNumber(world, "1")).toBe("1");
    await clockAhead(world, 202);
    expect(await toolbarNumber(world, "2")).toBe("2");
    await clockAhead(world, -3000);
    expect(await toolbarNumber(world, "")).toBe("");
    await clockAhead(world, 0);
    expect(await toolbarNumber(world, "")).toBe("");
    await clockAhead(world, 2);
    expect(await toolbarNumber(world, "1")).toBe("1");
  });
});
