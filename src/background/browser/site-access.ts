/**
 * Whether the browser lets Tielight read the site. Its user can take that away at any time, in both browsers; the script in open tabs lives on
 * and has to be told.
 */
import { browser } from "../../browser.ts";
import { PERMISSION_CHANGED } from "../../protocol/transport.ts";
import { tellAllTabs } from "./tell-tabs.ts";

/** Whether the site may be read. */
export function mayReadSite(): Promise<boolean> {
  const { content_scripts: scripts = [] } = browser.runtime.getManifest();
  return browser.permissions.contains({ origins: scripts.flatMap(({ matches }) => matches) });
}

/** Tells open tabs when the browser takes the site away or gives it back: the script in each asks anew what it may. */
export function listenForSiteAccess(report: (error: unknown) => void): void {
  const tell = (): void => {
    tellAllTabs(PERMISSION_CHANGED).catch(report);
  };
  browser.permissions.onRemoved.addListener(tell);
  browser.permissions.onAdded.addListener(tell);
}
