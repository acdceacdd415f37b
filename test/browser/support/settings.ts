/**
 * Choosing settings as our own pages do, from outside of any page that a test looks at.
 */
import type { Browser } from "webextension-polyfill";
import type { BrowserDriver, DrivenPage } from "../../../practice/browser/browser-driver.ts";
import type { ChangedSettings } from "../../../src/settings/settings.ts";

declare const chrome: Browser;

/** Asks the background from a page of ours. Answers the reply as it travels. */
export const askIn = (page: DrivenPage, ask: string, about?: unknown): Promise<unknown> =>
  page.evaluate(async (question) => (await chrome.runtime.sendMessage(question)) as unknown, {
    ask,
    about,
  });

/** Chooses settings in a page of ours that is closed again. */
export async function chooseSettings(
  browser: BrowserDriver,
  changed: ChangedSettings,
): Promise<void> {
  const page = await browser.openExtensionPage("src/welcome/index.html");
  const reply = await askIn(page, "changeSettings", changed);
  await page.close();
  if (JSON.stringify(reply) !== '{"answered":true}')
    throw new Error(`the settings were not kept: ${JSON.stringify(reply)}`);
}
