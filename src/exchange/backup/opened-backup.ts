/**
 * A file that was chosen for a restore, as the lines of a history: unsealed and unpacked where it has to be.
 */
import { type AgeHeader, headerCheck, isSealed, sealedBy } from "./age-header.ts";
import { checkInName, kindOfName } from "./backup-name.ts";
import { countKeys, keysInHeader } from "./folder-key.ts";
import { unzipped } from "./gzip.ts";
import type { OpenedSeal } from "./sealed-file.ts";

/** Opens the seal of a file with a passphrase, see `unsealedFile`. */
export type Unsealing = (file: Blob, passphrase: string) => Promise<OpenedSeal>;

/** What a chosen file is before a passphrase is known. */
export type ChosenFile =
  /** Nothing is sealed. */
  | { readonly kind: "open" }
  | { readonly kind: "sealed" }
  /** It was sealed, and its first lines are damaged, so that no passphrase opens it. */
  | { readonly kind: "damaged-seal" }
  /** It is sealed with a key, by somebody else than Tielight. */
  | { readonly kind: "other-seal" };

/** What a file is that is sealed with keys. One of a folder has them in it, sealed with its passphrase. */
async function keySealed(header: AgeHeader | undefined): Promise<ChosenFile> {
  if (header === undefined) return { kind: "damaged-seal" };
  if (countKeys(header) === 0) return { kind: "other-seal" };
  return { kind: (await keysInHeader(header)).length > 0 ? "sealed" : "damaged-seal" };
}

/** See {@link ChosenFile}. */
export async function chosenFile(file: Blob, name: string): Promise<ChosenFile> {
  if (!(await isSealed(file)) && kindOfName(name) !== "sealed") return { kind: "open" };
  const by = await sealedBy(file);
  if (by.with === "key") return keySealed(by.header);
  if (by.with === "damaged") return { kind: "damaged-seal" };
  const check = checkInName(name);
  const isDamaged = check !== undefined && check !== (await headerCheck(by.header));
  return { kind: isDamaged ? "damaged-seal" : "sealed" };
}

/** The two bytes that every packed file begins with. */
const GZIP = [0x1f, 0x8b] as const;

/** Whether a file is packed, by its first bytes. */
export async function isPacked(file: Blob): Promise<boolean> {
  const start = new Uint8Array(await file.slice(0, GZIP.length).arrayBuffer());
  return GZIP.every((byte, place) => start[place] === byte);
}

/**
 * The lines in a file that is not sealed: the file itself, or what is packed in it. Of a damaged one those before the damage.
 *
 * @throws what the browser throws that no longer has the file
 */
export async function unpackedLines(file: Blob): Promise<Blob> {
  return (await isPacked(file)) ? (await unzipped(file)).file : file;
}

/** The lines in a sealed file, or why there are none. */
export type UnsealedLines =
  | { readonly lines: Blob }
  | { readonly problem: "wrong-passphrase" | "damaged" };

/** See {@link UnsealedLines}. */
export async function unsealedLines(
  file: Blob,
  passphrase: string,
  unseal: Unsealing,
): Promise<UnsealedLines> {
  const opened = await unseal(file, passphrase);
  if (opened.outcome !== "opened") return { problem: opened.outcome };
  const lines = await unpackedLines(opened.file);
  return lines.size === 0 ? { problem: "damaged" } : { lines };
}
