/** Stands in for the worker: reads in the same thread, with the same messages back and forth. */
import type {
  ImportPart,
  KnownForImport,
  PlacedName,
  WaitingFact,
} from "../../src/domain/archive-import.ts";
import { archiveParts, type ArchiveParts } from "../../src/dashboard/archive-parts.ts";
import { preview } from "../../src/dashboard/archive-preview.ts";
import type { ArchiveReader } from "../../src/dashboard/archive-reader.ts";
import { people as peopleBook } from "../../src/linkedin/archive/people.ts";
import { readArchive } from "../../src/linkedin/archive/read-archive.ts";

/** A reader without a worker. `held` keeps every reading from ending until it is called. */
export function readerOfTests(hold?: Promise<void>): ArchiveReader {
  let known: KnownForImport[] = [];
  let waiting: WaitingFact[] = [];
  let bearers: PlacedName[] = [];
  let own: string[] = [];
  let parts: ArchiveParts | undefined;
  return {
    tellKnown: (people) => void known.push(...people),
    tellWaiting: (told) => {
      waiting.push(...told.waiting);
      bearers.push(...told.bearers);
      own.push(...told.own);
    },
    forgetKnown: () => {
      known = [];
      waiting = [];
      bearers = [];
      own = [];
    },
    async read({ importId, now, sources, answers: { chosen, owner } }, onProgress) {
      const options = {
        importId,
        now,
        known,
        waiting,
        bearers,
        own,
        chosen,
        ...(owner && { owner }),
      };
      const reading = await readArchive(sources, options, undefined, onProgress);
      await hold;
      parts = archiveParts(reading);
      return preview(reading, parts.count);
    },
    async part(number): Promise<ImportPart> {
      if (parts === undefined) throw new Error("Nothing was read");
      return parts.part(number);
    },
    async address(url) {
      const book = peopleBook();
      const person = book.ofUrl(url);
      return person < 0 ? [] : book.aliases(person);
    },
    end: () => undefined,
  };
}
