/**
 * Taking another copy out of the folder, whose computer is gone.
 */
import { folderFile, isLastOf } from "../../domain/backup/folder-files.ts";
import { Refusal } from "../../protocol/transport.ts";
import { folderCopy } from "../../storage/exchange/folder-copy.ts";
import { storedRevision } from "../../storage/view/about.ts";
import type { Folder, OpenHistory } from "./folder.ts";
import type { FolderRound } from "./keep-folder.ts";

/**
 * Removes the files of a copy. What its last one says has to be here, and in a file of this copy in the same folder, so that every other copy
 * meets it there. If the other one writes again, it is back.
 *
 * @param round what the round just before has found, which has read the last file of the copy
 * @throws {Refusal} `copy-not-taken` where something of it would be lost
 */
export async function takeOut(
  folder: Folder,
  copy: string,
  round: FolderRound,
  histories: readonly OpenHistory[],
): Promise<void> {
  const found = round.copies.find((one) => one.copy === copy);
  // Somebody else took it out.
  if (found === undefined) return;
  // Then nothing here holds what it says.
  if (histories.length === 0) throw new Refusal("copy-not-taken");
  const all = (await folder.names()).flatMap((name) => folderFile(name) ?? []);
  for (const { database } of histories) {
    const own = await folderCopy(database);
    const isWritten = own.revision >= (await storedRevision(database));
    if (!isWritten || !all.some((file) => isLastOf(file, own))) throw new Refusal("copy-not-taken");
  }
  const files = all.filter((file) => file.copy === copy);
  // It wrote meanwhile.
  const isNew = files.some(({ counter }) => counter > found.counter);
  if (!found.isTaken || isNew) throw new Refusal("copy-not-taken");
  for (const { name } of files) await folder.remove(name);
}
