/**
 * What an archive says of one subject, as text. Moments that are those of the archive itself are left out, so that the text of next
 * month's archive is equal where nothing changed, and is stored once.
 */
import type { PackedInteractions } from "../interactions/interaction-columns.ts";
import type { CareerSighting } from "../person/person.ts";
import type { SaidOfPerson, SaidOfPost } from "./statement.ts";

/** What an archive can say of a person or a post. */
export type ArchiveBody = Pick<SaidOfPerson, "names" | "career" | "facts"> &
  Pick<SaidOfPost, "authors">;

/** A body as it is stored. */
interface StoredBody {
  /** Names, that to show first. */
  readonly names?: readonly string[];
  readonly career?: readonly (Omit<CareerSighting, "at" | "until"> & {
    /** Absent where it is the moment of the archive. */
    readonly at?: number;
    readonly until?: number;
  })[];
  readonly facts?: PackedInteractions;
  /** The post is the owner's own. */
  readonly own?: true;
}

/**
 * The text of a body. Equal bodies have equal texts.
 *
 * @param madeAt the moment of the archive (ms)
 */
export function archiveBodyText(
  { names = [], career = [], facts, authors = [] }: ArchiveBody,
  madeAt: number,
): string {
  const stored: StoredBody = {
    ...(names.length > 0 && { names: names.map(({ value }) => value) }),
    ...(career.length > 0 && {
      career: career.map(({ company, title, headline, at, until }) => ({
        ...(company !== undefined && { company }),
        ...(title !== undefined && { title }),
        ...(headline !== undefined && { headline }),
        ...(at !== madeAt && { at }),
        ...(until !== madeAt && { until }),
      })),
    }),
    ...(facts && facts.count > 0 && { facts }),
    ...(authors.some(({ alias }) => alias === undefined) && { own: true as const }),
  };
  return JSON.stringify(stored);
}

/** The body of a text. `madeAt` is the moment of the archive (ms). */
export function archiveBody(text: string, madeAt: number): ArchiveBody {
  const { names, career, facts, own } = JSON.parse(text) as StoredBody;
  return {
    // The first name is the one to show: the others count as seen before it.
    ...(names && { names: names.map((value, place) => ({ value, at: madeAt - place })) }),
    ...(career && { career: career.map((one) => ({ at: madeAt, until: madeAt, ...one })) }),
    ...(facts && { facts }),
    ...(own && { authors: [{ days: [] }] }),
  };
}

/** The names that a body begins with. */
const NAMES = /^\{"names":(\["(?:[^"\\]|\\.)*"(?:,"(?:[^"\\]|\\.)*")*\])/;

/** The names in the text of a body, without reading the rest of it; that to show first. */
export function namesInBody(text: string): readonly string[] {
  const found = NAMES.exec(text)?.[1];
  return found === undefined ? [] : (JSON.parse(found) as readonly string[]);
}
