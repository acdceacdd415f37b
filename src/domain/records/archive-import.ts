/**
 * One import of archives, as the history page and the history speak of it.
 */
import type { ArchiveSpan } from "../tie/coverage.ts";
import type { SourceId } from "../interactions/interaction.ts";
import type { Alias } from "../person/person.ts";
import type { NameSubject } from "./subject.ts";

/** Where the owner worked, studied, or what they follow. */
export interface ImportedCircle {
  readonly kind: "company" | "school" | "followed";
  readonly name: string;
  readonly title?: string;
  readonly from?: number;
  readonly to?: number;
}

/** What became of the rows of one file, for the log. */
export interface ImportedFile {
  readonly path: string;
  /** Name of the ZIP it was in; the path again for a file in none. */
  readonly source: string;
  readonly rows: number;
  readonly used: number;
  readonly merged: number;
  readonly ambiguous: number;
  readonly skipped: number;
}

/** Whose archive it is. */
export interface ImportOwner {
  /** At least one. */
  readonly aliases: readonly Alias[];
  readonly name?: string;
}

/** What is said of an import before its parts come. */
export interface ImportHead {
  /** Its statements have the source `archive:<id>`. */
  readonly id: string;
  /** When the user began it (ms). */
  readonly at: number;
  /** When the newest of its archives was made (ms), 0 when nothing says so. */
  readonly madeAt: number;
  readonly coverage: readonly ArchiveSpan[];
  readonly circles: readonly ImportedCircle[];
  readonly files: readonly ImportedFile[];
  /** Filled at the commit. */
  readonly owner?: ImportOwner;
}

/** Two aliases that one row of an archive shows together; `a` sorts before `b` as text. */
export interface AliasPair {
  readonly a: Alias;
  readonly b: Alias;
}

/** A part of what archives say. Parts come in any order, any of them several times. */
export interface ImportPart {
  /** Counted from 0. */
  readonly part: number;
  /** Sorted as text, unique; every subject of a later part sorts after all of these. */
  readonly subjects: readonly string[];
  /** What is said of each subject, as `archiveBodyText` writes it. */
  readonly bodies: readonly string[];
  readonly links: readonly AliasPair[];
}

/** The user's answer to the question who a name is. */
export interface NamedAnswer {
  readonly name: NameSubject;
  readonly value: Alias | "somebody-else";
}

/** A name that may be several people's, as the history would know it after the import. */
export interface NameQuestion {
  readonly name: NameSubject;
  /** How many interactions. */
  readonly facts: number;
  readonly candidates: readonly {
    readonly alias: Alias;
    readonly name: string;
    /** Title and company, as far as known. */
    readonly work: string;
    readonly interactions: number;
  }[];
  /** How many more of this name have no alias. */
  readonly strangers: number;
}

/** What an import did to the history. */
export interface ImportOutcome {
  readonly peopleNew: number;
  /** People the history knew before. */
  readonly peopleKnown: number;
  readonly interactionsNew: number;
  /** Interactions that were known before, from a page or another archive. */
  readonly interactionsKnown: number;
  /** Reactions and comments that wait for their person. */
  readonly waiting: number;
  /** People the user had erased; nothing of them was taken. */
  readonly erased: number;
}

/** What a commit of everything staged would do. */
export interface ImportPreview extends ImportOutcome {
  /** The history this was counted on. The commit refuses when it has changed since. */
  readonly revision: number;
  readonly questions: readonly NameQuestion[];
  /** The history does not know this owner yet. */
  readonly ownerNew: boolean;
}

/** An import in the log. */
export interface LoggedImport extends ImportHead {
  /** When it was done (ms). */
  readonly doneAt: number;
  readonly outcome: ImportOutcome;
}

/** The source of an import's statements. */
export const importSource = (id: string): SourceId => `archive:${id}`;

/** A post, or the comment under it, as pages name it. */
export const subjectOf = (post: string, comment: string | undefined): string =>
  comment === undefined ? post : `${post}/${comment}`;
