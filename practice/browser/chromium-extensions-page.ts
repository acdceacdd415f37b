/**
 * What a user does on Chromium's own page of extensions (`chrome://extensions`), by the interfaces that page itself uses.
 */
import type { Browser } from "puppeteer-core";

interface ExtensionsPage {
  readonly management: { setEnabled(id: string, isOn: boolean): Promise<void> };
  readonly developerPrivate: {
    updateExtensionConfiguration(of: {
      readonly extensionId: string;
      readonly hostAccess: "ON_ALL_SITES" | "ON_CLICK";
    }): Promise<void>;
  };
}

declare const chrome: ExtensionsPage;

/** Opens the page, calls a function in it, and closes it. */
async function onExtensionsPage(
  browser: Browser,
  call: (id: string, isOn: boolean) => Promise<void>,
  id: string,
  isOn: boolean,
): Promise<void> {
  const page = await browser.newPage();
  try {
    await page.goto("chrome://extensions/");
    await page.evaluate(call, id, isOn);
  } finally {
    await page.close();
  }
}

/** Switches an extension on or off. */
export const extensionSwitched = (browser: Browser, id: string, isOn: boolean): Promise<void> =>
  onExtensionsPage(browser, (of, on) => chrome.management.setEnabled(of, on), id, isOn);

/** Lets an extension read its sites by itself, or only after a click on its icon. */
export const siteAllowed = (browser: Browser, id: string, isAllowed: boolean): Promise<void> =>
  onExtensionsPage(
    browser,
    (extensionId, allowed) =>
      chrome.developerPrivate.updateExtensionConfiguration({
        extensionId,
        hostAccess: allowed ? "ON_ALL_SITES" : "ON_CLICK",
      }),
    id,
    isAllowed,
  );
