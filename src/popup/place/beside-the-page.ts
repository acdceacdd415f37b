/**
 * The popup's page beside the page one is on: Firefox has a sidebar for that. Chrome's side panel would need a permission more, and
 * Chromium 156 ends when one is opened that was permitted only later; there it is a slim window of its own.
 */
import { browser } from "../../browser.ts";
import { isPopup, POPUP } from "../../components/own-pages.ts";

/** Width of that window (px): the popup's, and its frame. */
const WIDTH = 420;

/** Where the popup's page is shown. */
export type PopupPlace = "popup" | "tab" | "beside";

/** The browser's interface, of which a browser on a phone has not everything. */
const maybe: Partial<typeof browser> = browser;

/** Where this page is shown. */
export async function place(): Promise<PopupPlace> {
  if (isPopup()) return "popup";
  // A sidebar is in no tab, and a window of its own has no other tabs.
  if ((await browser.tabs.getCurrent()) === undefined) return "beside";
  return (await maybe.windows?.getCurrent())?.type === "popup" ? "beside" : "tab";
}

/** Opens a slim window over the right edge of this one. */
async function openWindow({ getCurrent, create }: typeof browser.windows): Promise<void> {
  const { left = 0, top = 0, width = WIDTH, height = 800 } = await getCurrent();
  const right = left + Math.max(0, width - WIDTH);
  await create({ type: "popup", url: POPUP, width: WIDTH, height, left: right, top });
}

/** Opens the page beside the one in this window, after the user asked for it; `undefined` where the browser has no place for that, as on phones. */
export function openBeside(): (() => Promise<void>) | undefined {
  const { sidebarAction, windows } = maybe;
  if (sidebarAction) return () => sidebarAction.open();
  return windows && (() => openWindow(windows));
}
