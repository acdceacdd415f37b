/**
 * What one import adds to a history, kept apart from what everybody else says, so that it can be taken back.
 */
import { comparedName } from "./compared-name.ts";
import type { ArchiveSpan } from "./coverage.ts";
import type { PackedInteractions } from "./interaction-columns.ts";
import type { Interaction, SourceId } from "./interaction.ts";
import type { Alias, CareerSighting, Dated } from "./person.ts";

/** What somebody says of a person besides interactions. */
export interface SaidOfPerson {
  /** Sorted, unique. */
  readonly aliases: readonly Alias[];
  /** `""` at 0 where nobody gave a name. */
  readonly name: Dated<string>;
  readonly career: readonly CareerSighting[];
  /**
   * What an import without an address of theirs calls them, see {@link nameSubject}: it says all this of whoever bears one of these
   * names, and no longer of this person when nobody else says they do.
   */
  readonly under?: readonly string[];
}

/** One person as an import brings it. */
export interface ImportedPerson extends SaidOfPerson {
  /** In the order of `compareInteractions`, each fact once, said by this import alone. */
  readonly interactions: PackedInteractions;
}

/** Somebody the history knows, as far as reading an archive needs it. */
export interface KnownForImport {
  readonly aliases: readonly Alias[];
  /** Empty when nobody gave one. */
  readonly name: string;
  readonly career: readonly CareerSighting[];
  readonly interactions: PackedInteractions;
}

/**
 * Something that counts for somebody as soon as it is known who that is: a reaction or comment of the owner, whose author a page may
 * show, or what an archive says of a mere name, which another archive may tell the address of.
 */
export interface WaitingFact {
  /** Post or comment whose author is waited for, see {@link subjectOf}, or a name, see {@link nameSubject}. */
  readonly subject: string;
  readonly interaction: Interaction;
}

/** Where the owner worked, studied, or what they follow. */
export interface ImportedCircle {
  readonly kind: "company" | "school" | "followed";
  readonly name: string;
  readonly title?: string;
  readonly from?: number;
  readonly to?: number;
}

/** Whose a name is that facts wait under, as far as is known at an import. */
export interface PlacedName {
  readonly subject: string;
  /** Empty when nobody, or several bear it: then what was counted for somebody before no longer is. */
  readonly aliases: readonly Alias[];
  /** The rows of this import call them so; otherwise that is known from elsewhere. */
  readonly told?: true;
}

/** What an archive has to be told of what waits. */
export interface WaitingForImport {
  readonly waiting: readonly WaitingFact[];
  /** Whom facts of names are counted for. */
  readonly bearers: readonly PlacedName[];
  /** Posts that are the owner's own, as earlier imports say: nobody's person to wait for. */
  readonly own: readonly string[];
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

/** What is said of an import before its parts come. */
export interface ImportHead {
  /** Its facts have the source `archive:<id>`. */
  readonly id: string;
  /** When the user began it (ms). */
  readonly at: number;
  /** When the newest of its archives was made (ms), 0 when nothing says so. */
  readonly madeAt: number;
  readonly coverage: readonly ArchiveSpan[];
  readonly circles: readonly ImportedCircle[];
  readonly files: readonly ImportedFile[];
}

/** Parts come in any order, any of them several times. */
export interface ImportPart {
  /** Counted from 0. */
  readonly part: number;
  readonly people: readonly ImportedPerson[];
  readonly waiting: readonly WaitingFact[];
  readonly placed: readonly PlacedName[];
  /** The owner's own posts, as {@link subjectOf} names them. */
  readonly own: readonly string[];
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

/** An import in the log. */
export interface LoggedImport extends ImportHead {
  /** When it was done (ms). */
  readonly doneAt: number;
  readonly outcome: ImportOutcome;
}

/** The source of an import's facts. */
export const importSource = (id: string): SourceId => `archive:${id}`;

/**
 * The source of a fact that one import states of a mere name, and another one (or itself) tells the person of. It is taken back with
 * either, and when the name turns out to be several people's.
 *
 * @param named source of the fact
 * @param id the import that tells whose name it is
 */
export const jointSource = (named: SourceId, id: string): SourceId =>
  `archive:${named.slice(8)}_${id}`;

/** Whether a source states a fact by name only. */
export const isJoint = (source: SourceId): boolean => source.includes("_");

const NAME = "name:";

/** What facts of a mere name wait under. */
export const nameSubject = (name: string): string => NAME + comparedName(name);

/** The name that is waited for, `undefined` for posts and comments. */
export const nameOfSubject = (subject: string): string | undefined =>
  subject.startsWith(NAME) ? subject.slice(NAME.length) : undefined;

/** The post, or the comment under it, that is waited for. */
export const subjectOf = (post: string, comment: string | undefined): string =>
  comment === undefined ? post : `${post}/${comment}`;

/** Nothing said at all. */
export const NOTHING_SAID: SaidOfPerson = { aliases: [], name: { value: "", at: 0 }, career: [] };
