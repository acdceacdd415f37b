/** Reads archives off the page's main thread. The page ends it to cancel. */
import type { KnownForImport, PlacedName, WaitingFact } from "../domain/archive-import.ts";
import { people as peopleBook } from "../linkedin/archive/people.ts";
import { readArchive } from "../linkedin/archive/read-archive.ts";
import type { ArchiveReading } from "../linkedin/archive/reading.ts";
import { ArchiveRefusal } from "../linkedin/archive/refusal.ts";
import { archiveParts, type ArchiveParts } from "./archive-parts.ts";
import { preview } from "./archive-preview.ts";
import type { FromWorker, ToWorker } from "./archive-work.ts";

/** At most so often does progress leave the worker (ms). */
const PROGRESS_EVERY_MS = 100;

let known: KnownForImport[] = [];
let waiting: WaitingFact[] = [];
let bearers: PlacedName[] = [];
let own: string[] = [];
let reading: ArchiveReading | undefined;
let parts: ArchiveParts | undefined;

const tell = (message: FromWorker): void => postMessage(message);

async function read({
  importId,
  now,
  sources,
  answers,
}: ToWorker & { ask: "read" }): Promise<void> {
  reading = undefined;
  let toldAt = 0;
  reading = await readArchive(
    sources,
    {
      importId,
      now,
      known,
      waiting,
      bearers,
      own,
      chosen: answers.chosen,
      ...(answers.owner && { owner: answers.owner }),
    },
    undefined,
    (progress) => {
      if (performance.now() - toldAt < PROGRESS_EVERY_MS) return;
      toldAt = performance.now();
      tell({ tell: "progress", progress });
    },
  );
  parts = archiveParts(reading);
  tell({ tell: "read", preview: preview(reading, parts.count) });
}

async function answer(message: ToWorker): Promise<void> {
  switch (message.ask) {
    case "known":
      known.push(...message.people);
      return;
    case "waiting":
      waiting = waiting.concat(message.waiting);
      bearers = bearers.concat(message.bearers);
      own = own.concat(message.own);
      return;
    case "forget-known":
      known = [];
      waiting = [];
      bearers = [];
      own = [];
      return;
    case "read":
      return read(message);
    case "part":
      if (parts === undefined) throw new Error("Nothing was read");
      tell({ tell: "part", part: parts.part(message.part) });
      return;
    case "address": {
      const book = peopleBook();
      const person = book.ofUrl(message.url.trim());
      tell({ tell: "address", aliases: person < 0 ? [] : book.aliases(person) });
    }
  }
}

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  answer(data).catch((error: unknown) => {
    if (error instanceof ArchiveRefusal)
      tell({ tell: "refused", code: error.code, detail: error.detail });
    else tell({ tell: "failed", message: error instanceof Error ? error.message : String(error) });
  });
});
