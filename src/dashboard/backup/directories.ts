/**
 * Choosing a folder, and asking the browser for it again, in browsers that can.
 */
import type { SentKey } from "../../protocol/backup-questions.ts";
import { sendDirectory, watchDirectories } from "../../protocol/folder-channel.ts";
import { askFromPage } from "../../protocol/transport.ts";

/** What the types of the browser lack. */
interface Picker {
  readonly showDirectoryPicker?: (asked: {
    readonly id: string;
  }) => Promise<FileSystemDirectoryHandle>;
}

interface Permitted extends FileSystemDirectoryHandle {
  readonly requestPermission?: (asked: { readonly mode: "readwrite" }) => Promise<PermissionState>;
}

/** Whether this browser lets pages choose folders. */
export const canChooseFolders = (): boolean =>
  (globalThis as Picker).showDirectoryPicker !== undefined;

/** Asks for the permission to write. To be called while the user's click counts. */
async function permitted(directory: Permitted): Promise<boolean> {
  return ((await directory.requestPermission?.({ mode: "readwrite" })) ?? "granted") === "granted";
}

/**
 * The user chooses a folder, which is used from then on. Answers whether one was chosen and may be written to.
 *
 * @param makeKey makes the key that its files are to be sealed with; absent where they are not
 */
export async function chooseFolder(makeKey?: () => Promise<SentKey>): Promise<boolean> {
  const { showDirectoryPicker } = globalThis as Picker;
  try {
    const directory = await showDirectoryPicker?.({ id: "backup" });
    // Chosen to be read first: so the browser remembers that it was asked for more.
    if (directory === undefined || !(await permitted(directory))) return false;
    const key = await makeKey?.();
    // A question first: it wakes the background, which hears of no folder while it sleeps.
    await askFromPage.folderState();
    const id = crypto.randomUUID();
    sendDirectory({ to: "background", id, directory });
    await askFromPage.useFolder({ id, ...(key && { key }) });
    return true;
  } catch (error) {
    // The user closed the browser's dialog.
    if (error instanceof DOMException && error.name === "AbortError") return false;
    throw error;
  }
}

/** The folder in use, as the background sends it. Ask for it before the user clicks: the click counts for a moment only. */
export function sentDirectory(signal: AbortSignal): Promise<FileSystemDirectoryHandle> {
  const id = crypto.randomUUID();
  return new Promise((resolve, reject) => {
    watchDirectories(
      "page",
      (of, directory) => {
        if (of === id) resolve(directory);
      },
      signal,
    );
    askFromPage.sendFolder({ id }).catch(reject);
  });
}

/** Asks the browser for the folder in use again, and goes on with it where the user allows it. */
export async function allowAgain(directory: FileSystemDirectoryHandle): Promise<void> {
  if (await permitted(directory)) await askFromPage.keepFolder({ now: false });
}
