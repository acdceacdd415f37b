/**
 * One round of a folder: what other copies wrote comes in, and what is new here goes out.
 */
import {
  type CopyFiles,
  type FolderFile,
  filesToRead,
  folderFile,
  isLastOf,
  isOriginal,
  isSealedFolder,
  type KnownFiles,
  otherCopies,
} from "../../domain/backup/folder-files.ts";
import { ageHeader } from "../../exchange/backup/age-header.ts";
import { type KeyFile, keysInHeader } from "../../exchange/backup/folder-key.ts";
import { folderCopy } from "../../storage/exchange/folder-copy.ts";
import { heldFiles } from "./clean-files.ts";
import type { Folder, KeptHistories } from "./folder.ts";
import { type FolderKey, keepKeys, MOST_KEYS } from "./folder-keys.ts";
import { isOfOneFile } from "./of-one-file.ts";
import { takeFile } from "./take-file.ts";
import { copyIn, writeFile } from "./write-file.ts";

/** What is known of a folder before a round. */
export interface KnownFolder {
  /** What the last round has found. */
  readonly known: KnownFiles;
  /** The keys that this browser has. Files are sealed for all of them; without one they are not sealed. */
  readonly keys: readonly FolderKey[];
}

/** Another copy, with what became of what it says. */
export interface FoundCopy extends CopyFiles {
  /** Everything that its last file says is here. */
  readonly isTaken: boolean;
  /** Its files are of a member whose history is not in this browser. */
  readonly isOfOther: boolean;
}

/** What a round has found and done. */
export interface FolderRound {
  /** The last file of each other copy that was taken in. */
  readonly known: KnownFiles;
  /** What other copies have in the folder. */
  readonly copies: readonly FoundCopy[];
  /** Other copies whose last file is not there whole, yet. */
  readonly waiting: number;
  /** Other copies whose last file a later version wrote. */
  readonly later: number;
  /** Other copies whose last file no key opens that is here. */
  readonly locked: number;
  /** Own files that still hold people who were erased. */
  readonly held: number;
  /** Keys were found in the folder, or sealed files. Then nothing is written that is not sealed. */
  readonly isSealed: boolean;
  /** Keys in the folder that this browser does not have. */
  readonly foreign: readonly KeyFile[];
  /** Keys in the folder of which no file is whole, and that this browser does not have. */
  readonly damagedKeys: number;
  /** Files of others, and renamed ones, that are not sealed, in a folder that is. */
  readonly unsealed: number;
  /** Files of this computer that are not sealed, in a folder that is. */
  readonly unsealedOwn: number;
  /** When the last own file was written that lies there (ms). */
  readonly wroteAt?: number;
}

/** The keys in the newest sealed file that has some, where the files of the keys were lost. */
async function keysInFiles(
  folder: Folder,
  files: readonly FolderFile[],
): Promise<readonly KeyFile[]> {
  const newest = files.filter(({ isSealed }) => isSealed).sort((a, b) => (a.day < b.day ? 1 : -1));
  for (const { name } of newest.slice(0, 3)) {
    try {
      const header = await ageHeader(await folder.read(name));
      const keys = header === undefined ? [] : await keysInHeader(header);
      if (keys.length > 0) return keys;
    } catch (error) {
      if (!isOfOneFile(error)) throw error;
    }
  }
  return [];
}

/**
 * Does one round.
 *
 * @param isAsked the user wants a file to be written now
 * @param signal ends the round before the next file: what was taken in or written until then stays
 * @throws the reason of the signal, and what the folder and storage throw
 */
export async function keepFolder(
  folder: Folder,
  histories: KeptHistories,
  { known: before, keys }: KnownFolder,
  now: number,
  isAsked: boolean,
  signal: AbortSignal,
): Promise<FolderRound> {
  const names = await folder.names();
  const files = names.flatMap((name) => folderFile(name) ?? []);
  const found = await keepKeys(folder, names, keys);
  const foreign = new Map(found.foreign.map((key) => [key.id, key]));
  const note = (inFile: readonly KeyFile[]): void => {
    for (const key of inFile)
      if (foreign.size < MOST_KEYS && keys.every(({ id }) => id !== key.id))
        foreign.set(key.id, key);
  };
  const own = new Set<string>();
  for (const history of await histories.opened()) own.add((await copyIn(files, history)).copy);

  const known: Record<string, number> = { ...before };
  const ofOthers = new Set<string>();
  let [waiting, later, locked] = [0, 0, 0];
  for (const ofCopy of filesToRead(files, own, known)) {
    const [newest] = ofCopy;
    for (const file of ofCopy) {
      signal.throwIfAborted();
      const { outcome, keys: inFile } = await takeFile(folder, file, histories, keys, now);
      if (inFile) note(inFile);
      if (file === newest && outcome === "incomplete") waiting += 1;
      if (file === newest && outcome === "later") later += 1;
      if (file === newest && outcome === "locked") locked += 1;
      // What no history took may find its history later.
      if (outcome === "taken") known[file.copy] = file.counter;
      if (outcome === "other") ofOthers.add(file.copy);
      if (outcome === "taken" || outcome === "other") break;
    }
  }

  const isSealed = keys.length > 0 || isSealedFolder(names);
  if (isSealed && keys.length === 0 && foreign.size === 0) note(await keysInFiles(folder, files));
  const wrote: number[] = [];
  signal.throwIfAborted();
  let held = 0;
  for (const history of await histories.opened()) {
    signal.throwIfAborted();
    const head = await histories.headOf(history, now);
    // What somebody sealed elsewhere is not to lie there open.
    const mayWrite = keys.length > 0 || !isSealed;
    if (mayWrite) await writeFile(history, folder, head, now, isAsked, keys, signal);
    const copy = await folderCopy(history.database);
    const there = (await folder.names()).flatMap((name) => folderFile(name) ?? []);
    // The last file may be in another folder.
    const isThere = there.some((file) => isLastOf(file, copy));
    if (isThere && copy.at !== undefined) wrote.push(copy.at);
    held += mayWrite ? (copy.held ?? 0) : await heldFiles(there, history);
  }
  const copies = otherCopies(files, own).map((one) => ({
    ...one,
    isTaken: (known[one.copy] ?? 0) >= one.counter,
    isOfOther: ofOthers.has(one.copy),
  }));
  const left = isSealed ? (await folder.names()).flatMap((name) => folderFile(name) ?? []) : [];
  const open = left.filter((file) => !file.isSealed);
  const ofOwn = open.filter((file) => own.has(file.copy) && isOriginal(file));
  return {
    known,
    copies,
    waiting,
    later,
    locked,
    held,
    isSealed,
    foreign: [...foreign.values()],
    damagedKeys: found.damaged,
    unsealed: open.length - ofOwn.length,
    unsealedOwn: ofOwn.length,
    ...(wrote.length > 0 && { wroteAt: Math.min(...wrote) }),
  };
}
