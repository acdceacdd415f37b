/**
 * The keys that our pages open with a passphrase, as the background takes them. The passphrase itself never comes here.
 */
import { browser } from "../../browser.ts";
import { bytesOfBase64 } from "../../exchange/backup/base64.ts";
import { fileCheck } from "../../exchange/backup/file-check.ts";
import { keyFile } from "../../exchange/backup/folder-key.ts";
import { openingKey } from "../../exchange/backup/key-sealed-file.ts";
import type { FolderState, SentKey } from "../../protocol/backup-questions.ts";
import { Refusal } from "../../protocol/transport.ts";
import type { FolderKey } from "./folder-keys.ts";
import type { FolderRound } from "./keep-folder.ts";

/** What opens files, by the id of the key, of keys that are not to be kept: in the memory of the browser, which forgets it when it is closed. */
const OPENED = "openedFolderKeys";

type OpenedScalars = Readonly<Record<string, string>>;

const opened = async (): Promise<OpenedScalars> =>
  ((await browser.storage.session.get(OPENED))[OPENED] ?? {}) as OpenedScalars;

// What is noted is read and written again: two pages that open keys at once must not lose one.
let noting: Promise<unknown> = Promise.resolve();
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = noting.then(work, work);
  noting = turn.catch(() => undefined);
  return turn;
}

const noteOpened = (id: string, scalar: string): Promise<void> =>
  inTurn(async () =>
    browser.storage.session.set({ [OPENED]: { ...(await opened()), [id]: scalar } }),
  );

/** The keys, with what opens files as far as it is known. */
export async function withOpened(keys: readonly FolderKey[]): Promise<readonly FolderKey[]> {
  if (keys.every(({ secret }) => secret !== undefined)) return keys;
  const scalars = await opened();
  return Promise.all(
    keys.map(async (key) => {
      const scalar = scalars[key.id];
      return key.secret !== undefined || scalar === undefined
        ? key
        : { ...key, secret: (await openingKey(bytesOfBase64(scalar))).secret };
    }),
  );
}

/** Forgets what opens files, of keys that are not to be kept. */
export const forgetOpened = (): Promise<void> =>
  inTurn(() => browser.storage.session.remove(OPENED));

/** How the folder is sealed, as far as this browser knows. @param round what the last round has found */
export async function sealOf(
  keys: readonly FolderKey[] | undefined,
  round: FolderRound | undefined,
): Promise<FolderState["seal"]> {
  if (keys === undefined || keys.length === 0) return round?.isSealed === true ? "asks" : "none";
  if ((round?.foreign ?? []).length > 0) return "other-key";
  const isOpen = (await withOpened(keys)).every(({ secret }) => secret !== undefined);
  return isOpen ? "sealed" : "locked";
}

/** The id of a key that a page sends. */
export const sentKeyId = ({ file }: SentKey): Promise<string> =>
  fileCheck(new Blob([bytesOfBase64(file)]));

/** A key as it is to be kept. What opens files with one that is not to be kept is noted meanwhile. Refused as `no-key` where it is none, and as `no-sealing` where the browser is too old for it. */
export async function keyOf(sent: SentKey): Promise<FolderKey> {
  const { file, scalar, isKept } = sent;
  const key = await keyFile(await sentKeyId(sent), bytesOfBase64(file));
  if (key === undefined) throw new Refusal("no-key");
  const { secret, recipient } = await openingKey(bytesOfBase64(scalar)).catch((error: unknown) => {
    const isOld = error instanceof DOMException && error.name === "NotSupportedError";
    throw isOld ? new Refusal("no-sealing") : error;
  });
  if (!isKept) await noteOpened(key.id, scalar);
  return { ...key, recipient, ...(isKept && { secret }) };
}
