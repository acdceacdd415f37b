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
