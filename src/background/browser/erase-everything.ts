/**
 * Erasing everything: afterwards Tielight is as it was right after it was installed.
 */
import { browser } from "../../browser.ts";
import { removeDatabases } from "../histories/histories.ts";
import { goToFreshPlace, isPlaceLost, removeFreshPlace } from "../kept/fresh-place.ts";
import { forgetSettings } from "../kept/settings-kept.ts";

/** Removes every history, setting and note of this extension, from every storage that it has. */
export async function eraseEverything(): Promise<void> {
  await removeDatabases();
  const wasElsewhere = await removeFreshPlace();
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
  if (wasElsewhere) {
    if (await isPlaceLost()) await goToFreshPlace();
    // What was left behind in the usual place, which can be used again.
    else await removeDatabases();
  }
  await browser.alarms.clearAll();
  await browser.action.setBadgeText({ text: "" });
  // They hear of it only now, when there is nothing left to read.
  forgetSettings();
}
