/** The reading worker as functions. */
import type { ImportPart } from "../../domain/records/archive-import.ts";
import type { Alias } from "../../domain/person/person.ts";
import type { ArchiveProgress } from "../../linkedin/archive/read-archive.ts";
import { ArchiveRefusal } from "../../linkedin/archive/files/refusal.ts";
import type { ArchiveContents, FromWorker, ReadAsked, ToWorker } from "./archive-work.ts";

/** What a worker offers and asks for; a stand-in in tests. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  addEventListener(type: "message", listener: (event: { readonly data: FromWorker }) => void): void;
  addEventListener(type: "error", listener: (event: { readonly message?: string }) => void): void;
  terminate(): void;
}

/** The worker ended, or was never able to begin. */
export class ReaderFailure extends Error {}

/** Reads archives in a worker of its own. Ask one thing at a time. */
export interface ArchiveReader {
  /** @throws {ArchiveRefusal} {@link ReaderFailure} */
  read(asked: ReadAsked, onProgress: (progress: ArchiveProgress) => void): Promise<ArchiveContents>;
  /** The part with this number of what was read last; `undefined` after the last one. */
  part(part: number): Promise<ImportPart | undefined>;
  /** The aliases an address of a profile gives; none when it is no such address. */
  address(url: string): Promise<readonly Alias[]>;
  /** Ends the worker; whatever was asked of it is never answered. */
  end(): void;
}

/** Makes the reader around a worker. */
export function archiveReader(worker: WorkerLike): ArchiveReader {
  let hear: ((message: FromWorker) => void) | undefined;
  let fail: ((error: Error) => void) | undefined;
  /** A worker that never began is known to be broken before anything is asked of it. */
  let broken: ReaderFailure | undefined;
  worker.addEventListener("message", ({ data }) => {
    if (data.tell === "refused") fail?.(new ArchiveRefusal(data.code, data.detail));
    else if (data.tell === "failed") fail?.(new ReaderFailure(data.message));
    else hear?.(data);
  });
  worker.addEventListener("error", ({ message }) => {
    broken = new ReaderFailure(message ?? "");
    fail?.(broken);
  });

  const asked = <T>(
    message: ToWorker,
    answer: (told: FromWorker) => { readonly value: T } | undefined,
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      if (broken !== undefined) {
        reject(broken);
        return;
      }
      fail = reject;
      hear = (told) => {
        const found = answer(told);
        if (found !== undefined) resolve(found.value);
      };
      worker.postMessage(message);
    });

  return {
    read: (request, onProgress) =>
      asked({ ask: "read", ...request }, (told) => {
        if (told.tell === "progress") onProgress(told.progress);
        return told.tell === "read" ? { value: told.contents } : undefined;
      }),
    part: (part) =>
      asked({ ask: "part", part }, (told) =>
        told.tell === "part" ? { value: told.part } : undefined,
      ),
    address: (url) =>
      asked({ ask: "address", url }, (told) =>
        told.tell === "address" ? { value: told.aliases } : undefined,
      ),
    end: () => worker.terminate(),
  };
}
