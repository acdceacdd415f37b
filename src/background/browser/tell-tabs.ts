/**
 * Saying something to the script on the site in every open tab.
 */
import { browser } from "../../browser.ts";

/** Says it in each tab of the site. A tab without the script hears nothing, and asks when its script begins. */
export async function tellTabs(tell: string): Promise<void> {
  const { host_permissions: url = [] } = browser.runtime.getManifest() as {
    readonly host_permissions?: string[];
  };
  const tabs = await browser.tabs.query({ url });
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id !== undefined) await browser.tabs.sendMessage(id, { tell }).catch(() => undefined);
    }),
  );
}
