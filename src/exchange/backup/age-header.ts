/**
 * The first lines of a sealed file: https://age-encryption.org/v1. They are text, and say how the key of the file is sealed.
 */

import { fileCheck } from "./file-check.ts";

/** The first line. */
const FIRST = "age-encryption.org/v1\n";

/** More than any header with one passphrase has (bytes). */
const LONGEST = 4096;

/** Sealed with a passphrase, and nothing else: salt, logarithm of the work, sealed key, checksum of the header. */
const WITH_PASSPHRASE =
  /^age-encryption\.org\/v1\n-> scrypt [\w+/]{22} \d{1,2}\n[\w+/]{43}\n--- [\w+/]{43}\n/;

/** Sealed for keys that the program age knows. */
const WITH_KEY =
  /^age-encryption\.org\/v1\n-> (?:X25519|ssh-rsa|ssh-ed25519|mlkem768x25519|piv-p256) /;

/** How a sealed file is sealed, as its first lines say. */
export type SealedBy =
  /** It can be opened with a passphrase. */
  | { readonly with: "passphrase"; readonly header: string }
  /** It can be opened with a key that Tielight does not have. */
  | { readonly with: "key" }
  /** The first lines are damaged. */
  | { readonly with: "damaged" };

const latin1 = new TextDecoder("latin1");

/** Whether a file is sealed, by its first bytes. */
export async function isSealed(file: Blob): Promise<boolean> {
  return latin1.decode(await file.slice(0, FIRST.length).arrayBuffer()) === FIRST;
}

/** See {@link SealedBy}. */
export async function sealedBy(file: Blob): Promise<SealedBy> {
  const start = latin1.decode(await file.slice(0, LONGEST).arrayBuffer());
  const [header] = WITH_PASSPHRASE.exec(start) ?? [];
  if (header !== undefined) return { with: "passphrase", header };
  return { with: WITH_KEY.test(start) ? "key" : "damaged" };
}

/** The check of a header. It stands in the name of the file. */
export const headerCheck = (header: string): Promise<string> => fileCheck(new Blob([header]));
