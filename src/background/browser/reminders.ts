/**
 * Telling the user who is due: the number on the toolbar icon, and at most one notification a day at the time they chose. Everything
 * is worked out anew from what is on disk at every start, alarm and choice, so that nothing hangs on an alarm that was lost or a
 * clock that jumped.
 */
import { browser } from "../../browser.ts";
import { isTimeToNotify, type LocalTime, nextDueAt } from "../../domain/directory/reminders.ts";
import type { Preferences } from "../../settings/preferences.ts";
import { dueNow } from "../../storage/derived/due.ts";
import { text } from "../../words/text.ts";
import { currentHistory } from "../histories/histories.ts";
import { historyDatabase } from "../histories/open-histories.ts";
import { inChosenLanguage } from "./language.ts";
import { changeOwnValue, ownValue } from "../kept/own-kept.ts";
import { settings } from "../kept/settings-kept.ts";

const ALARM = "reminders";
const NOTIFIED_ON = "notified-on";

/** Looked at anew at least this often (ms), whatever the clock did meanwhile. */
const AT_LEAST_EVERY_MS = 6 * 3_600_000;
/** Browsers do not ring an alarm earlier (ms). */
const SOONEST_MS = 60_000;

function localTime(now: number): LocalTime {
  const date = new Date(now);
  const day = `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
  return { day, minutes: date.getHours() * 60 + date.getMinutes() };
}

/** The next moment the clock shows so many minutes after midnight. */
function nextAt(minutes: number, now: number): number {
  const date = new Date(now);
  const on = (days: number) =>
    new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, 0, minutes).getTime();
  return on(0) > now ? on(0) : on(1);
}

async function notify(count: number, { notifyAtMinutes }: Preferences, now: number): Promise<void> {
  const time = localTime(now);
  const notifiedOn = await ownValue(NOTIFIED_ON);
  const last = typeof notifiedOn === "string" ? notifiedOn : undefined;
  if (!isTimeToNotify(count, notifyAtMinutes, last, time)) return;
  if (!(await browser.permissions.contains({ permissions: ["notifications"] }))) return;
  // Noted first: a notification lost is better than two.
  await changeOwnValue(NOTIFIED_ON, () => time.day);
  await inChosenLanguage();
  await browser.notifications.create(ALARM, {
    type: "basic",
    iconUrl: browser.runtime.getURL("icons/tielight-128.png"),
    title: text("extensionName"),
    message: text("notificationDue", { count }),
  });
}

/** Shows who is due now, and sees to it that this happens again when the next one is. */
export async function remind(): Promise<void> {
  const now = Date.now();
  const { preferences: wanted } = await settings();
  const isWanted = wanted.toolbarNumber || wanted.notifyAtMinutes !== undefined;
  const shown = isWanted ? await currentHistory() : undefined;
  // Invented people are nobody to be reminded of.
  const history = shown?.aside === undefined ? shown : undefined;
  const database = history && (await historyDatabase(history.name)).database;
  if (!database) {
    await browser.action.setBadgeText({ text: "" });
    await browser.alarms.clear(ALARM);
    return;
  }
  const { count, reminders } = await dueNow(database, now);
  const number = wanted.toolbarNumber && count > 0 ? String(count) : "";
  await browser.action.setBadgeText({ text: number });
  await notify(count, wanted, now);
  const next = Math.min(
    now + AT_LEAST_EVERY_MS,
    nextDueAt(reminders, now) ?? Infinity,
    wanted.notifyAtMinutes === undefined ? Infinity : nextAt(wanted.notifyAtMinutes, now),
  );
  await Promise.resolve(browser.alarms.create(ALARM, { when: Math.max(next, now + SOONEST_MS) }));
}

const attempt = (): void => {
  // Nobody waits for this; the console keeps what went wrong for a report.
  remind().catch(console.error);
};

/** Listens for everything that may change who is due. To be called at the start of the background, before anything is awaited. */
export function listenForReminders(): void {
  browser.runtime.onStartup.addListener(attempt);
  browser.runtime.onInstalled.addListener(attempt);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) attempt();
  });
}
