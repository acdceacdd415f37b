/** What archives say in parts, each small enough for one record of the history and one message to the background. */
import type { ImportPart, ShownTogether } from "../domain/archive-import.ts";
import { archiveBodyText } from "../domain/records/archive-body.ts";
import type { ArchiveReading } from "../linkedin/archive/reading.ts";

/** Measured: parts of about this many subjects and less than 64 KiB are written, found and read best. */
const SUBJECTS_IN_PART = 50;
const CHARACTERS_IN_PART = 60_000;

/** The parts of a reading. */
export interface ArchiveParts {
  /**
   * The part with this number, counted from 0; `undefined` after the last one. Parts are made when they are asked for, so that not all of
   * them are in memory at once; asking in order costs least.
   */
  part(number: number): ImportPart | undefined;
}

interface Made {
  readonly part: ImportPart;
  /** Place of the first subject of the next part. */
  readonly next: number;
}

/** The links whose first alias sorts after one text, and not after another. */
function linksBetween(
  links: readonly ShownTogether[],
  after: string,
  upTo: string | undefined,
): readonly ShownTogether[] {
  return links.filter(({ a }) => a > after && (upTo === undefined || a <= upTo));
}

function partFrom(reading: ArchiveReading, number: number, start: number): Made {
  const { subjects, links, madeAt } = reading;
  const bodies: string[] = [];
  let characters = 0;
  let next = start;
  while (next < subjects.length && bodies.length < SUBJECTS_IN_PART) {
    const text = archiveBodyText(reading.bodyOf(next), madeAt);
    characters += text.length + (subjects[next]?.length ?? 0);
    if (bodies.length > 0 && characters >= CHARACTERS_IN_PART) break;
    bodies.push(text);
    next += 1;
  }
  const isLast = next === subjects.length;
  const before = start === 0 ? "" : (subjects[start - 1] ?? "");
  return {
    part: {
      part: number,
      subjects: subjects.slice(start, next),
      bodies,
      links: linksBetween(links, before, isLast ? undefined : subjects[next - 1]),
    },
    next,
  };
}

/** See {@link ArchiveParts}. */
export function archiveParts(reading: ArchiveReading): ArchiveParts {
  /** Where parts begin, as far as is known. */
  const starts = [0];
  return {
    part(number) {
      for (;;) {
        const place = Math.min(number, starts.length - 1);
        const start = starts[place] ?? 0;
        if (start >= reading.subjects.length) return undefined;
        const { part, next } = partFrom(reading, place, start);
        starts[place + 1] = next;
        if (place === number) return part;
      }
    },
  };
}
