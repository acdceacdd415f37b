/** Stands in for the worker: reads in the same thread, with the same messages back and forth. */
import { archiveContents } from "../../src/dashboard/reader/archive-contents.ts";
import { archiveParts, type ArchiveParts } from "../../src/dashboard/reader/archive-parts.ts";
import type { ArchiveReader } from "../../src/dashboard/reader/archive-reader.ts";
import { people as peopleBook } from "../../src/linkedin/archive/gathered/people.ts";
import { readArchive } from "../../src/linkedin/archive/read-archive.ts";

/** What a reader was asked for. */
export interface ReaderLog {
  reads: number;
  ended: number;
}

/** A reader without a worker. `held` keeps every reading from ending until it is called. */
export function readerOfTests(hold?: Promise<void>, log?: ReaderLog): ArchiveReader {
  let parts: ArchiveParts | undefined;
  return {
    async read({ now, sources, owner }, onProgress) {
      if (log) log.reads += 1;
      const options = { now, ...(owner && { owner }) };
      const reading = await readArchive(sources, options, undefined, onProgress);
      await hold;
      parts = archiveParts(reading);
      return archiveContents(reading);
    },
    async part(number) {
      if (parts === undefined) throw new Error("Nothing was read");
      return parts.part(number);
    },
    async address(url) {
      const book = peopleBook();
      const person = book.ofUrl(url);
      return person < 0 ? [] : book.aliases(person);
    },
    end() {
      if (log) log.ended += 1;
    },
  };
}
