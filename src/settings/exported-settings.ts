import { asPreferences, keepPreferences, preferences } from "./preferences.ts";
import { RAILS, STRANGERS } from "./switches.ts";

/** Settings as an export holds them. How far Tielight may go on the site and a pause are none: those are chosen anew on each machine. */
export async function exportedSettings(): Promise<{
  readonly preferences: Readonly<Record<string, number | boolean>>;
  readonly showRails: boolean;
  readonly showStrangers: boolean;
}> {
  const { perWeek, weekStartsOn, weeklyGoal, toolbarNumber, notifyAtMinutes } = await preferences();
  return {
    preferences: {
      perWeek,
      ...(weekStartsOn !== undefined && { weekStartsOn }),
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
