/**
 * Opening our page beside the page one is on: Chrome's side panel, Firefox's sidebar. Both open only in the moment in which the user asked.
 */
import { browser, type BrowserInUse } from "../../browser.ts";

/** Whether the panel is open for the latest click on a badge. */
let clicked: Promise<boolean> = Promise.resolve(false);

/**
 * Opens the panel for a click on a badge. Firefox opens its sidebar only after a click in its own interface: there it is used where it is
 * open already. To be called before anything is awaited.
 */
export function openForClick(windowId: number | undefined): void {
  const { sidePanel, sidebarAction }: BrowserInUse = browser;
  const opening =
    windowId === undefined
      ? undefined
      : (sidePanel?.open({ windowId }).then(() => true) ?? sidebarAction?.isOpen({ windowId }));
  // Where it is refused there is the popup.
  clicked = (opening ?? Promise.resolve(false)).catch(() => false);
}

/** Whether the panel is open for the latest click, see {@link openForClick}. */
export const isOpenForClick = (): Promise<boolean> => clicked;

/** Opens it; resolves also where the browser has no place for it. To be called before anything else is awaited. */
export async function openBeside(windowId: number | undefined): Promise<void> {
  const { sidePanel, sidebarAction }: BrowserInUse = browser;
  if (sidebarAction) await sidebarAction.open();
  else if (windowId !== undefined) await sidePanel?.open({ windowId });
}
