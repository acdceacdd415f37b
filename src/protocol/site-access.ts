/**
 * Whether the browser lets Tielight read the site: its user can take that away at any time, in both browsers.
 */
import { browser } from "../browser.ts";

/** The pages the script on the site runs on, as the browser asks and answers about them. */
export const siteAccess = (): { readonly origins: string[] } => ({
  origins: (browser.runtime.getManifest().content_scripts ?? []).flatMap(({ matches }) => matches),
});

/** Whether the site may be read. */
export const mayReadSite = (): Promise<boolean> => browser.permissions.contains(siteAccess());
