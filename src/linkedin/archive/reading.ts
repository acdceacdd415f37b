/** What reading an archive gives: everything the preview shows, and everything an import writes. */
import type { ArchiveSpan } from "../../domain/coverage.ts";
import type { Interaction } from "../../domain/interaction.ts";
import type { Alias, CareerSighting } from "../../domain/person.ts";
import type { PersonSeen } from "../../domain/sighting.ts";
import type { RefusedFile } from "./file-names.ts";
import type { FileKind } from "./form.ts";
import type { Circle } from "./gathered.ts";
import type { OwnerCandidate, OwnerConfidence } from "./owner.ts";
import type { Reconciliation } from "./tally.ts";

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
  readonly bytes: number;
}

/** What the rows of the archive say somebody is, whatever the history knows. */
export interface StatedPerson {
  /** None for somebody whom rows call by name only. */
  readonly aliases: readonly Alias[];
  readonly name?: string;
  /** By which names rows mean somebody without an address. */
  readonly names: readonly string[];
}

/** Somebody the archive tells something about. */
export interface FoundPerson {
  readonly stated: StatedPerson;
  /** With the newest company and title. */
  readonly person: PersonSeen;
  readonly career: readonly CareerSighting[];
  /** The owner follows them. */
  readonly isFollowed: boolean;
  /** The history knew them before, by one of the aliases. */
  readonly isKnown: boolean;
  readonly interactionCount: number;
}

/** A reaction or comment of the owner under a post whose author is not known yet. */
export interface WaitingInteraction {
  /** `activity:…`, `ugcPost:…`, `share:…` or `groupPost:…`. */
  readonly post: string;
  /** The comment that is meant, where it is not the post itself. */
  readonly comment?: string;
  /** Counts for the author, once known. Its `ref` is the comment where there is one, else the post. */
  readonly interaction: Interaction;
}

/** What the archive says of a mere name. Another archive may tell whose it is, or that it is several people's. */
export interface NamedInteraction {
  readonly name: string;
  readonly interaction: Interaction;
}

/** Whose a name is. */
export interface PlacedPerson {
  readonly name: string;
  readonly aliases: readonly Alias[];
  /** Rows call them so. */
  readonly isTold: boolean;
}

/** A name that rows bear without an address, and that several people share. */
export interface OpenName {
  readonly name: string;
  readonly rows: number;
  /** The aliases of each of them; answer with one alias in the `chosen` of the next reading. */
  readonly candidates: readonly (readonly Alias[])[];
}

/** People of the archive who share a name. They stay apart. */
export interface Homonyms {
  readonly name: string;
  readonly people: readonly (readonly Alias[])[];
}

export interface ArchiveReading {
  /** False when not one row could be used and none waits for a choice or another archive: there is nothing to import, and that has to be said. */
  readonly isUsable: boolean;
  readonly owner: {
    /** Empty when nobody is known to be it. */
    readonly aliases: readonly Alias[];
    readonly name?: string;
    readonly confidence: OwnerConfidence;
    readonly candidates: readonly OwnerCandidate[];
  };
  /** When the newest of the archives was made (ms); 0 when there is no date anywhere. */
  readonly madeAt: number;
  readonly files: readonly FileReport[];
  /** In the order of their aliases. */
  readonly people: readonly FoundPerson[];
  readonly interactionCount: number;
  readonly openNames: readonly OpenName[];
  readonly homonyms: readonly Homonyms[];
  readonly waiting: readonly WaitingInteraction[];
  /** The same under posts that an earlier import says are the owner's own: they wait for nobody unless that import is taken back. */
  readonly underOwnPosts: readonly WaitingInteraction[];
  /** The owner's own posts. */
  readonly ownPosts: readonly string[];
  readonly named: readonly NamedInteraction[];
  /**
   * Whose these names are as far as is known now, and those that earlier imports kept; without aliases where that is not known. What
   * was said of them is among the interactions of these people.
   */
  readonly placed: readonly PlacedPerson[];
  /** How many interactions of earlier imports find their person. */
  readonly placedCount: number;
  readonly circles: readonly Circle[];
  /** First and last moment (ms) of any interaction; absent without one. */
  readonly span?: { readonly from: number; readonly to: number };
  /** What the archive covers, one entry for each sort of file that was read. */
  readonly coverage: readonly ArchiveSpan[];
  /** The interactions with the person at this index of `people`, in the order of `compareInteractions`. */
  interactionsOf(index: number): readonly Interaction[];
}
