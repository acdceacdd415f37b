/**
 * Calling the user back: the number on the toolbar icon, and at most one notification a day. Everything is worked out anew from what is on
 * disk at every start, alarm and choice, so that nothing hangs on an alarm that was lost or a clock that jumped.
 */
import { browser } from "../../browser.ts";
import { isTimeToNotify, type LocalTime, nextDueAt } from "../../domain/directory/reminders.ts";
import type { Preferences } from "../../settings/preferences.ts";
import { openNames } from "../../storage/answers/open-names.ts";
import type { HistoryDatabase } from "../../storage/database/database.ts";
import { dueNow } from "../../storage/derived/due.ts";
import { text } from "../../words/text.ts";
import { currentHistory } from "../histories/histories.ts";
import { historyDatabase } from "../histories/open-histories.ts";
import { settings } from "../kept/settings-kept.ts";
import { weekStart } from "../kept/week-start.ts";
import { archiveMark, nextArchiveLook, remindOfArchive } from "./archive-reminder.ts";
import { listenForNotifications, notifiedOn, notify } from "./notifications.ts";
import { callToWeek, nextCall } from "./week-caller.ts";

const ALARM = "reminders";

/** Looked at anew at least this often (ms), whatever the clock did meanwhile. */
const AT_LEAST_EVERY_MS = 6 * 3_600_000;
/** Browsers do not ring an alarm earlier (ms). */
const SOONEST_MS = 60_000;
/** The largest number on the toolbar icon: how many people wait besides is nobody's debt. */
const MOST_SHOWN = 9;

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

/** What the user wants to be told of the history that is shown, told; answers the number for the icon, and when to look again (ms). */
async function tellOfPeople(
  database: HistoryDatabase,
  wanted: Preferences,
  now: number,
): Promise<{ readonly number: number; readonly next: number }> {
  const { day, minutes } = localTime(now);
  const isOfWeek = wanted.toolbarNumber || wanted.callOn !== undefined;
  const names = isOfWeek ? await openNames(database, wanted.perWeek, await weekStart(), now) : [];
  await callToWeek(wanted, names, day, now);
  const callAt = nextCall(wanted, now);
  // The only notification of the day is the week's, where somebody is left in it.
  const isCallAhead = names.length > 0 && Number.isFinite(callAt) && localTime(callAt).day === day;
  const { count, reminders } = await dueNow(database, now);
  if (
    !isCallAhead &&
    isTimeToNotify(count, wanted.notifyAtMinutes, await notifiedOn(), { day, minutes })
  )
    await notify("reminders", day, () => text("notificationDue", { count }));
  return {
    number: wanted.toolbarNumber ? Math.min(names.length, MOST_SHOWN) : 0,
    next: Math.min(
      nextDueAt(reminders, now) ?? Infinity,
      callAt,
      wanted.notifyAtMinutes === undefined ? Infinity : nextAt(wanted.notifyAtMinutes, now),
    ),
  };
}

/** Shows whom the week still asks to write to, tells what the user wants to be told, and sees to it that this happens again in time. */
export async function remind(): Promise<void> {
  const now = Date.now();
  const { preferences, setup, hidden } = await settings();
  // Somebody else looks at the screen.
  const { callNames: _names, ...withoutNames } = preferences;
  const wanted: Preferences = hidden ? withoutNames : preferences;
  const mark = archiveMark(setup, now);
  await remindOfArchive(setup, localTime(now).day, now);
  const isWanted =
    wanted.toolbarNumber || wanted.notifyAtMinutes !== undefined || wanted.callOn !== undefined;
  const shown = isWanted ? await currentHistory() : undefined;
  // Invented people are nobody to be reminded of.
  const history = shown?.aside === undefined ? shown : undefined;
  const database = history && (await historyDatabase(history.name)).database;
  const told = database && (await tellOfPeople(database, wanted, now));
  await browser.action.setBadgeText({ text: mark ?? (told?.number ? String(told.number) : "") });
  if (!told && mark === undefined) {
    await browser.alarms.clear(ALARM);
    return;
  }
  const next = Math.min(
    now + AT_LEAST_EVERY_MS,
    told?.next ?? Infinity,
    nextArchiveLook(setup, now),
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
  listenForNotifications(console.error);
}
