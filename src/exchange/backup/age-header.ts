/**
 * The first lines of a sealed file: https://age-encryption.org/v1. They are text, and say how the key of the file is sealed.
 */
import { bytesOfBase64 } from "./base64.ts";
import { fileCheck } from "./file-check.ts";

/** The first line. */
const FIRST = "age-encryption.org/v1\n";

/** More than any header with a passphrase, or with the few keys that a folder has (bytes). */
const LONGEST = 16_384;

/** Sealed with a passphrase, and nothing else: salt, logarithm of the work, sealed key, checksum of the header. */
const WITH_PASSPHRASE =
  /^age-encryption\.org\/v1\n-> scrypt [\w+/]{22} \d{1,2}\n[\w+/]{43}\n--- [\w+/]{43}\n/;

/** Sealed for keys that the program age knows. */
const WITH_KEY =
  /^age-encryption\.org\/v1\n-> (?:X25519|ssh-rsa|ssh-ed25519|mlkem768x25519|piv-p256) /;

/** One way to the key of the file: what kind it is of and what it needs, and the sealed key. */
export interface Stanza {
  readonly args: readonly string[];
  readonly body: Uint8Array<ArrayBuffer>;
}

/** The first lines, read. */
export interface AgeHeader {
  readonly stanzas: readonly Stanza[];
  /** What the checksum is of. */
  readonly summed: string;
  readonly checksum: Uint8Array<ArrayBuffer>;
  /** Where it ends in the file (bytes). */
  readonly length: number;
}

const HEADER = /^age-encryption\.org\/v1\n((?:-> [^\n]+\n(?:[\w+/]{64}\n)*[\w+/]{0,63}\n)+)---/;
const STANZA = /-> ([^\n]+)\n((?:[\w+/]{64}\n)*[\w+/]{0,63}\n)/g;
const CHECKSUM = /^ ([\w+/]{43})\n/;

const latin1 = new TextDecoder("latin1");

/** How a sealed file is sealed, as its first lines say. */
export type SealedBy =
  /** It can be opened with a passphrase. */
  | { readonly with: "passphrase"; readonly header: string }
  /** It is sealed with keys. Those of a folder stand in it, each sealed with a passphrase. */
  | { readonly with: "key"; readonly header: AgeHeader | undefined }
  /** The first lines are damaged. */
  | { readonly with: "damaged" };

/** Whether a file is sealed, by its first bytes. */
export async function isSealed(file: Blob): Promise<boolean> {
  return latin1.decode(await file.slice(0, FIRST.length).arrayBuffer()) === FIRST;
}

const startOf = async (file: Blob): Promise<string> =>
  latin1.decode(await file.slice(0, LONGEST).arrayBuffer());

function headerIn(start: string): AgeHeader | undefined {
  const [summed, stanzas = ""] = HEADER.exec(start) ?? [];
  if (summed === undefined) return undefined;
  const [end, checksum = ""] = CHECKSUM.exec(start.slice(summed.length)) ?? [];
  if (end === undefined) return undefined;
  try {
    return {
      stanzas: [...stanzas.matchAll(STANZA)].map(([, args = "", body = ""]) => ({
        args: args.split(" "),
        body: bytesOfBase64(body.replaceAll("\n", "")),
      })),
      summed,
      checksum: bytesOfBase64(checksum),
      length: summed.length + end.length,
    };
  } catch {
    // No base64 after all.
    return undefined;
  }
}

/** The first lines of a sealed file; `undefined` where they are damaged. */
export const ageHeader = async (file: Blob): Promise<AgeHeader | undefined> =>
  headerIn(await startOf(file));

/** See {@link SealedBy}. */
export async function sealedBy(file: Blob): Promise<SealedBy> {
  const start = await startOf(file);
  const [header] = WITH_PASSPHRASE.exec(start) ?? [];
  if (header !== undefined) return { with: "passphrase", header };
  return WITH_KEY.test(start) ? { with: "key", header: headerIn(start) } : { with: "damaged" };
}

/** The check of a header. It stands in the name of the file. */
export const headerCheck = (header: string): Promise<string> => fileCheck(new Blob([header]));
