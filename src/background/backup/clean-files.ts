/**
 * Older files of this copy, written anew without those who were erased since.
 */
import { type FolderFile, folderFile, isOriginal } from "../../domain/backup/folder-files.ts";
import type { ExportedRecord } from "../../domain/records/exported-history.ts";
import { gzipped } from "../../exchange/backup/gzip.ts";
import { historyFile } from "../../exchange/write-history.ts";
import { folderCopy, keepFolderCopy } from "../../storage/exchange/folder-copy.ts";
import { erasuresNow, withoutErased } from "../../storage/exchange/without-erased.ts";
import { undoableDeletion } from "../../storage/records/deletion.ts";
import type { Folder, OpenHistory } from "./folder.ts";
import type { FolderKey } from "./folder-keys.ts";
import { replaceFile } from "./replace-file.ts";
import { type ReadFile, readFolderFile } from "./take-file.ts";

/** A file of these records. */
function written({ head }: ReadFile, parts: readonly (readonly ExportedRecord[])[]): Promise<Blob> {
  const asked = {
    exportHead: async () => head,
    exportRecords: async ({ after = "0" }: { readonly after: string | undefined }) => {
      const next = Number(after) + 1;
      const records = parts[next - 1] ?? [];
      return next < parts.length ? { records, next: String(next) } : { records };
    },
  };
  return historyFile(asked, true, () => undefined, new AbortController().signal);
}

/** Writes one file anew, under its own day and number. Answers whether it is without them now. */
async function cleaned(
  history: OpenHistory,
  folder: Folder,
  file: FolderFile,
  keys: readonly FolderKey[],
): Promise<boolean> {
  const made = await readFolderFile(folder, file, keys);
  if ("outcome" in made) return false;
  const parts: (readonly ExportedRecord[])[] = [];
  for (const part of made.parts) parts.push(await withoutErased(history.database, part));
  if (parts.every((part, place) => part === made.parts[place])) return true;
  await replaceFile(folder, file, await gzipped(await written(made, parts)), keys);
  return true;
}

/**
 * How many files of this copy hold people who were erased, in a folder in which nothing may be written: all that it has there, unless it was
 * rewritten without them before.
 */
export async function heldFiles(
  files: readonly FolderFile[],
  { database }: OpenHistory,
): Promise<number> {
  const [copy, erasures] = [await folderCopy(database), await erasuresNow(database)];
  // Those who are being deleted may come back.
  const isDone = (copy.cleaned ?? "") === erasures || (copy.tried ?? "") === erasures;
  if (isDone || (await undoableDeletion(database)) !== undefined) return copy.held ?? 0;
  return files.filter((file) => file.copy === copy.copy).length;
}

/**
 * Takes those who were erased out of every older file of this copy, and remembers how many files still hold them: those that cannot be read,
 * and those that another program gave another name. As long as there are some it is tried again in every round.
 *
 * @throws the reason of the signal, {NotReadBack} and what the folder throws; then it is tried again in the next round, too
 */
export async function cleanFiles(
  history: OpenHistory,
  folder: Folder,
  keys: readonly FolderKey[],
  signal: AbortSignal,
): Promise<void> {
  const { database } = history;
  const [copy, erasures] = [await folderCopy(database), await erasuresNow(database)];
  const own = (await folder.names())
    .flatMap((name) => folderFile(name) ?? [])
    .filter((file) => file.copy === copy.copy && file.counter < copy.counter);
  let held = 0;
  for (const file of own) {
    signal.throwIfAborted();
    if (!isOriginal(file) || !(await cleaned(history, folder, file, keys))) held += 1;
  }
  await keepFolderCopy(database, {
    ...(await folderCopy(database)),
    // A file that cannot be read now may be readable in the next round.
    ...(held === 0 && { cleaned: erasures }),
    tried: erasures,
    held,
  });
}
