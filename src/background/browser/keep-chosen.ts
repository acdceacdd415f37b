/**
 * Settings that come from the user's hand or a file, with what hangs on them.
 */
import type { ChangedSettings, Settings } from "../../settings/settings.ts";
import { changeSettings } from "../kept/settings-kept.ts";
import { beginCalls } from "./week-caller.ts";

/** Keeps what was chosen anew (see `changeSettings`). Where that is the day or time of the call, the next one counts, none of the past. */
export async function keepChosen(
  changed: ChangedSettings | ((before: Settings) => ChangedSettings),
): Promise<void> {
  const change = await changeSettings(changed);
  const [{ preferences: before }, { preferences: after }] = [change.before, change.after];
  if (after.callOn !== before.callOn || after.callAtMinutes !== before.callAtMinutes)
    await beginCalls();
}
