/**
 * The small window about one person, for browsers that refuse to open the toolbar popup. There is never more than one.
 */
import { browser } from "../../browser.ts";
import type { PersonId } from "../../domain/person/person.ts";
import { personAddress, POPUP } from "../../protocol/person-address.ts";

const KEPT = "personWindow";

/** Size of the window in px: the popup's, and its frame. */
const SIZE = { width: 420, height: 680 };

/** The tab in the window that was opened before, if it is still there. */
async function tabBefore(): Promise<number | undefined> {
  const kept = (await browser.storage.session.get(KEPT))[KEPT] as number | undefined;
  if (kept === undefined) return undefined;
  return browser.tabs.get(kept).then(
    ({ id }) => id,
    () => undefined,
  );
}

/**
 * Shows everything about this person, or the popup's lists, in the small window, or in a tab where the browser has no windows. What was
 * opened before is used again.
 */
export async function openPersonWindow(id: PersonId | undefined): Promise<void> {
  const url = browser.runtime.getURL(id === undefined ? POPUP : personAddress(id));
  const { windows }: Partial<typeof browser> = browser;
  const before = await tabBefore();
  if (before !== undefined) {
    const { windowId } = await browser.tabs.update(before, { url, active: true });
    // The address differs by what stands after the # alone, which loads nothing anew.
    await browser.tabs.reload(before);
    if (windowId !== undefined) await windows?.update(windowId, { focused: true });
    return;
  }
  const opened =
    windows === undefined
      ? await browser.tabs.create({ url })
      : (await windows.create({ type: "popup", url, ...SIZE })).tabs?.[0];
  await browser.storage.session.set({ [KEPT]: opened?.id });
}
