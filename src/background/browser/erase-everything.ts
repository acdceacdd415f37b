/**
 * Erasing everything: afterwards Tielight is as it was right after it was installed.
 */
import { browser } from "../../browser.ts";
import { removeDatabases } from "../histories/histories.ts";
import { forgetSettings } from "../kept/settings-kept.ts";

/** Removes every history, setting and note of this extension, from every storage that it has. */
export async function eraseEverything(): Promise<void> {
  await removeDatabases();
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
  await browser.alarms.clearAll();
  await browser.action.setBadgeText({ text: "" });
  // They hear of it only now, when there is nothing left to read.
  forgetSettings();
}
