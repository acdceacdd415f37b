/**
 * Whether the disk was full when something was to be written last. On a full disk nothing can be noted, so the note lies in the browser's
 * memory: in `storage.session`, which no script on the site reaches.
 */
import { browser } from "../../browser.ts";
import { tellChange } from "../../protocol/changes.ts";

const KEY = "diskFull";

/** Whether the disk was full at the last try. */
export const isDiskFull = async (): Promise<boolean> =>
  (await browser.storage.session.get(KEY))[KEY] === true;

/** What became of writing. Our pages hear of it when it is not what it was. */
export async function noteDisk(isFull: boolean): Promise<void> {
  if ((await isDiskFull()) === isFull) return;
  if (isFull) await browser.storage.session.set({ [KEY]: true });
  else await browser.storage.session.remove(KEY);
  tellChange({ of: "histories" });
}
