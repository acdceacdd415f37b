/**
 * The script on the site in open tabs. After an install, an update or a grant of the site Chrome leaves them without it; where the browser
 * takes the site away, it lives on.
 */
import { browser } from "../../browser.ts";
import { PERMISSION_CHANGED } from "../../protocol/transport.ts";
import { tellAllTabs } from "./tell-tabs.ts";

/** Whether this run of the extension has looked after open tabs already; `storage.session` forgets it with the extension. */
const DONE = "openTabsServed";

/** Starts the script in every open tab of the site. A tab in which it runs already is left alone by the script itself. */
async function serveOpenTabs(): Promise<void> {
  const { content_scripts: scripts = [] } = browser.runtime.getManifest();
  for (const { matches, js } of scripts) {
    const tabs = await browser.tabs.query({ url: matches });
    await Promise.all(
      tabs.map(async ({ id, discarded }) => {
        if (id === undefined || discarded || js === undefined) return;
        // A tab that shows an error, or was closed meanwhile, has no place for it.
        await browser.scripting
          .executeScript({ target: { tabId: id, allFrames: true }, files: js })
          .catch(() => []);
      }),
    );
  }
}

/** Looks after open tabs once in this run of the extension, and whenever the user takes the site away or grants it again. */
export function listenForOpenTabs(report: (error: unknown) => void): void {
  const once = async (): Promise<void> => {
    if ((await browser.storage.session.get(DONE))[DONE] === true) return;
    await browser.storage.session.set({ [DONE]: true });
    await serveOpenTabs();
  };
  // The script in each tab asks anew what it may.
  const tell = (): void => {
    tellAllTabs(PERMISSION_CHANGED).catch(report);
  };
  browser.permissions.onRemoved.addListener(tell);
  browser.permissions.onAdded.addListener(() => {
    tell();
    serveOpenTabs().catch(report);
  });
  once().catch(report);
}
