/** What somebody finds whose browser was started on files that may be damaged, and the way back from it. */
import type { BrowserDriver } from "../../../practice/browser/browser-driver.ts";
import { loadHistory } from "../../../practice/journey/load-history.ts";
import { ask } from "../../browser/support/popup-tasks.ts";
import { linesNow } from "./history-lines.ts";

/** What is found: the lines of a history that is shown, or what is said to be wrong. */
export type Found =
  | { readonly lines: readonly string[]; readonly said?: undefined }
  | { readonly said: string; readonly lines?: undefined };

/** Looks at the popup. @throws where neither a history is shown nor anything said */
export async function found(browser: BrowserDriver): Promise<Found> {
  const page = await browser.openExtensionPage("src/popup/index.html");
  await page.waitFor("anything", () => document.querySelector(".notice.danger, [name=menu]"));
  const overview = (await ask(page, "overview")) as
    | {
        readonly trouble?: unknown;
        readonly people: number;
        readonly owner?: { readonly name?: string };
      }
    | undefined;
  if (overview === undefined)
    throw new Error("a history that is neither shown nor said to be damaged");
  const { trouble, people, owner } = overview;
  const code: unknown = Object(trouble)["code"];
  if (typeof code === "string") {
    await page.waitFor("it to be said", () => document.querySelector(".notice.danger") !== null);
    await page.close();
    return { said: code };
  }
  await page.close();
  if (people > 0 && owner?.name === undefined)
    throw new Error(`${people} people are shown, and not whose they are`);
  return { lines: people === 0 ? [] : await linesNow(browser) };
}

/** Goes on with what is left where that is offered, and restores a backup. Answers the lines that are there then. */
export async function restoredAnyway(
  browser: BrowserDriver,
  backup: string,
): Promise<readonly string[]> {
  const page = await browser.openExtensionPage("src/popup/index.html");
  await page.waitFor("what is wrong", () => document.querySelector(".notice.danger") !== null);
  const isOffered = await page.evaluate(
    () => document.querySelector("[name=accept-damage]") !== null,
  );
  if (isOffered) {
    await page.click("[name=accept-damage]");
    await page.waitFor("no trouble", () => document.querySelector(".notice.danger") === null);
  }
  await page.close();
  await loadHistory(browser, backup);
  const after = await found(browser);
  if (after.lines === undefined) throw new Error(`after a restore is still said: ${after.said}`);
  return after.lines;
}
