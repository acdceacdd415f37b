/**
 * The popup's page beside the page one is on: in Chrome's side panel, and in Firefox's sidebar.
 */
import { browser, type BrowserInUse } from "../../browser.ts";
import { isPopup } from "../../components/own-pages.ts";

/** Where the popup's page is shown. */
export type PopupPlace = "popup" | "tab" | "beside";

/** Where this page is shown, and how to show it beside the page; without `openBeside` where the browser has no place for that, as on phones. */
export interface PlaceNow {
  readonly here: PopupPlace;
  /** To be called in the moment of a click: browsers open it only then. */
  readonly openBeside?: () => Promise<void>;
}

const inUse: BrowserInUse = browser;

/** Whether this page is in Chrome's side panel or in Firefox's sidebar: these are in no tab. */
export const isBeside = async (): Promise<boolean> =>
  !isPopup() && (await browser.tabs.getCurrent()) === undefined;

async function openerBeside(): Promise<PlaceNow["openBeside"]> {
  const { sidePanel, sidebarAction, windows } = inUse;
  if (sidebarAction) return () => sidebarAction.open();
  if (!sidePanel) return undefined;
  const windowId = (await windows?.getCurrent())?.id;
  return windowId === undefined ? undefined : () => sidePanel.open({ windowId });
}

/** See {@link PlaceNow}. */
export async function placeNow(): Promise<PlaceNow> {
  const [beside, openBeside] = await Promise.all([isBeside(), openerBeside()]);
  return {
    here: isPopup() ? "popup" : beside ? "beside" : "tab",
    ...(openBeside && { openBeside }),
  };
}
