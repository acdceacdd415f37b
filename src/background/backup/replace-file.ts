/**
 * Writing a file of the folder, and reading it back.
 */
import {
  type FolderFile,
  folderFile,
  folderFileName,
  isLastOf,
  isOriginal,
} from "../../domain/backup/folder-files.ts";
import { fileCheck } from "../../exchange/backup/file-check.ts";
import { sealedFor } from "../../exchange/backup/key-sealed-file.ts";
import { folderCopy, type FolderCopy, keepFolderCopy } from "../../storage/exchange/folder-copy.ts";
import type { Folder, OpenHistory } from "./folder.ts";
import type { FolderKey } from "./folder-keys.ts";
import { isOfOneFile } from "./of-one-file.ts";

/** What was written to the folder is not what is read there. */
export class NotReadBack extends Error {}

/** Packed lines as they are to lie in the folder. */
export const asKept = async (packed: Blob, keys: readonly FolderKey[]): Promise<Blob> =>
  keys.length === 0 ? packed : sealedFor(packed, keys);

/** Writes a file and reads it back. @throws {NotReadBack} and what the folder throws */
export async function writeAndRead(
  folder: Folder,
  name: string,
  file: Blob,
  check: string,
): Promise<void> {
  await folder.write(name, file);
  if ((await fileCheck(await folder.read(name))) !== check) throw new NotReadBack(name);
}

/** Writes a file anew with other packed lines, under its day and number. @throws see {@link writeAndRead} */
export async function replaceFile(
  folder: Folder,
  before: FolderFile,
  packed: Blob,
  keys: readonly FolderKey[],
): Promise<void> {
  const file = await asKept(packed, keys);
  const check = await fileCheck(file);
  const name = folderFileName({ ...before, check, isSealed: keys.length > 0 });
  await writeAndRead(folder, name, file, check);
  if (before.name !== name) await folder.remove(before.name);
}

/** Whether a file is there sealed as well, as after a program that syncs has brought back what was removed. */
async function isSealedBeside(
  folder: Folder,
  { copy, counter }: FolderFile,
  files: readonly FolderFile[],
): Promise<boolean> {
  for (const file of files)
    if (file.isSealed && file.copy === copy && file.counter === counter)
      if ((await fileCheck(await folder.read(file.name))) === file.check) return true;
  return false;
}

/**
 * Seals the older files of this copy that are not sealed yet. Those that are not whole, or that another program gave another name, stay as
 * they are.
 *
 * @throws the reason of the signal, {NotReadBack} and what the folder throws
 */
export async function sealOlder(
  folder: Folder,
  { copy, counter }: FolderCopy,
  keys: readonly FolderKey[],
  signal: AbortSignal,
): Promise<void> {
  const files = (await folder.names()).flatMap((name) => folderFile(name) ?? []);
  for (const file of files) {
    const isOlder = file.copy === copy && file.counter < counter;
    if (file.isSealed || !isOlder || !isOriginal(file)) continue;
    signal.throwIfAborted();
    try {
      const packed = await folder.read(file.name);
      if ((await fileCheck(packed)) !== file.check) continue;
      if (await isSealedBeside(folder, file, files)) await folder.remove(file.name);
      else await replaceFile(folder, file, packed, keys);
    } catch (error) {
      if (!isOfOneFile(error)) throw error;
    }
  }
}

/**
 * Seals the last file of this copy where none may be written of what the history holds now: the same lines come again under the next number,
 * and the file before is an older one from then on. Under its own number it would look like that of a twin.
 *
 * @throws {NotReadBack} and what the folder throws
 */
export async function sealLast(
  folder: Folder,
  { database }: OpenHistory,
  keys: readonly FolderKey[],
): Promise<void> {
  const copy = await folderCopy(database);
  const last = (await folder.names())
    .map((name) => folderFile(name))
    .find((file) => isLastOf(file, copy));
  if (last === undefined) return;
  const packed = await folder.read(last.name).catch((error: unknown) => {
    if (isOfOneFile(error)) return undefined;
    throw error;
  });
  if (packed === undefined || (await fileCheck(packed)) !== last.check) return;
  const file = await asKept(packed, keys);
  const own = { copy: copy.copy, counter: copy.counter + 1, check: await fileCheck(file) };
  // Noted first, so that a file of this name is known to be its own, whatever ends in between.
  await keepFolderCopy(database, { ...copy, ...own });
  await writeAndRead(
    folder,
    folderFileName({ ...own, day: last.day, isSealed: true }),
    file,
    own.check,
  );
}
