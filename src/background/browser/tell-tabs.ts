/**
 * Saying something to the script on the site in every open tab.
 */
import type { Tabs } from "webextension-polyfill";
import { browser } from "../../browser.ts";

/** Says it in each tab of the site. A tab without the script hears nothing, and asks when its script begins. */
export async function tellTabs(tell: string): Promise<void> {
  const { host_permissions: url = [] } = browser.runtime.getManifest() as {
    readonly host_permissions?: string[];
  };
  await tellIn(await browser.tabs.query({ url }), tell);
}

/** Says it in every tab: of a site that was taken away the browser does not tell which tabs show it. */
export async function tellAllTabs(tell: string): Promise<void> {
  await tellIn(await browser.tabs.query({}), tell);
}

async function tellIn(tabs: readonly Tabs.Tab[], tell: string): Promise<void> {
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id !== undefined) await browser.tabs.sendMessage(id, { tell }).catch(() => undefined);
    }),
  );
}
