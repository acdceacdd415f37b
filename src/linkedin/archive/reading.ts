/** What reading an archive gives: everything the preview shows, and everything an import stages. */
import type { ImportedCircle, AliasPair } from "../../domain/records/archive-import.ts";
import type { ArchiveSpan } from "../../domain/tie/coverage.ts";
import type { Alias } from "../../domain/person/person.ts";
import type { ArchiveBody } from "../../domain/records/archive-body.ts";
import type { NameSubject, PostSubject } from "../../domain/records/subject.ts";
import type { RefusedFile } from "./files/file-names.ts";
import type { FileKind } from "./formats/format.ts";
import type { OwnerCandidate, OwnerConfidence } from "./meaning/owner.ts";
import type { Reconciliation } from "./files/tally.ts";

/**
 * What became of a file.
 *
 * - `read`: row by row, see the numbers
 * - `refused`: must not be read, for the reason given
 * - `unreadable`: has the name of a known file, but no line that could be its header; nothing of it was taken
 * - `not-needed`: known, and tells nothing about ties
 * - `unknown`: not known here
 */
export type FileStatus = "read" | "refused" | "unreadable" | "not-needed" | "unknown";

export interface FileReport extends Reconciliation {
  /** As chosen, or inside its ZIP. For showing only. */
  readonly path: string;
  /** Name of the ZIP, or the path again. */
  readonly source: string;
  readonly status: FileStatus;
  readonly kind?: FileKind;
  readonly refusedFor?: RefusedFile;
  /** Its dates are not as the site writes them, and could not be read: a spreadsheet program has saved it. */
  readonly isResaved?: true;
  readonly bytes: number;
}

/** People of the archive who share a name. They stay apart. */
export interface Homonyms {
  readonly name: string;
  readonly people: readonly (readonly Alias[])[];
}

/** What an archive says something of. */
export type ArchiveSubject = Alias | NameSubject | PostSubject;

export interface ArchiveReading {
  /** False when the archive says nothing of anybody, and nothing of the owner: there is nothing to import, and that has to be said. */
  readonly isUsable: boolean;
  readonly owner: {
    /** Empty when no owner is known. */
    readonly aliases: readonly Alias[];
    readonly name?: string;
    readonly confidence: OwnerConfidence;
    readonly candidates: readonly OwnerCandidate[];
  };
  /** When the newest of the archives was made (ms); 0 when there is no date anywhere. */
  readonly madeAt: number;
  readonly files: readonly FileReport[];
  /** Everything the archive says something of, sorted as text, unique. */
  readonly subjects: readonly ArchiveSubject[];
  /** How many subjects are people, by alias or by name. */
  readonly peopleCount: number;
  /** How many interactions are stated of people, by alias or by name. */
  readonly interactionCount: number;
  /** How many reactions and comments are stated of posts. */
  readonly postFactCount: number;
  readonly homonyms: readonly Homonyms[];
  /** Aliases that rows show together. */
  readonly links: readonly AliasPair[];
  readonly circles: readonly ImportedCircle[];
  /** First and last moment (ms) of any interaction; absent without one. */
  readonly span?: { readonly from: number; readonly to: number };
  /** What the archive covers, one entry for each sort of file that has rows. */
  readonly coverage: readonly ArchiveSpan[];
  /** What is said of the subject at this place of `subjects`. */
  bodyOf(place: number): ArchiveBody;
}
