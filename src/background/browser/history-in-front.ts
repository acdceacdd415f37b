/**
 * The toolbar popup opens on the history of the member whom the tab in front has signed in. It matters in Firefox only, where members are
 * signed in apart from each other in containers.
 */
import type { Runtime } from "webextension-polyfill";
import { browser } from "../../browser.ts";
import {
  areContainersInUse,
  currentHistory,
  historyShownTo,
  showHistory,
} from "../histories/histories.ts";
import { remind } from "./reminders.ts";
import { sessionOf } from "./sender.ts";

const POPUP = "src/popup/index.html";

/** Whether a message comes from the toolbar popup, or Firefox's sidebar: unlike the same page in a tab, they are in none. */
export const isToolbarPopup = ({ url, tab }: Runtime.MessageSender): boolean =>
  tab === undefined && (url ?? "").startsWith(browser.runtime.getURL(POPUP));

/** Shows the history of the tab in front in our own pages. Without a page of the site in front, or without containers, nothing changes. */
export async function showHistoryInFront(): Promise<void> {
  if (!(await areContainersInUse())) return;
  const { host_permissions: url = [] } = browser.runtime.getManifest() as {
    readonly host_permissions?: string[];
  };
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true, url });
  if (tab === undefined) return;
  const history = await historyShownTo(undefined, sessionOf({ tab }));
  if (history === undefined || (await currentHistory())?.name === history.name) return;
  await showHistory(history.name);
  // The number on the icon is of the history that is shown.
  await remind();
}
