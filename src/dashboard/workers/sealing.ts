/** The sealing worker as functions. */
import type { KeyFile } from "../../exchange/backup/folder-key.ts";
import type { SecretKey } from "../../exchange/backup/folder-secret.ts";
import type { OpenedSeal, SealedFile } from "../../exchange/backup/sealed-file.ts";
import type { SealAsked, SealTold } from "./seal-work.ts";
import { startWorker } from "./start-worker.ts";

/** Seals and opens files. What is under way ends when the signal is aborted, and throws its reason. */
export interface Sealing {
  seal(file: Blob, passphrase: string, signal: AbortSignal): Promise<SealedFile>;
  open(file: Blob, passphrase: string, signal: AbortSignal): Promise<OpenedSeal>;
  /** A new key for a folder. */
  makeKey(passphrase: string, signal: AbortSignal): Promise<SecretKey>;
  /** Those of the keys that the passphrase opens. */
  openKeys(
    keys: readonly KeyFile[],
    passphrase: string,
    signal: AbortSignal,
  ): Promise<readonly SecretKey[]>;
}

/** Asks a worker of its own, which ends with the answer: the passphrase stays nowhere. */
function asked(question: SealAsked, signal: AbortSignal): Promise<SealTold> {
  signal.throwIfAborted();
  const worker = startWorker("seal");
  const answered = new Promise<SealTold>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<SealTold>) => {
      if (data.tell === "failed") reject(new Error(data.message));
      else resolve(data);
    });
    worker.addEventListener("error", ({ message }) => reject(new Error(message)));
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
  worker.postMessage(question);
  return answered.finally(() => worker.terminate());
}

const unexpected = (told: SealTold): Error => new Error(`The worker told ${told.tell}`);

/** See {@link Sealing}. */
export const sealing: Sealing = {
  async seal(file, passphrase, signal) {
    const told = await asked({ ask: "seal", file, passphrase }, signal);
    if (told.tell !== "sealed") throw unexpected(told);
    return told.sealed;
  },
  async open(file, passphrase, signal) {
    const told = await asked({ ask: "open", file, passphrase }, signal);
    if (told.tell !== "opened") throw unexpected(told);
    return told.opened;
  },
  async makeKey(passphrase, signal) {
    const told = await asked({ ask: "make-key", passphrase }, signal);
    const [key] = told.tell === "keys" ? told.keys : [];
    if (key === undefined) throw unexpected(told);
    return key;
  },
  async openKeys(keys, passphrase, signal) {
    const told = await asked({ ask: "open-keys", keys, passphrase }, signal);
    if (told.tell !== "keys") throw unexpected(told);
    return told.keys;
  },
};
