/** What archives say in parts, each small enough for one message to the background. */
import type { ImportPart, AliasPair } from "../../domain/records/archive-import.ts";
import { archiveBodyText } from "../../domain/records/archive-body.ts";
import type { ArchiveReading } from "../../linkedin/archive/reading.ts";

/**
 * Measured: a message takes 5 ms however small it is, so that parts of a fifth of this size took twice the time to stage. Records of the
 * history are smaller, which is the business of storage.
 */
const SUBJECTS_IN_PART = 250;
const CHARACTERS_IN_PART = 300_000;

/** The parts of a reading. */
export interface ArchiveParts {
  /**
   * The part with this number, counted from 0; `undefined` after the last one. Parts are made when they are asked for, so that not all of
   * them are in memory at once; asking in order costs least.
   */
  part(number: number): ImportPart | undefined;
}

interface MadePart {
  readonly part: ImportPart;
  /** Place of the first subject of the next part. */
  readonly next: number;
}

type LinksOf = ReadonlyMap<string, readonly AliasPair[]>;

/** Each link with a subject it is about; those of nobody else, which are the owner's, with the last one. */
function linksBySubject({ subjects, links }: ArchiveReading): LinksOf {
  const found = new Map<string, AliasPair[]>();
  const known = new Set<string>(links.length === 0 ? [] : subjects);
  for (const link of links) {
    const subject = [link.a, link.b].find((alias) => known.has(alias)) ?? subjects.at(-1) ?? "";
    const same = found.get(subject);
    if (same === undefined) found.set(subject, [link]);
    else same.push(link);
  }
  return found;
}

function partFrom(
  reading: ArchiveReading,
  linksOf: LinksOf,
  number: number,
  start: number,
): MadePart {
  const { subjects, madeAt } = reading;
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
  const inPart = subjects.slice(start, next);
  const links = inPart.flatMap((subject) => linksOf.get(subject) ?? []);
  return { part: { part: number, subjects: inPart, bodies, links }, next };
}

/** See {@link ArchiveParts}. */
export function archiveParts(reading: ArchiveReading): ArchiveParts {
  /** Where parts begin, as far as is known. */
  const starts = [0];
  const linksOf = linksBySubject(reading);
  return {
    part(number) {
      for (;;) {
        const place = Math.min(number, starts.length - 1);
        const start = starts[place] ?? 0;
        if (start >= reading.subjects.length) return undefined;
        const { part, next } = partFrom(reading, linksOf, place, start);
        starts[place + 1] = next;
        if (place === number) return part;
      }
    },
  };
}
