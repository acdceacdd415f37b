/**
 * Sealing files with a passphrase, in the age format: https://age-encryption.org/v1. It takes seconds of one thread and 128 MiB, so it
 * belongs in a worker.
 */
import { Decrypter, Encrypter } from "age-encryption";
import { headerCheck, sealedBy } from "./age-header.ts";
import { type ReadPart, readPart } from "./read-stream.ts";

/**
 * Base-2 logarithm of the work that each guess of a passphrase costs. 17 is the least that OWASP asks of scrypt:
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
 */
const WORK = 17;

/** A sealed file. */
export interface SealedFile {
  readonly file: Blob;
  /** See {@link headerCheck}; for the name of the file. */
  readonly check: string;
}

/** What came of opening a sealed file. */
export type OpenedSeal =
  | ({ readonly outcome: "opened" } & ReadPart)
  /** Nothing is opened by this passphrase; or the header is damaged in a place where that looks the same. */
  | { readonly outcome: "wrong-passphrase" }
  /** It is not as it was written, and nothing of it can be opened. */
  | { readonly outcome: "damaged" };

/** Letters that look the same are the same: keyboards write é as one sign or as two. */
const forms = (passphrase: string): ReadonlySet<string> =>
  new Set([passphrase.normalize("NFC"), passphrase, passphrase.normalize("NFD")]);

/** What the library says where no passphrase fits. */
const NO_MATCH = "no identity matched any of the file's recipients";

/** Seals a file. Its passphrase is in Unicode's form C. @param work see {@link WORK}; less only in tests */
export async function sealed(file: Blob, passphrase: string, work = WORK): Promise<SealedFile> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase.normalize("NFC"));
  encrypter.setScryptWorkFactor(work);
  const made = await new Response(await encrypter.encrypt(file.stream())).blob();
  const by = await sealedBy(made);
  if (by.with !== "passphrase") throw new Error("The sealed file has another form than expected");
  return { file: made, check: await headerCheck(by.header) };
}

/** Opens a sealed file, as far as it is undamaged. */
export async function unsealed(file: Blob, passphrase: string): Promise<OpenedSeal> {
  const decrypter = new Decrypter();
  for (const form of forms(passphrase)) decrypter.addPassphrase(form);
  try {
    const opened = await readPart(await decrypter.decrypt(file.stream()));
    if (opened.file.size === 0 && !opened.isWhole) return { outcome: "damaged" };
    return { outcome: "opened", ...opened };
  } catch (error) {
    if (error instanceof DOMException) throw error;
    const isOther = error instanceof Error && error.message === NO_MATCH;
    return { outcome: isOther ? "wrong-passphrase" : "damaged" };
  }
}
