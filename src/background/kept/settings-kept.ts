/**
 * The settings, read once in the life of the background and kept with every change.
 */
import { tellChange } from "../../protocol/changes.ts";
import {
  asSettings,
  type ChangedSettings,
  type Settings,
  withChanged,
} from "../../settings/settings.ts";
import { changeOwnValue, ownValue } from "./own-kept.ts";

const KEY = "settings";

let known: Promise<Settings> | undefined;

/** What the user chose. @throws what IndexedDB throws where it cannot be read */
export function settings(): Promise<Settings> {
  if (known !== undefined) return known;
  const reading = ownValue(KEY).then(asSettings);
  known = reading;
  // It is read again, then.
  reading.catch(() => (known = undefined));
  return reading;
}

/** Keeps what the user chose anew. */
export async function changeSettings(changed: ChangedSettings): Promise<void> {
  const after = await changeOwnValue(KEY, (before) => withChanged(asSettings(before), changed));
  known = Promise.resolve(asSettings(after));
  tellChange({ of: "settings" });
}

/** To be called when nothing is kept any more. */
export function forgetSettings(): void {
  known = undefined;
  tellChange({ of: "settings" });
}
