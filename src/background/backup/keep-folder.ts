/**
 * One round of a folder: what other copies wrote comes in, and what is new here goes out.
 */
import { filesToRead, folderFile, type KnownFiles } from "../../domain/backup/folder-files.ts";
import { folderCopy } from "../../storage/exchange/folder-copy.ts";
import type { Folder, KeptHistories } from "./folder.ts";
import { takeFile } from "./take-file.ts";
import { copyIn, writeFile } from "./write-file.ts";

/** What a round has found and done. */
export interface FolderRound {
  /** The last file of each other copy that was taken in. */
  readonly known: KnownFiles;
  /** How many other copies have files in the folder. */
  readonly others: number;
  /** Other copies whose last file is not there whole, yet. */
  readonly waiting: number;
  /** Other copies whose last file a later version wrote. */
  readonly later: number;
  /** Own files that still hold people who were erased. */
  readonly held: number;
  /** When the last own file was written (ms). */
  readonly wroteAt?: number;
}

/**
 * Does one round.
 *
 * @param before what the last round has found
 * @param isAsked the user wants a file to be written now
 * @param signal ends the round before the next file: what was taken in or written until then stays
 * @throws the reason of the signal, and what the folder and storage throw
 */
export async function keepFolder(
  folder: Folder,
  histories: KeptHistories,
  before: KnownFiles,
  now: number,
  isAsked: boolean,
  signal: AbortSignal,
): Promise<FolderRound> {
  const files = (await folder.names()).flatMap((name) => folderFile(name) ?? []);
  const own = new Set<string>();
  for (const history of await histories.opened()) own.add((await copyIn(files, history)).copy);

  const known: Record<string, number> = { ...before };
  let [waiting, later] = [0, 0];
  for (const ofCopy of filesToRead(files, own, known)) {
    const [newest] = ofCopy;
    for (const file of ofCopy) {
      signal.throwIfAborted();
      const outcome = await takeFile(folder, file, histories, now);
      if (file === newest && outcome === "incomplete") waiting += 1;
      if (file === newest && outcome === "later") later += 1;
      // What no history took may find its history later.
      if (outcome === "taken") known[file.copy] = file.counter;
      if (outcome === "taken" || outcome === "other") break;
    }
  }

  const wrote: number[] = [];
  signal.throwIfAborted();
  let held = 0;
  for (const history of await histories.opened()) {
    signal.throwIfAborted();
    const head = await histories.headOf(history, now);
    const at = await writeFile(history, folder, head, now, isAsked, signal);
    if (at !== undefined) wrote.push(at);
    held += (await folderCopy(history.database)).held ?? 0;
  }
  const others = new Set(files.map(({ copy }) => copy).filter((copy) => !own.has(copy))).size;
  return {
    known,
    others,
    waiting,
    later,
    held,
    ...(wrote.length > 0 && { wroteAt: Math.min(...wrote) }),
  };
}
