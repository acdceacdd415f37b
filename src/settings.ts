/**
 * The user's settings. They live in `storage.local`, where the background, our pages and the script on the site all read them
 * and hear of a change at once, so that a choice takes effect in open tabs without a reload.
 */
import { browser } from "./browser.ts";

/**
 * How far Tielight may go on the site.
 *
 * - `badges`: reads the pages the user opens, remembers what they show, draws badges
 * - `popup`: reads and remembers, draws nothing
 * - `archive`: does nothing at all on the site
 */
export type Mode = "badges" | "popup" | "archive";

const MODE = "mode";

const asMode = (value: unknown): Mode | undefined =>
  value === "badges" || value === "popup" || value === "archive" ? value : undefined;

/** The chosen mode; `undefined` before the user has chosen, when nothing may be read, drawn or kept. */
export async function mode(): Promise<Mode | undefined> {
  return asMode((await browser.storage.local.get(MODE))[MODE]);
}

/** Keeps the user's choice. */
export async function chooseMode(chosen: Mode): Promise<void> {
  await browser.storage.local.set({ [MODE]: chosen });
}

/** The listener with every later value under a key, until the signal is aborted. */
function watch(key: string, listener: (value: unknown) => void, signal: AbortSignal): void {
  const changed: Parameters<typeof browser.storage.local.onChanged.addListener>[0] = (changes) => {
    if (key in changes) listener(changes[key]?.newValue);
  };
  browser.storage.local.onChanged.addListener(changed);
  signal.addEventListener("abort", () => browser.storage.local.onChanged.removeListener(changed));
}

/** How much each history holds is kept under this and its name, see `src/background/witness.ts`. */
export const WITNESS = "witness-";

/** Calls the listener whenever a history has grown or shrunk, until the signal is aborted. */
export function watchHistories(listener: () => void, signal: AbortSignal): void {
  const changed: Parameters<typeof browser.storage.local.onChanged.addListener>[0] = (changes) => {
    if (Object.keys(changes).some((key) => key.startsWith(WITNESS))) listener();
  };
  browser.storage.local.onChanged.addListener(changed);
  signal.addEventListener("abort", () => browser.storage.local.onChanged.removeListener(changed));
}

/** Calls the listener with every later choice, until the signal is aborted. */
export function watchMode(listener: (chosen: Mode | undefined) => void, signal: AbortSignal): void {
  watch(MODE, (value) => listener(asMode(value)), signal);
}

/** A choice between yes and no. What was never chosen is no. */
export interface Switch {
  readonly isOn: () => Promise<boolean>;
  readonly choose: (wanted: boolean) => Promise<void>;
  /** Calls the listener with every later choice, until the signal is aborted. */
  readonly watch: (listener: (wanted: boolean) => void, signal: AbortSignal) => void;
}

const switchUnder = (key: string): Switch => ({
  isOn: async () => (await browser.storage.local.get(key))[key] === true,
  choose: (wanted) => browser.storage.local.set({ [key]: wanted }),
  watch: (listener, signal) => watch(key, (value) => listener(value === true), signal),
});

/** Whether badges also stand beside mutual connections, mentions and the people a page suggests. */
export const RAILS = switchUnder("showRails");

/** Whether badges also stand beside people nothing connects the user with. */
export const STRANGERS = switchUnder("showStrangers");

/** A pause: nothing is read or recorded. Without an end it lasts until the user says. Moments in ms. */
export interface Pause {
  readonly since: number;
  readonly until?: number;
}

const PAUSE = "pause";

const asPause = (value: unknown): Pause | undefined => {
  if (typeof value !== "object" || value === null || !("since" in value)) return undefined;
  const until = "until" in value ? value.until : undefined;
  if (typeof value.since !== "number") return undefined;
  return { since: value.since, ...(typeof until === "number" && { until }) };
};

/** The pause the user last asked for, over or not; `undefined` when there is none. */
export async function pause(): Promise<Pause | undefined> {
  return asPause((await browser.storage.local.get(PAUSE))[PAUSE]);
}

/** Clocks are put right by so much (ms) without anybody noticing. */
const CLOCK_SLACK_MS = 60_000;

/**
 * Whether a pause holds at `now`. One with an end also ends when the clock was put back to before it began, so that an hour never
 * becomes a year.
 */
