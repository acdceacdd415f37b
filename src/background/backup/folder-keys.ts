/**
 * The keys of the folder: which of them lie in it, and which this browser has.
 */
import { folderKeyId, folderKeyName } from "../../domain/backup/folder-files.ts";
import { type KeyFile, keyFile, LONGEST_KEY } from "../../exchange/backup/folder-key.ts";
import type { OpeningKey, SealingKey } from "../../exchange/backup/key-sealed-file.ts";
import type { Folder } from "./folder.ts";
import { isOfOneFile } from "./of-one-file.ts";

/** A key of the folder that was opened once in this browser. */
export interface FolderKey extends SealingKey {
  /** What opens files; absent where the user did not let it be kept, and has not given the passphrase since the browser began. */
  readonly secret?: CryptoKey;
}

/** The keys that open files. */
export const openingKeys = (keys: readonly FolderKey[]): readonly OpeningKey[] =>
  keys.flatMap(({ secret, recipient }) => (secret === undefined ? [] : [{ secret, recipient }]));

/** Keys in the folder. */
export interface FoundKeys {
  /** Those that this browser does not have. */
  readonly foreign: readonly KeyFile[];
  /** How many there are of which no file is whole. */
  readonly damaged: number;
}

/** Nobody has so many keys. A folder that is full of them must not keep the browser busy. */
export const MOST_KEYS = 32;

/** A key in a file; `undefined` where it is not there whole, yet. @throws what the folder throws, but for what is of one file alone */
async function keyIn(folder: Folder, name: string, id: string): Promise<KeyFile | undefined> {
  try {
    const file = await folder.read(name);
    return file.size > LONGEST_KEY
      ? undefined
      : await keyFile(id, new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    if (isOfOneFile(error)) return undefined;
    throw error;
  }
}

/**
 * Looks at the keys in the folder, and writes those of this browser again that are missing or damaged.
 *
 * @throws what the folder throws
 */
export async function keepKeys(
  folder: Folder,
  names: readonly string[],
  keys: readonly FolderKey[],
): Promise<FoundKeys> {
  const files = new Map<string, string[]>();
  for (const name of names) {
    const id = folderKeyId(name);
    if (id !== undefined) files.set(id, [...(files.get(id) ?? []), name]);
  }
  const foreign: KeyFile[] = [];
  let damaged = 0;
  const own = new Map(keys.map((key) => [key.id, key]));
  for (const id of [...new Set([...own.keys(), ...files.keys()])].slice(0, MOST_KEYS)) {
    let found: KeyFile | undefined;
    for (const name of (files.get(id) ?? []).slice(0, MOST_KEYS))
      found ??= await keyIn(folder, name, id);
    const key = own.get(id);
    if (key !== undefined && found === undefined)
      await folder.write(folderKeyName(id), new Blob([key.file]));
    if (key === undefined && found !== undefined) foreign.push(found);
    if (key === undefined && found === undefined) damaged += 1;
  }
  // What a browser left behind that ended while it wrote one.
  for (const { id } of keys) {
    const leftover = `${folderKeyName(id)}.crswap`;
    if (names.includes(leftover)) await folder.remove(leftover).catch(() => undefined);
  }
  return { foreign, damaged };
}
