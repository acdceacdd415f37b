/**
 * Asking the script in a tab what its page is about. The answer comes from the page's process, and is to be checked.
 */
import { browser } from "../../browser.ts";
import { WHAT_IS_SHOWN } from "../../protocol/transport.ts";
import { sessionOf } from "./sender.ts";

/** What the script in the tab's own document says; `undefined` where none answers: on another site, or while a page loads. */
export const topicSaid = (tabId: number): Promise<unknown> =>
  browser.tabs
    .sendMessage(tabId, { tell: WHAT_IS_SHOWN }, { frameId: 0 })
    .catch(() => undefined) as Promise<unknown>;

/** The container the tab is in, see {@link sessionOf}. */
export async function sessionOfTab(tabId: number): Promise<string | undefined> {
  // A tab that was just closed is in none.
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab === undefined ? undefined : sessionOf({ tab });
}
