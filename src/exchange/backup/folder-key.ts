/**
 * Keys of folders. What is sealed for a key can be written without its passphrase, and only the secret half opens it. That half is itself
 * sealed with the passphrase: in a file of its own, and again in the first lines of each sealed file, so that any one of them is enough.
 */
import { type AgeHeader, sealedBy, type Stanza } from "./age-header.ts";
import { fileCheck } from "./file-check.ts";

/** A key as it lies in a folder: sealed with a passphrase. */
export interface KeyFile {
  /** The first eight hexadecimal digits of the SHA-256 of the file. They stand in its name. */
  readonly id: string;
  /** The file: sealed with a passphrase, as the program age does it. In it is the secret half, as that program writes it. */
  readonly file: Uint8Array<ArrayBuffer>;
}

/** The kind of the lines that hold a key. The program age passes over kinds that it does not know. */
const KIND = "tielight-key";

/** The bytes of the secret half, and of the other one. */
export const KEY_BYTES = 32;

/** The longest file of a key that is looked at (bytes). Ours have about 250. */
export const LONGEST_KEY = 2048;

/** More work than {@link https://age-encryption.org/v1 | age} takes for a passphrase by default is refused: it would fill the memory. */
const WORK = /^age-encryption\.org\/v1\n-> scrypt \S{22} (?:\d|1[0-8])\n/;

/** A file as a key; `undefined` where it is none, or not whole. @param id as its name says */
export async function keyFile(
  id: string,
  file: Uint8Array<ArrayBuffer>,
): Promise<KeyFile | undefined> {
  if (file.length > LONGEST_KEY || (await fileCheck(new Blob([file]))) !== id) return undefined;
  const by = await sealedBy(new Blob([file]));
  return by.with === "passphrase" && WORK.test(by.header) ? { id, file } : undefined;
}

/** The lines that hold a key in the first lines of a sealed file. */
export const keyStanza = ({ id, file }: KeyFile): Stanza => ({ args: [KIND, id], body: file });

/** How many keys stand in a sealed file, be they whole or not. */
export const countKeys = ({ stanzas }: AgeHeader): number =>
  stanzas.filter(({ args: [kind] }) => kind === KIND).length;

/** The keys in the first lines of a sealed file. Those that are damaged are missing. */
export async function keysInHeader({ stanzas }: AgeHeader): Promise<readonly KeyFile[]> {
  const found: KeyFile[] = [];
  for (const {
    args: [kind, id = ""],
    body,
  } of stanzas) {
    const key = kind === KIND ? await keyFile(id, body) : undefined;
    if (key !== undefined) found.push(key);
  }
  return found;
}
