/** Reads archives off the page's main thread. The page ends it to cancel. */
import { people as peopleBook } from "../../linkedin/archive/gathered/people.ts";
import { readArchive } from "../../linkedin/archive/read-archive.ts";
import { ArchiveRefusal } from "../../linkedin/archive/files/refusal.ts";
import { archiveContents } from "./archive-contents.ts";
import { archiveParts, type ArchiveParts } from "./archive-parts.ts";
import type { FromWorker, ReadAsked, ToWorker } from "./archive-work.ts";

/** At most so often does progress leave the worker (ms). */
const PROGRESS_EVERY_MS = 100;

let parts: ArchiveParts | undefined;

const tell = (message: FromWorker): void => postMessage(message);

async function read({ now, sources, owner }: ReadAsked): Promise<void> {
  parts = undefined;
  let toldAt = 0;
  const options = { now, ...(owner && { owner }) };
  const reading = await readArchive(sources, options, undefined, (progress) => {
    if (performance.now() - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = performance.now();
    tell({ tell: "progress", progress });
  });
  parts = archiveParts(reading);
  tell({ tell: "read", contents: archiveContents(reading) });
}

async function answer(message: ToWorker): Promise<void> {
  switch (message.ask) {
    case "read":
      return read(message);
    case "part": {
      if (parts === undefined) throw new Error("Nothing was read");
      const part = parts.part(message.part);
      tell({ tell: "part", ...(part && { part }) });
      return;
    }
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
