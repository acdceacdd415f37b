/**
 * Notifications of the browser: never more than one a day, whatever they are about, and a click opens what they are about.
 */
import { browser } from "../../browser.ts";
import { text } from "../../words/text.ts";
import { changeOwnValue, ownValue } from "../kept/own-kept.ts";
import { inChosenLanguage } from "./language.ts";

/** What a notification is about, with the page that a click on it opens. */
const PAGES = {
  reminders: "src/dashboard/index.html#week",
  week: "src/dashboard/index.html#week",
  archive: "src/dashboard/index.html",
} as const;

const NOTIFIED_ON = "notified-on";

const maybe: Partial<typeof browser> = browser;

/** The day of the last notification; `undefined` where there was none. */
export async function notifiedOn(): Promise<string | undefined> {
  const kept = await ownValue(NOTIFIED_ON);
  return typeof kept === "string" ? kept : undefined;
}

/**
 * Shows a notification, unless there was one on this day, or the user allows none.
 *
 * @param day any text that is the same all day and differs from every other day
 * @param words called once the chosen language is spoken
 * @returns whether it was shown
 */
export async function notify(
  about: keyof typeof PAGES,
  day: string,
  words: () => string,
): Promise<boolean> {
  if ((await notifiedOn()) === day) return false;
  if (!(await browser.permissions.contains({ permissions: ["notifications"] }))) return false;
  // Noted first: a notification lost is better than two.
  await changeOwnValue(NOTIFIED_ON, () => day);
  await inChosenLanguage();
  await browser.notifications.create(about, {
    type: "basic",
    iconUrl: browser.runtime.getURL("icons/tielight-128.png"),
    title: text("extensionName"),
    message: words(),
  });
  return true;
}

/** Opens what a notification is about when it is clicked. To be called at the start of the background, before anything is awaited. */
export function listenForNotifications(report: (error: unknown) => void): void {
  const open = (id: string): void => {
    if (!Object.hasOwn(PAGES, id)) return;
    const url = browser.runtime.getURL(PAGES[id as keyof typeof PAGES]);
    browser.tabs.create({ url }).catch(report);
  };
  const listen = (): void => {
    // The interface is there only once the user allowed it.
    const { notifications } = maybe;
    if (notifications?.onClicked.hasListener(open) === false)
      notifications.onClicked.addListener(open);
  };
  listen();
  browser.permissions.onAdded.addListener(listen);
}
