/**
 * The settings, read once in the life of the background and kept with every change. Where all databases lie in the same files a damage
 * takes them, too: there a copy lies in `storage.local`, which the script on the site cannot reach.
 */
import { browser } from "../../browser.ts";
import { tellChange } from "../../protocol/changes.ts";
import {
  asSettings,
  type ChangedSettings,
  type Settings,
  withChanged,
} from "../../settings/settings.ts";
import { isStorageClosable } from "./closed-storage.ts";
import { changeOwnValue, ownValue } from "./own-kept.ts";

const KEY = "settings";

let known: Promise<Settings> | undefined;

/** What is kept; the copy where nothing is, or where it cannot be read. */
async function keptSettings(): Promise<unknown> {
  if (!isStorageClosable()) return ownValue(KEY);
  const copy = async (): Promise<unknown> => (await browser.storage.local.get(KEY))[KEY];
  try {
    return (await ownValue(KEY)) ?? (await copy());
  } catch (error) {
    const kept = await copy();
    if (kept === undefined) throw error;
    return kept;
  }
}

/** What the user chose. @throws what IndexedDB throws where it cannot be read */
export function settings(): Promise<Settings> {
  if (known !== undefined) return known;
  const reading = keptSettings().then(asSettings);
  known = reading;
  // It is read again, then.
  reading.catch(() => (known = undefined));
  return reading;
}

/** The settings right before a change, and after it. */
interface SettingsChange {
  readonly before: Settings;
  readonly after: Settings;
}

async function changeNow(change: (before: Settings) => ChangedSettings): Promise<SettingsChange> {
  let before = await settings();
  let after = before;
  await changeOwnValue(KEY, (kept) => {
    if (kept !== undefined) before = asSettings(kept);
    after = withChanged(before, change(before));
    return after;
  });
  if (isStorageClosable()) await browser.storage.local.set({ [KEY]: after });
  known = Promise.resolve(after);
  tellChange({ of: "settings" });
  return { before, after };
}

// What is known and the copy are of the change that was made last.
let queue: Promise<unknown> = Promise.resolve();

/** Keeps what the user chose anew, or what follows from the settings as they are then. One change is made after the other. */
export function changeSettings(
  changed: ChangedSettings | ((before: Settings) => ChangedSettings),
): Promise<SettingsChange> {
  const change = typeof changed === "function" ? changed : () => changed;
  const turn = queue.then(() => changeNow(change));
  queue = turn.catch(() => {});
  return turn;
}

/** To be called when nothing is kept any more, or somewhere else. */
export function forgetSettings(): void {
  known = undefined;
  tellChange({ of: "settings" });
}
