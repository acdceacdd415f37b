/**
 * Keyboard commands that the user can change in the browser's list of shortcuts.
 */
import { browser } from "../../browser.ts";
import { OPEN_IN_FRONT } from "../../protocol/transport.ts";
import { changeSettings, settings } from "../kept/settings-kept.ts";

/** Asks the script in the tab in front to open the person shown; opens the popup as it is where no script answers. */
async function openInFront(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  await browser.tabs
    .sendMessage(tab.id, { tell: OPEN_IN_FRONT })
    .catch(() => browser.action.openPopup());
}

/** Hides names and badges, or shows them again. */
async function toggleHidden(): Promise<void> {
  const { hidden } = await settings();
  await changeSettings({ hidden: !hidden });
}

/** Listens for the commands of the manifest. */
export function listenForCommands(report: (error: unknown) => void): void {
  browser.commands?.onCommand.addListener((command) => {
    if (command === "open-person") openInFront().catch(report);
    if (command === "hide-names") toggleHidden().catch(report);
  });
}
