/**
 * What the passphrase of a folder does: it seals the secret half of a key, and opens it. It takes as long as sealing a file with a passphrase
 * does, so it belongs in a worker.
 */
import { bech32 } from "@scure/base";
import { Decrypter, generateIdentity } from "age-encryption";
import { sealedBy } from "./age-header.ts";
import { base64 } from "./base64.ts";
import { fileCheck } from "./file-check.ts";
import { countKeys, type KeyFile, keysInHeader } from "./folder-key.ts";
import { readPart } from "./read-stream.ts";
import { type OpenedSeal, sealed, unsealed } from "./sealed-file.ts";

/** A key with its secret half. */
export interface SecretKey extends KeyFile {
  /** The 32 bytes of the secret half as base64. */
  readonly scalar: string;
}

/** How the program age writes the secret half of a key. */
const IDENTITY = /^AGE-SECRET-KEY-1[\dA-Z]+$/m;

const scalarOf = (identity: string): string => base64(bech32.decodeToBytes(identity).bytes);

/** A new key, sealed with a passphrase. @param work see `sealed`; less only in tests */
export async function madeKey(passphrase: string, work?: number): Promise<SecretKey> {
  const identity = await generateIdentity();
  const { file } = await sealed(new Blob([`${identity}\n`]), passphrase, work);
  return {
    id: await fileCheck(file),
    file: new Uint8Array(await file.arrayBuffer()),
    scalar: scalarOf(identity),
  };
}

/** The secret half as the program age writes it; `undefined` where the passphrase does not open the key. */
async function identityIn({ file }: KeyFile, passphrase: string): Promise<string | undefined> {
  const opened = await unsealed(new Blob([file]), passphrase);
  if (opened.outcome !== "opened" || !opened.isWhole) return undefined;
  return IDENTITY.exec(await opened.file.text())?.[0];
}

/** Those of the keys that the passphrase opens. */
export async function openedKeys(
  keys: readonly KeyFile[],
  passphrase: string,
): Promise<readonly SecretKey[]> {
  const found: SecretKey[] = [];
  for (const key of keys) {
    const identity = await identityIn(key, passphrase);
    if (identity !== undefined) found.push({ ...key, scalar: scalarOf(identity) });
  }
  return found;
}

/** Opens a sealed file, or one of a sealed folder, as far as it is undamaged. */
export async function unsealedFile(file: Blob, passphrase: string): Promise<OpenedSeal> {
  const by = await sealedBy(file);
  if (by.with !== "key" || by.header === undefined) return unsealed(file, passphrase);
  const decrypter = new Decrypter();
  let count = 0;
  const keys = await keysInHeader(by.header);
  for (const key of keys) {
    const identity = await identityIn(key, passphrase);
    if (identity === undefined) continue;
    decrypter.addIdentity(identity);
    count += 1;
  }
  // The passphrase may be that of a key that is damaged.
  if (count === 0)
    return { outcome: keys.length < countKeys(by.header) ? "damaged" : "wrong-passphrase" };
  try {
    const opened = await readPart(await decrypter.decrypt(file.stream()));
    if (opened.file.size === 0 && !opened.isWhole) return { outcome: "damaged" };
    return { outcome: "opened", ...opened };
  } catch (error) {
    if (error instanceof DOMException) throw error;
    return { outcome: "damaged" };
  }
}
