/**
 * The part of the protocol by which the history page brings an archive in. Part of what our own pages may ask, see messages.ts.
 *
 * An import is staged part by part, committed as a whole, and can be undone. Every question is safe to repeat: parts have numbers,
 * and an import that is done is not done again.
 */
import type {
  ImportHead,
  ImportOutcome,
  ImportPart,
  KnownForImport,
  LoggedImport,
  WaitingForImport,
} from "./domain/archive-import.ts";
import type { Alias } from "./domain/person.ts";

/** A history an archive may belong to. */
export interface ImportTarget {
  readonly name: string;
  readonly aliases: readonly Alias[];
  readonly ownerName?: string;
  /** Our own pages show this one. */
  readonly shown: boolean;
}

/** Whose archive it is. */
export interface ImportOwner {
  /** At least one. */
  readonly aliases: readonly Alias[];
  readonly name?: string;
}

export interface ImportQuestions<Trouble> {
  /** Why nothing could be written, asked before anything is read; `undefined` when it can. */
  importTrouble(): Trouble | undefined;
  /** All histories in this browser, with what tells whose an archive is. */
  importTargets(): readonly ImportTarget[];
  /** The next people of a history, in a fixed order, after the given place; the last part has no `next`. */
  knownForImport(asked: { history: string; after: string | undefined; atMost: number }): {
    readonly people: readonly KnownForImport[];
    readonly next?: string;
  };
  /** The next part of what was imported into a history before and waits, or waited, for its person. */
  waitingForImport(asked: {
    history: string;
    after: string | undefined;
    atMost: number;
  }): WaitingForImport & { readonly next?: string };
  /**
   * Makes room for an import into the history of this name, or into a new one. Nothing of it is seen anywhere before it is committed.
   * What an import left behind that never came to its end is dropped. Answers the name of the history, for the questions below.
   */
  beginImport(asked: { head: ImportHead; history: string | undefined }): {
    readonly history: string;
  };
  /** Keeps one part of an import. */
  stageImport(asked: { history: string; id: string; part: ImportPart }): void;
  /**
   * Makes everything staged part of the history, in one transaction, and that history the one our pages show. Refuses with
   * `import-incomplete` when parts are missing, `import-cancelled` when it was cancelled meanwhile, `full` when the disk is.
   */
  commitImport(asked: {
    history: string;
    id: string;
    parts: number;
    owner: ImportOwner;
  }): ImportOutcome;
  /** How many people a commit or an undo under way has written; `undefined` while none is. */
  importProgress(asked: { id: string }): { readonly people: number } | undefined;
  /** Drops an import, also in the middle of its commit. Answers `done` when it was too late for that: then it can be undone. */
  cancelImport(asked: { history: string; id: string }): "cancelled" | "done";
  /** The imports into the history in use, the latest first. */
  imports(): readonly LoggedImport[];
  /** Takes back what an import into the history in use added, and nothing that is known otherwise as well. */
  undoImport(asked: { id: string }): void;
}
