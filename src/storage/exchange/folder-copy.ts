/**
 * What this copy of a history is called in a shared folder, and what it wrote there last.
 */
import type { OwnFile } from "../../domain/backup/folder-files.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { storedRevision } from "../view/about.ts";
import { withRoom } from "../database/room.ts";
import { writing } from "../database/writing.ts";

const KEY = "folderCopy";

/** See the file. */
export interface FolderCopy extends OwnFile {
  /** The revision that the last file holds at least; -1 before the first one. */
  readonly revision: number;
  /** When the last file was written (ms). */
  readonly at?: number;
  /** The erasures that all files of this copy are without, see `erasuresNow`; absent for those before the first one. */
  readonly cleaned?: string;
  /** The erasures that its files were last to be rewritten without, also where some could not be. */
  readonly tried?: string;
  /** How many of its files could not be rewritten without those who were erased. */
  readonly held?: number;
}

/** A copy that has written nothing. */
const another = (): FolderCopy => ({
  copy: [...crypto.getRandomValues(new Uint8Array(4))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join(""),
  counter: 0,
  check: "",
  revision: -1,
});

/** What is known of this copy; a new one gets its id here. */
export async function folderCopy(database: HistoryDatabase): Promise<FolderCopy> {
  const kept = (await database.get("about", KEY)) as FolderCopy | undefined;
  if (kept !== undefined) return kept;
  const made = another();
  await withRoom(() => database.put("about", made, KEY));
  return made;
}

/** Keeps what this copy is about to write, or has written. */
export const keepFolderCopy = async (
  database: HistoryDatabase,
  copy: FolderCopy,
): Promise<void> => {
  await withRoom(() => database.put("about", copy, KEY));
};

/**
 * This browser profile was copied, and the other one goes on under the same ids: from now on this one has others, in the folder and in
 * what it records.
 */
export async function becomeAnotherCopy(database: HistoryDatabase): Promise<FolderCopy> {
  const made = another();
  const revision = await storedRevision(database);
  await writing(database, ["about"], async ({ store }) => {
    await store.put(made, KEY);
    await store.put(crypto.randomUUID(), "replica");
    // What is kept in memory of the history is read anew.
    await store.put(revision + 1, "revision");
  });
  return made;
}
