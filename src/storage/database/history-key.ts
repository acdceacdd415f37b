/**
 * The key of a history: it makes handles, and marks of erased aliases. The key that is used cannot be read out; a sealed copy goes along
 * with an export if the user wants the list of erased people in it.
 */

/** A key as stored. */
export interface HistoryKey {
  /** `own`, or the name of a key that came with a restored list of erased people. */
  readonly name: string;
  /** HMAC with SHA-256, not extractable. */
  readonly hmac: CryptoKey;
  /** The raw key, sealed with a key that never leaves this database. */
  readonly sealed: { readonly by: CryptoKey; readonly iv: Uint8Array; readonly bytes: ArrayBuffer };
}

/** The two hashes of an alias under one key. */
export interface Tag {
  /** 22 characters of base64url: leads to a person. */
  readonly handle: string;
  /** 22 characters of base64url: tells an erased alias. */
  readonly mark: string;
}
