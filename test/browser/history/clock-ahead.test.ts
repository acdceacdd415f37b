/**
 * A clock that ran 45 years ahead and was put right: what the user decides after that counts, in the popup as on the disk.
 */
import { expect } from "vitest";
import type { DrivenPage } from "../../../practice/browser/browser-driver.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { exportedHistory } from "../support/observed.ts";
import {
  clockAhead,
  fill,
  fromMenu,
  openCard,
  popup,
  press,
  stored,
  suggested,
  untilSuggested,
} from "../support/popup-tasks.ts";

const DAYS = 45 * 365;

/** From now on the page's clock is this many days ahead, too. */
const pageAhead = (page: DrivenPage, days: number): Promise<void> =>
  page.evaluate((ms) => {
    const { Date: clock } = window;
    clock.now = () => new clock().getTime() + ms;
  }, days * 86_400_000);

/** The notes on the card that is open, the field for a new one left out. */
const notes = (page: DrivenPage): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLTextAreaElement>("dialog [name=note]")].flatMap(
      ({ value }) => value || [],
    ),
  );

inEachBrowser("a clock that ran ahead", {}, (world) => {
  world.test("takes no later word away, and the week goes on today", async () => {
    const page = await popup(world);
    const week = await suggested(page);
    const [name = ""] = week;
    const put = async (days: number): Promise<void> => {
      await clockAhead(world, days);
      await pageAhead(page, days);
    };
    await put(DAYS);
    await openCard(page, name);
    await fill(page, "New note", "written in another century");
    await stored(page);
    await fromMenu(page, "Never suggest");
    await stored(page);
    await put(0);

    // The same note anew, and the choice taken back.
    const note = await page.waitFor(
      "the note",
      (words) => {
        const field = [
          ...document.querySelectorAll<HTMLTextAreaElement>("dialog [name=note]"),
        ].find(({ value }) => value === words);
        if (!field) return undefined;
        field.value = "written today";
        for (const type of ["input", "blur"])
          field.dispatchEvent(new Event(type, { bubbles: true }));
        return field.value;
      },
      "written in another century",
    );
    expect(note).toBe("written today");
    await stored(page);
    await press(page, "Suggest again", "dialog");
    await untilSuggested(page, name, true);
    await openCard(page, name);
    expect(await notes(page)).toEqual(["written today"]);
    expect(await suggested(page)).toEqual(week);
    expect(JSON.stringify(await exportedHistory(world.browser))).toContain("written today");
  });
});
