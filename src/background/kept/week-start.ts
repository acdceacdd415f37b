import type { WeekStart } from "../../domain/time/local-time.ts";
import { USUAL_FIRST_DAY } from "../../settings/preferences.ts";
import { settings } from "./settings-kept.ts";

/** The time zone of the browser as it is now, by its IANA name. */
export const zoneOfNow = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** When the user's weeks begin, in the time zone of the browser as it is now. */
export async function weekStart(): Promise<WeekStart> {
  const { preferences } = await settings();
  const { weekStartsOn: firstDay = USUAL_FIRST_DAY } = preferences;
  return { zone: zoneOfNow(), firstDay };
}
