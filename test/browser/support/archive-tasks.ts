/** What a user does with archives on the history page. */
import type { BrowserDriver, DrivenPage } from "../../../practice/browser/browser-driver.ts";

/** Chooses a file on the history page and waits for what is shown before anything is written. */
export async function previewed(browser: BrowserDriver, path: string): Promise<DrivenPage> {
  const page = await browser.openExtensionPage("src/dashboard/index.html");
  await page.upload('input[name="given"]', path);
  await page.waitFor("the preview", () => document.querySelector(".preview-heading") !== null);
  return page;
}

/** Adds what the preview shows. */
export const addPreviewed = (page: DrivenPage): Promise<void> =>
  page.evaluate(() => {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>(".import button.main")];
    buttons.at(-1)?.click();
  });

/** Waits until so many imports are in the log. */
export const inLog = (page: DrivenPage, count: number): Promise<boolean> =>
  page.waitFor(
    `${count} imports in the log`,
    (expected) => document.querySelectorAll(".log-entry").length === expected,
    count,
  );

/** Takes the latest import back. */
export async function undoImport(page: DrivenPage): Promise<void> {
  await page.click('.log-entry button[name="undo"]');
  await page.click('.log-entry button[name="undo-yes"]');
}
