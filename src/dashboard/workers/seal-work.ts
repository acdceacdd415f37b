/** What the page and the worker that seals files tell each other. */
import type { OpenedSeal, SealedFile } from "../../exchange/backup/sealed-file.ts";

/** What the page asks, once in the life of the worker. */
export interface SealAsked {
  readonly ask: "seal" | "open";
  readonly file: Blob;
  readonly passphrase: string;
}

/** What the worker tells. */
export type SealTold =
  | { readonly tell: "sealed"; readonly sealed: SealedFile }
  | { readonly tell: "opened"; readonly opened: OpenedSeal }
  | { readonly tell: "failed"; readonly message: string };
