/**
 * A folder that the user chose, as far as it is needed. In tests the memory stands in for it.
 */
import type { ExportHead } from "../../domain/records/exported-history.ts";
import type { HistoryDatabase } from "../../storage/database/database.ts";

/** See the file. */
export interface Folder {
  /** The names of the files in it. */
  readonly names: () => Promise<readonly string[]>;
  /** @throws DOMException `NotFoundError` where there is no such file any more */
  readonly read: (name: string) => Promise<Blob>;
  /** Writes a new file. It is there whole or not at all. */
  readonly write: (name: string, content: Blob) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
}

/** A history, opened. */
export interface OpenHistory {
  readonly name: string;
  readonly database: HistoryDatabase;
}

/** The histories of this browser profile, as far as a folder has to do with them. */
export interface KeptHistories {
  /** Those that are kept in the folder. */
  readonly opened: () => Promise<readonly OpenHistory[]>;
  /** The one that a file is of; `undefined` where it is not in this browser. */
  readonly ofHead: (head: ExportHead) => Promise<OpenHistory | undefined>;
  /** The head of a file of this history. */
  readonly headOf: (history: OpenHistory, now: number) => Promise<ExportHead>;
  /** To be called after something was taken in. */
  readonly changed: (history: OpenHistory) => Promise<void>;
}

/** A directory with what the types of the browser lack. */
export interface ChosenDirectory extends FileSystemDirectoryHandle {
  readonly keys: () => AsyncIterableIterator<string>;
  readonly queryPermission?: (asked: { readonly mode: "readwrite" }) => Promise<PermissionState>;
}

/** The folder behind a handle. */
export const folderOf = (directory: ChosenDirectory): Folder => ({
  async names() {
    const found: string[] = [];
    for await (const name of directory.keys()) found.push(name);
    return found;
  },
  read: async (name) => (await directory.getFileHandle(name)).getFile(),
  async write(name, content) {
    const file = await directory.getFileHandle(name, { create: true });
    const stream = await file.createWritable();
    // The file appears under its name when this resolves.
    await content.stream().pipeTo(stream);
  },
  remove: (name) => directory.removeEntry(name),
});

/** Whether the background may write to it now. A browser that asks about no permission has given it. */
export const isGranted = async (directory: ChosenDirectory): Promise<boolean> =>
  ((await directory.queryPermission?.({ mode: "readwrite" })) ?? "granted") === "granted";
