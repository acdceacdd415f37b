/** What the page and the worker that seals files tell each other. */
import type { KeyFile } from "../../exchange/backup/folder-key.ts";
import type { SecretKey } from "../../exchange/backup/folder-secret.ts";
import type { OpenedSeal, SealedFile } from "../../exchange/backup/sealed-file.ts";

/** What the page asks, once in the life of the worker. */
export type SealAsked = { readonly passphrase: string } & (
  | { readonly ask: "seal" | "open"; readonly file: Blob }
  | { readonly ask: "make-key" }
  | { readonly ask: "open-keys"; readonly keys: readonly KeyFile[] }
);

/** What the worker tells. */
export type SealTold =
  | { readonly tell: "sealed"; readonly sealed: SealedFile }
  | { readonly tell: "opened"; readonly opened: OpenedSeal }
  /** The key that was made, or those that could be opened. */
  | { readonly tell: "keys"; readonly keys: readonly SecretKey[] }
  | { readonly tell: "failed"; readonly message: string };