export function isPaused(asked: Pause | undefined, now: number): boolean {
  if (asked === undefined) return false;
  if (asked.until === undefined) return true;
  return now < asked.until && now >= asked.since - CLOCK_SLACK_MS;
}

/** Pauses until a moment (ms), or without one until the user says. */
export async function beginPause(until: number | undefined, now: number): Promise<void> {
  const asked: Pause = { since: now, ...(until !== undefined && { until }) };
  await browser.storage.local.set({ [PAUSE]: asked });
}

/** Ends the pause. */
export async function endPause(): Promise<void> {
  await browser.storage.local.remove(PAUSE);
}

/** Calls the listener with every later pause, or its end by the user, until the signal is aborted. */
export function watchPause(
  listener: (asked: Pause | undefined) => void,
  signal: AbortSignal,
): void {
  watch(PAUSE, (value) => listener(asPause(value)), signal);
}

/** What the user set about suggestions and reminders. */
export interface Preferences {
  /** Suggestions a week and list, 3 to 5. */
  readonly perWeek: number;
  /** How many suggestions the user wants to follow each week; absent while there is no goal. */
  readonly weeklyGoal?: number;
  /** The number of people due stands on the toolbar icon. */
  readonly toolbarNumber: boolean;
  /** Minutes after midnight, local time, at which one notification a day may come; absent while none is wanted. */
  readonly notifyAtMinutes?: number;
}

const PREFERENCES = "preferences";
const UNCHANGED: Preferences = { perWeek: 4, toolbarNumber: false };

const wholeBetween = (value: unknown, least: number, most: number): number | undefined =>
  typeof value === "number" && Number.isInteger(value) && value >= least && value <= most
    ? value
    : undefined;

function asPreferences(value: unknown): Preferences {
  const kept: Partial<Record<keyof Preferences, unknown>> =
    typeof value === "object" && value !== null ? value : {};
  const weeklyGoal = wholeBetween(kept.weeklyGoal, 1, 20);
  const notifyAtMinutes = wholeBetween(kept.notifyAtMinutes, 0, 1439);
  return {
    perWeek: wholeBetween(kept.perWeek, 3, 5) ?? UNCHANGED.perWeek,
    ...(weeklyGoal !== undefined && { weeklyGoal }),
    toolbarNumber: kept.toolbarNumber === true,
    ...(notifyAtMinutes !== undefined && { notifyAtMinutes }),
  };
}

/** The preferences as they are, what was never set as it is at first. */
export async function preferences(): Promise<Preferences> {
  return asPreferences((await browser.storage.local.get(PREFERENCES))[PREFERENCES]);
}

/** Keeps all preferences. */
export async function keepPreferences(wanted: Preferences): Promise<void> {
  await browser.storage.local.set({ [PREFERENCES]: wanted });
}

/** Calls the listener with the preferences whenever they change, until the signal is aborted. */
export function watchPreferences(
  listener: (wanted: Preferences) => void,
  signal: AbortSignal,
): void {
  watch(PREFERENCES, (value) => listener(asPreferences(value)), signal);
}

/** Settings as an export holds them. How far Tielight may go on the site and a pause are none: those are chosen anew on each machine. */
export async function exportedSettings(): Promise<{
  readonly preferences: Readonly<Record<string, number | boolean>>;
  readonly showRails: boolean;
  readonly showStrangers: boolean;
}> {
  const { perWeek, weeklyGoal, toolbarNumber, notifyAtMinutes } = await preferences();
  return {
    preferences: {
      perWeek,
      toolbarNumber,
      ...(weeklyGoal !== undefined && { weeklyGoal }),
      ...(notifyAtMinutes !== undefined && { notifyAtMinutes }),
    },
    showRails: await RAILS.isOn(),
    showStrangers: await STRANGERS.isOn(),
  };
}

/** Takes over the settings of an export, as far as they are settings of this version. */
export async function restoreSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
  if (settings["preferences"] !== undefined)
    await keepPreferences(asPreferences(settings["preferences"]));
  if (typeof settings["showRails"] === "boolean") await RAILS.choose(settings["showRails"]);
  if (typeof settings["showStrangers"] === "boolean")
    await STRANGERS.choose(settings["showStrangers"]);
}
