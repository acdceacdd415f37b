/**
 * Who sent a message, judged by what the browser says of the sender and never by the message.
 */
import type { Runtime } from "webextension-polyfill";
import { browser } from "../../browser.ts";

/** The site the content script runs on, the only one. */
const SITE = "https://www.linkedin.com";

/**
 * `page`: one of our own pages. `site`: the script on the site, in a tab. `undefined`: nobody that is answered, such as a
 * script in a frame of another origin.
 */
export function asker(sender: Runtime.MessageSender): "page" | "site" | undefined {
  if (sender.id !== browser.runtime.id) return undefined;
  const url = sender.url ?? "";
  if (url.startsWith(browser.runtime.getURL(""))) return "page";
  if (sender.tab !== undefined && new URL(url).origin === SITE) return "site";
  return undefined;
}

/** Tabs in no container. */
const NO_CONTAINER = "firefox-default";

/**
 * The container that the asking tab is in; `undefined` in none and in Chrome. Firefox tells it since version 82 without any permission:
 * https://bugzilla.mozilla.org/show_bug.cgi?id=1662329
 */
export function sessionOf({ tab }: Runtime.MessageSender): string | undefined {
  const container = tab?.cookieStoreId;
  return container === NO_CONTAINER ? undefined : container;
}
