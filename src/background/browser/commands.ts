/**
 * Keyboard commands that the user can change in the browser's list of shortcuts.
 */
import { browser } from "../../browser.ts";
import { OPEN_IN_FRONT } from "../../protocol/transport.ts";
import { openBeside } from "./beside.ts";
import { changeSettings } from "../kept/settings-kept.ts";

/** Asks the script in the tab in front to open the person shown; opens the popup as it is where no script answers. */
async function openInFront(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  await browser.tabs
    .sendMessage(tab.id, { tell: OPEN_IN_FRONT })
    .catch(() => browser.action.openPopup());
}

/** The table of all people, with the focus in its search. */
const SEARCH = "src/dashboard/index.html?search#people";

const openSearch = (): Promise<unknown> =>
  browser.tabs.create({ url: browser.runtime.getURL(SEARCH) });

/** Hides names and badges, or shows them again. */
const toggleHidden = (): Promise<unknown> => changeSettings(({ hidden }) => ({ hidden: !hidden }));

/** Listens for the commands of the manifest. */
export function listenForCommands(report: (error: unknown) => void): void {
  browser.commands?.onCommand.addListener((command, tab) => {
    // Nothing may be awaited before: browsers open it only in the moment of the key.
    if (command === "open-beside") openBeside(tab?.windowId).catch(report);
    if (command === "search") openSearch().catch(report);
    if (command === "open-person") openInFront().catch(report);
    if (command === "hide-names") toggleHidden().catch(report);
  });
}
