/**
 * The open databases of this background, each compared with its witness when it is opened.
 */
import {
  type HistoryDatabase,
  openHistory,
  removeHistory,
} from "../../storage/database/database.ts";
import { readThrough } from "../../storage/database/read-through.ts";
import { type Counts, storedCounts, storedRevision } from "../../storage/view/about.ts";
import { noteWritten } from "../../storage/exchange/backup-note.ts";
import { undoableRestore } from "../../storage/exchange/undo-restore.ts";
import { renewView } from "../../storage/records/renew-view.ts";
import { tellChange } from "../../protocol/changes.ts";
import type { Trouble } from "../../protocol/views.ts";
import { beginNewLog } from "../../storage/database/new-log.ts";
import { isStorageClosable } from "../kept/closed-storage.ts";
import { roomLeft } from "../../storage/database/room.ts";
import { noteDisk } from "../kept/disk-full.ts";
import { testify, witness } from "./witness.ts";

/** A database that can be read and written, or why not. */
export type Opened =
  | { readonly database: HistoryDatabase; readonly trouble?: undefined }
  | { readonly database?: undefined; readonly trouble: Trouble };

const open = new Map<string, Promise<Opened>>();

/** What stands between the user and the history when this is thrown while it is opened. */
export async function troubleOf(error: unknown): Promise<Trouble> {
  // On a full disk neither browser need open a database, and none gives the reason (measured in Chromium 156, Firefox 153).
  const room = error instanceof DOMException ? await roomLeft() : "enough";
  if (room === "none") return { code: "full" };
  if (room === "unreachable") return { code: "unreachable" };
  if (error instanceof DOMException && error.name === "InvalidStateError")
    return { code: "no-database" };
  if (error instanceof DOMException && error.name === "QuotaExceededError") return { code: "full" };
  if (error instanceof DOMException && error.name === "VersionError")
    return { code: "later-version" };
  return {
    code: "unreadable",
    detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}

/** Once in the life of the background: while a history is damaged, every question tries to open it. */
let newLog: Promise<void> | undefined;

async function opened(name: string): Promise<Opened> {
  try {
    const database = await openHistory(name);
    const forgotten = (): void => {
      open.delete(name);
    };
    database.addEventListener("close", forgotten);
    database.addEventListener("versionchange", forgotten);
    const [now, revision] = await Promise.all([storedCounts(database), storedRevision(database)]);
    const before = await witness(name);
    if (before !== undefined && revision < before.revision) {
      database.close();
      open.delete(name);
      // What is written from now on has to be there the next time.
      if (isStorageClosable()) await (newLog ??= beginNewLog().catch(console.error));
      return {
        trouble: {
          code: "damaged",
          peopleBefore: before.people,
          peopleNow: now.people,
          interactionsBefore: before.interactions,
          interactionsNow: now.interactions,
        },
      };
    }
    // After an update, what an earlier version computed is made anew before anything is read.
    await renewView(database, Date.now());
    // What an old restore replaced goes.
    await undoableRestore(database, Date.now());
    return { database };
  } catch (error) {
    open.delete(name);
    return { trouble: await troubleOf(error) };
  }
}

/** The database of this name, opened once and kept open. */
export function historyDatabase(name: string): Promise<Opened> {
  const known = open.get(name);
  if (known !== undefined) return known;
  const opening = opened(name);
  open.set(name, opening);
  return opening;
}

const isNamed = (error: unknown, ...names: readonly string[]): boolean =>
  error instanceof DOMException && names.includes(error.name);

/**
 * Looks at a history that could not be read from: a database can open of which only a part can be read (measured in Firefox 153, where
 * pages in the middle of its file were changed). One that is not open any more was closed or removed, and is not opened for this.
 *
 * @returns what stands between the user and the history; `undefined` where all of it can be read, so that something else was wrong. That files are damaged holds
 * from now on; whatever else it was may have passed when the next question comes
 */
export async function troubleInside(name: string, error: unknown): Promise<Trouble | undefined> {
  if (!(error instanceof DOMException) || isNamed(error, "QuotaExceededError", "InvalidStateError"))
    return undefined;
  const opening = open.get(name);
  const database = (await opening)?.database;
  if (database === undefined) return undefined;
  try {
    // Firefox answers so, too, where pages of a file are damaged: what only was cut off is read by another try.
    await readThrough(database).catch((cut: unknown) => {
      if (!isNamed(cut, "AbortError")) throw cut;
      return readThrough(database);
    });
    return undefined;
  } catch (cause) {
    // Closed meanwhile, it is opened anew by the next question.
    if (isNamed(cause, "InvalidStateError")) return undefined;
    const trouble = await troubleOf(cause);
    if (open.get(name) === opening) {
      open.delete(name);
      if (trouble.code === "unreadable") {
        open.set(name, Promise.resolve({ trouble }));
        // Pages that are open show it now, with the ways out.
        tellChange({ of: "histories" });
      }
    }
    database.close();
    return trouble;
  }
}

/** The revision of each history that was told last. */
const told = new Map<string, number>();

/** Writes the witness after a change is on disk. It may lag behind a background that was killed, never run ahead of the disk. */
export async function witnessed(name: string, database: HistoryDatabase): Promise<Counts> {
  const [counts, revision] = await Promise.all([storedCounts(database), storedRevision(database)]);
  // What was known already changes nothing, and says nothing of the disk.
  if (told.get(name) === revision) return counts;
  await testify(name, { ...counts, revision });
  // A date for the next backup: what was written is on disk without it.
  await noteWritten(database, Date.now()).catch(console.error);
  await noteDisk(false);
  tellChange({ of: "history", name, revision });
  told.set(name, revision);
  return counts;
}

/** Opens a damaged history with what is left of it, and answers how much: from now on the witness expects no more. */
export async function reopenDespiteDamage(name: string): Promise<Counts> {
  const database = await openHistory(name);
  told.delete(name);
  const left = await witnessed(name, database);
  database.close();
  open.delete(name);
  return left;
}

/** Removes the database of a history, and its witness. */
export async function discardHistory(name: string): Promise<void> {
  const kept = await open.get(name);
  open.delete(name);
  told.delete(name);
  kept?.database?.close();
  await removeHistory(name);
  await testify(name, undefined);
}

/** Closes everything that is open. */
export async function closeAllHistories(): Promise<void> {
  const all = [...open.values()];
  open.clear();
  told.clear();
  for (const { database } of await Promise.all(all)) database?.close();
}
