/**
 * Whether the disk was full when something was to be written last. On a full disk nothing can be noted, so the note lies in the browser's
 * memory: in `storage.session`, which no script on the site reaches.
 */
import { browser } from "../../browser.ts";
import { tellChange } from "../../protocol/changes.ts";
import { isRoomEstimated, roomLeft, useCutOffNote } from "../../storage/database/room.ts";

const KEY = "diskFull";
/** That a write was cut off outlives the browser; the script on the site reads no more than that there was one. */
const CUT_OFF = "cutOff";

/** To be called before anything is opened. */
export function beginWithRoom(): void {
  useCutOffNote({
    read: async () => (await browser.storage.local.get(CUT_OFF))[CUT_OFF] === true,
    write: (isCutOff) =>
      isCutOff
        ? browser.storage.local.set({ [CUT_OFF]: true })
        : browser.storage.local.remove(CUT_OFF),
  });
}

const isNoted = async (): Promise<boolean> =>
  (await browser.storage.session.get(KEY))[KEY] === true;

/** What became of writing. Our pages hear of it when it is not what it was. */
export async function noteDisk(isFull: boolean): Promise<void> {
  if ((await isNoted()) === isFull) return;
  if (isFull) await browser.storage.session.set({ [KEY]: true });
  else await browser.storage.session.remove(KEY);
  tellChange({ of: "histories" });
}

/** Whether the disk is full: where it was at the last try, it is tried again. */
export async function isDiskFull(): Promise<boolean> {
  const wasFull = await isNoted();
  if (!wasFull && !isRoomEstimated()) return false;
  const isFull = (await roomLeft()) === "none";
  if (wasFull && !isFull) await browser.storage.session.remove(KEY);
  return isFull;
}
