/** The reading worker as functions. */
import type { ImportPart, KnownForImport, WaitingForImport } from "../domain/archive-import.ts";
import type { Alias } from "../domain/person.ts";
import type { ArchiveProgress } from "../linkedin/archive/read-archive.ts";
import { ArchiveRefusal } from "../linkedin/archive/refusal.ts";
import type { ArchiveSource } from "../linkedin/archive/sources.ts";
import type { ArchiveAnswers, FromWorker, Preview, ToWorker } from "./archive-work.ts";

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
  /** People the history knows, in parts; to be told before reading. */
  tellKnown(people: readonly KnownForImport[]): void;
  /** What waits for its person already. */
  tellWaiting(told: WaitingForImport): void;
  forgetKnown(): void;
  /** @throws {ArchiveRefusal} {@link ReaderFailure} */
  read(
    asked: {
      readonly importId: string;
      readonly now: number;
      readonly sources: readonly ArchiveSource[];
      readonly answers: ArchiveAnswers;
    },
    onProgress: (progress: ArchiveProgress) => void,
  ): Promise<Preview>;
  part(part: number): Promise<ImportPart>;
  /** The aliases an address of a profile gives; none when it is no such address. */
  address(url: string): Promise<readonly Alias[]>;
  /** Ends the worker; whatever was asked of it is never answered. */
  end(): void;
}

/** Makes the reader around a worker. */
export function archiveReader(worker: WorkerLike): ArchiveReader {
  let hear: ((message: FromWorker) => void) | undefined;
  let fail: ((error: Error) => void) | undefined;
  worker.addEventListener("message", ({ data }) => {
    if (data.tell === "refused") fail?.(new ArchiveRefusal(data.code, data.detail));
    else if (data.tell === "failed") fail?.(new ReaderFailure(data.message));
    else hear?.(data);
  });
  worker.addEventListener("error", ({ message }) => fail?.(new ReaderFailure(message ?? "")));

  const asked = <T>(message: ToWorker, answer: (told: FromWorker) => T | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      fail = reject;
      hear = (told) => {
        const value = answer(told);
        if (value !== undefined) resolve(value);
      };
      worker.postMessage(message);
    });

  return {
    tellKnown: (people) => worker.postMessage({ ask: "known", people }),
    tellWaiting: (told) => worker.postMessage({ ask: "waiting", ...told }),
    forgetKnown: () => worker.postMessage({ ask: "forget-known" }),
    read: (request, onProgress) =>
      asked({ ask: "read", ...request }, (told) => {
        if (told.tell === "progress") onProgress(told.progress);
        return told.tell === "read" ? told.preview : undefined;
      }),
    part: (part) =>
      asked({ ask: "part", part }, (told) => (told.tell === "part" ? told.part : undefined)),
    address: (url) =>
      asked({ ask: "address", url }, (told) =>
        told.tell === "address" ? told.aliases : undefined,
      ),
    end: () => worker.terminate(),
  };
}
