/**
 * What our own pages ask about the seal of the folder. They open keys with the passphrase; it never comes here.
 */
import { isSealedFolder } from "../../domain/backup/folder-files.ts";
import { base64 } from "../../exchange/backup/base64.ts";
import type { FolderKeyFile, SentKey } from "../../protocol/backup-questions.ts";
import { Refusal } from "../../protocol/transport.ts";
import { folderOf } from "./folder.ts";
import type { FolderKey } from "./folder-keys.ts";
import { keyOf, sealOf, sentKeyId, withOpened } from "./folder-seal.ts";
import { changeFolder, keepFolderNow, keptFolder } from "./kept-folder.ts";

/** See `FolderQuestions`. */
export async function folderKeys(): Promise<readonly FolderKeyFile[]> {
  const folder = await keptFolder();
  const locked = (await withOpened(folder?.keys ?? [])).filter(
    ({ secret }) => secret === undefined,
  );
  return [...(folder?.round?.foreign ?? []), ...locked].map(({ id, file }) => ({
    id,
    file: base64(file),
  }));
}

/** Notes keys that were opened with the passphrase, or a new one, and does a round with them. */
async function useKeys(added: readonly FolderKey[]): Promise<void> {
  const ids = new Set(added.map(({ id }) => id));
  await changeFolder((now) => ({
    ...now,
    keys: [...(now.keys ?? []).filter(({ id }) => !ids.has(id)), ...added],
    ...(now.round && {
      round: { ...now.round, foreign: now.round.foreign.filter(({ id }) => !ids.has(id)) },
    }),
  }));
  await keepFolderNow(false);
}

/** See `FolderQuestions`. */
export async function sealFolder(sent: SentKey): Promise<void> {
  const folder = await keptFolder();
  if (folder === undefined) throw new Refusal("no-folder");
  const id = await sentKeyId(sent);
  // Asked again after the background ended, it is noted already.
  if (folder.keys?.some((key) => key.id === id)) return keepFolderNow(false);
  // Somebody was first: then it is their passphrase that counts.
  if ((await sealOf(folder.keys, folder.round)) !== "none") throw new Refusal("sealed-already");
  if (isSealedFolder(await folderOf(folder.directory).names())) {
    // The round finds their key, and the page asks for their passphrase.
    await keepFolderNow(false);
    throw new Refusal("sealed-already");
  }
  await useKeys([await keyOf(sent)]);
}

/** See `FolderQuestions`. */
export async function openFolder(sent: readonly SentKey[]): Promise<void> {
  if ((await keptFolder()) === undefined) throw new Refusal("no-folder");
  await useKeys(await Promise.all(sent.map(keyOf)));
}
