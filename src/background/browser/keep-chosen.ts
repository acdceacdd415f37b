/**
 * Settings that come from the user's hand or a file, with what hangs on them.
 */
import type { ChangedSettings } from "../../settings/settings.ts";
import { changeSettings, settings } from "../kept/settings-kept.ts";
import { beginCalls } from "./week-caller.ts";

/** Keeps what was chosen anew. Where that is the day or time of the call, the next one counts, none of the past. */
export async function keepChosen(changed: ChangedSettings): Promise<void> {
  const { preferences: before } = await settings();
  await changeSettings(changed);
  const { preferences: after } = await settings();
  if (after.callOn !== before.callOn || after.callAtMinutes !== before.callAtMinutes)
    await beginCalls();
}
