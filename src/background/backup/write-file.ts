/**
 * Writing a history into the folder: a new file, which is read back; then old files of this copy go.
 */
import {
  type FolderFile,
  folderFile,
  folderFileName,
  isLastOf,
  isLeftover,
  isTwin,
  surplusFiles,
} from "../../domain/backup/folder-files.ts";
import type { ExportHead } from "../../domain/records/exported-history.ts";
import { fileCheck } from "../../exchange/backup/file-check.ts";
import { gzipped } from "../../exchange/backup/gzip.ts";
import { historyFile } from "../../exchange/write-history.ts";
import { noteBackup } from "../../storage/exchange/backup-note.ts";
import { exportedRecords } from "../../storage/exchange/exported-records.ts";
import {
  becomeAnotherCopy,
  folderCopy,
  type FolderCopy,
  keepFolderCopy,
} from "../../storage/exchange/folder-copy.ts";
import { keepRestore, undoableRestore } from "../../storage/exchange/undo-restore.ts";
import { storedRevision } from "../../storage/view/about.ts";
import { deletionMoves, undoableDeletion } from "../../storage/records/deletion.ts";
import { erasuresNow } from "../../storage/exchange/without-erased.ts";
import { cleanFiles } from "./clean-files.ts";
import type { Folder, OpenHistory } from "./folder.ts";
import type { FolderKey } from "./folder-keys.ts";
import { asKept, sealLast, sealOlder, writeAndRead } from "./replace-file.ts";

/** A file is written at most so often (ms), unless the user asks for one. */
const EVERY_MS = 20 * 3_600_000;

/** The day of a moment by the clock of this computer: `2026-05-20`. */
function localDay(at: number): string {
  const day = new Date(at);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** What this copy is, after a look at the folder: another one where its id is used by somebody else, too. */
export async function copyIn(
  files: readonly FolderFile[],
  { database }: OpenHistory,
): Promise<FolderCopy> {
  const copy = await folderCopy(database);
  return isTwin(files, copy) ? becomeAnotherCopy(database) : copy;
}

async function written(
  history: OpenHistory,
  folder: Folder,
  head: ExportHead,
  copy: FolderCopy,
  keys: readonly FolderKey[],
  now: number,
): Promise<void> {
  const { database } = history;
  const revision = await storedRevision(database);
  const moves = deletionMoves(database);
  const lines = await historyFile(
    {
      exportHead: async () => head,
      exportRecords: (asked) => exportedRecords(database, asked),
    },
    true,
    () => undefined,
    new AbortController().signal,
  );
  const file = await asKept(await gzipped(lines), keys);
  const own = { copy: copy.copy, counter: copy.counter + 1, check: await fileCheck(file) };
  const fileName = folderFileName({ ...own, day: localDay(now), isSealed: keys.length > 0 });
  // The file may hold marks of people who may come back, or who came back already. A later round writes another one.
  const isUndoable = (await undoableDeletion(database)) !== undefined;
  if (isUndoable || deletionMoves(database) !== moves) return;
  // Noted first, so that a file of this name is known to be its own, whatever ends in between.
  await keepFolderCopy(database, { ...copy, ...own });
  await writeAndRead(folder, fileName, file, own.check);
  const { cleaned, tried, held } = copy;
  await keepFolderCopy(database, {
    ...own,
    revision,
    at: now,
    ...(cleaned !== undefined && { cleaned }),
    ...(tried !== undefined && { tried }),
    ...(held !== undefined && { held }),
  });
  await noteBackup(database, { at: now, revision });
}

/**
 * Writes a history if it changed since the last file, or that file is gone, and removes what this copy left behind or no longer needs. A
 * restore that can still be undone is waited for.
 *
 * @param isAsked the user wants it now, and keeps what was restored
 * @param keys those that it is sealed for; not sealed without any
 * @throws the reason of the signal, {NotReadBack} and what the folder throws
 */
export async function writeFile(
  history: OpenHistory,
  folder: Folder,
  head: ExportHead,
  now: number,
  isAsked: boolean,
  keys: readonly FolderKey[],
  signal: AbortSignal,
): Promise<void> {
  const { database } = history;
  const copy = await folderCopy(database);
  // What was in a file comes back from other copies: a restore is in none while it can be undone.
  if (isAsked) await keepRestore(database);
  // The same with people who were deleted and may come back in a moment.
  const isWaiting =
    (await undoableRestore(database, now)) !== undefined ||
    (await undoableDeletion(database)) !== undefined;
  const isNew = (await storedRevision(database)) > copy.revision;
  const erasures = await erasuresNow(database);
  const isErased = (copy.cleaned ?? "") !== erasures;
  const isErasedNow = (copy.tried ?? "") !== erasures;
  const isTime =
    isAsked || isErasedNow || copy.at === undefined || Math.abs(now - copy.at) >= EVERY_MS;
  // In another folder, and where somebody removed it.
  const last = (await folder.names())
    .map((name) => folderFile(name))
    .find((file) => isLastOf(file, copy));
  const isToBeSealed = keys.length > 0 && last?.isSealed !== true;
  if (!isWaiting && (last === undefined || isToBeSealed || (isNew && isTime)))
    await written(history, folder, head, copy, keys, now);
  if (isWaiting && isToBeSealed) await sealLast(folder, history, keys);
  if (!isWaiting && isErased) await cleanFiles(history, folder, keys, signal);
  if (keys.length > 0) await sealOlder(folder, await folderCopy(database), keys, signal);
  const names = await folder.names();
  const surplus = surplusFiles(
    names.flatMap((one) => folderFile(one) ?? []),
    copy.copy,
  ).map(({ name }) => name);
  for (const name of [...surplus, ...names.filter((one) => isLeftover(one, copy.copy))])
    // What does not go now goes the next time.
    await folder.remove(name).catch(() => undefined);
}
