/**
 * Why an archive is not read at all. The page puts the code and its numbers in words.
 */

export type RefusalCode =
  /** Named like a ZIP, but is none. */
  | "not-a-zip"
  /** The end is missing: most often a download that was cut short. */
  | "truncated"
  /** Check sums or sizes do not agree with the content. */
  | "damaged"
  /** Two readings of the same ZIP are possible, so nobody can say what is in it. */
  | "ambiguous-zip"
  | "encrypted"
  /** One of several volumes. */
  | "split"
  /** Packed with a method browsers cannot unpack; `found` is its number. */
  | "unknown-method"
  /** Two entries share the same bytes. */
  | "overlapping"
  /** The same file is in it twice. */
  | "duplicated"
  | "too-many-entries"
  /** The archive itself is too large; bytes. */
  | "archive-too-large"
  /** One file unpacks to too much; bytes. */
  | "entry-too-large"
  /** All files together unpack to too much; bytes. */
  | "total-too-large"
  /** Unpacks to absurdly many times its size; bytes out for each byte in. */
  | "ratio"
  /** One row is longer than any real one; characters. */
  | "row-too-long"
  /** The browser could not read the file: it was moved, changed or locked meanwhile. */
  | "not-readable"
  /** The sources are archives of different members. */
  | "several-owners";

/** What the refusal is about. Names are for showing only. */
export interface RefusalDetail {
  /** Name of the ZIP or file as chosen. */
  readonly source?: string;
  /** Path inside the ZIP. */
  readonly entry?: string;
  readonly found?: number;
  readonly limit?: number;
}

/** Nothing was taken from any of the sources. */
export class ArchiveRefusal extends Error {
  readonly code: RefusalCode;
  readonly detail: RefusalDetail;

  constructor(code: RefusalCode, detail: RefusalDetail = {}) {
    super(code);
    this.name = "ArchiveRefusal";
    this.code = code;
    this.detail = detail;
  }
}
