/**
 * The settings as our own pages read, change and watch them. The background keeps them.
 */
import { watchChanges } from "../protocol/changes.ts";
import { askFromPage } from "../protocol/transport.ts";
import type { Mode } from "../settings/mode.ts";
import type { Pause } from "../settings/pause.ts";
import type { ChangedPreferences } from "../settings/preferences.ts";
import type { ChangedSettings, Settings } from "../settings/settings.ts";

/** A setting, to be read, and to be followed until a signal is aborted. */
interface Followed<T> {
  readonly read: () => Promise<T>;
  readonly watch: (listener: (value: T) => void, signal: AbortSignal) => void;
}

let underWay: Promise<Settings> | undefined;

/** The settings; all who ask in one breath share one question. */
function askedTogether(): Promise<Settings> {
  if (underWay === undefined) {
    underWay = askFromPage.settings();
    // A later question must hear of what was changed since.
    queueMicrotask(() => {
      underWay = undefined;
    });
  }
  return underWay;
}

function followed<T>(pick: (settings: Settings) => T): Followed<T> {
  const read = async (): Promise<T> => pick(await askedTogether());
  return {
    read,
    watch(listener, signal) {
      let latest: Promise<T> | undefined;
      watchChanges(({ of }) => {
        if (of !== "settings") return;
        const reading = read();
        latest = reading;
        reading.then(
          (value) => {
            // Answers need not come in the order of their questions.
            if (latest === reading && !signal.aborted) listener(value);
          },
          // What cannot be read stays as it was; the next change asks again.
          () => {},
        );
      }, signal);
    },
  };
}

/** All settings at once. */
export const { read: settings, watch: watchSettings } = followed((all) => all);

let lastChange: Promise<unknown> = Promise.resolve();

/** Changes settings. One change is asked for after the other: a question that has to be repeated does not overtake a later choice. */
export function changeKept(changed: ChangedSettings): Promise<void> {
  const asked = lastChange.then(() => askFromPage.changeSettings(changed));
  // The act that made the change hears of a failure; the next one begins anew.
  lastChange = asked.catch(() => {});
  return asked;
}

/** How far Tielight may go; `undefined` before the user has chosen. */
export const { read: mode, watch: watchMode } = followed(({ mode: chosen }) => chosen);

/** Keeps the user's choice. */
export const chooseMode = (chosen: Mode): Promise<void> => changeKept({ mode: chosen });

/** The pause the user last asked for, over or not; `undefined` when there is none. */
export const { read: pause, watch: watchPause } = followed(({ pause: asked }) => asked);

/** Pauses until a moment (ms), or without one until the user says. */
export function beginPause(until: number | undefined, now: number): Promise<void> {
  const asked: Pause = { since: now, ...(until !== undefined && { until }) };
  return changeKept({ pause: asked });
}

/** Ends the pause. */
export const endPause = (): Promise<void> => changeKept({ pause: null });

/** What the user set about suggestions and reminders. */
export const { read: preferences, watch: watchPreferences } = followed(
  ({ preferences: wanted }) => wanted,
);

/** Changes preferences; see {@link changeKept}. */
export const changePreferences = (changed: ChangedPreferences): Promise<void> =>
  changeKept({ preferences: changed });

/** The tag of the language the user chose for the interface; `undefined` for that of the browser. */
export const { read: language, watch: watchLanguage } = followed(({ language: tag }) => tag);

/** Keeps the language; `undefined` for that of the browser. */
export const chooseLanguage = (tag: string | undefined): Promise<void> =>
  changeKept({ language: tag ?? null });

/** A choice between yes and no. */
export interface Switch {
  readonly isOn: () => Promise<boolean>;
  readonly choose: (wanted: boolean) => Promise<void>;
  /** Calls the listener with every later choice, until the signal is aborted. */
  readonly watch: (listener: (wanted: boolean) => void, signal: AbortSignal) => void;
}

function switchOf(key: "showRails" | "showStrangers" | "opensBeside" | "hidden"): Switch {
  const { read, watch } = followed((settings) => settings[key]);
  return {
    isOn: read,
    choose: (wanted) => changeKept({ [key]: wanted }),
    watch,
  };
}

/** Whether badges also stand beside mutual connections, mentions and the people a page suggests. */
export const RAILS = switchOf("showRails");

/** Whether badges also stand beside people nothing connects the user with. */
export const STRANGERS = switchOf("showStrangers");

/** Whether a badge opens the person in the panel beside the page. */
export const OPENS_BESIDE = switchOf("opensBeside");

/** Whether names are blurred and badges are gone, everywhere at once: somebody else looks at the screen. */
export const HIDDEN = switchOf("hidden");

/** Calls the listener whenever a history, or which one is shown, has changed, until the signal is aborted. */
export function watchHistories(listener: () => void, signal: AbortSignal): void {
  watchChanges(({ of }) => {
    if (of === "history" || of === "histories") listener();
  }, signal);
}
