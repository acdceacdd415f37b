/**
 * The part of the protocol by which the history page brings an archive in. Part of what our own pages may ask, see page-questions.ts.
 *
 * An import is staged part by part, previewed, committed as a whole, and can be undone. Every question is safe to repeat: parts have
 * numbers, and an import that is done is not done again.
 */
import type {
  ImportHead,
  ImportOutcome,
  ImportOwner,
  ImportPart,
  ImportPreview,
  LoggedImport,
  NamedAnswer,
} from "../domain/records/archive-import.ts";
import type { Alias } from "../domain/person/person.ts";

/** A history an archive may belong to. */
export interface ImportTarget {
  readonly name: string;
  readonly aliases: readonly Alias[];
  readonly ownerName?: string;
  /** Our own pages show this one. */
  readonly shown: boolean;
}

/** What is staged, and what the user said about it. */
export interface StagedImport {
  readonly history: string;
  readonly id: string;
  /** How many parts there are. */
  readonly parts: number;
  readonly owner: ImportOwner;
  /** Who is meant by names that may be several people's. */
  readonly named: readonly NamedAnswer[];
}

/** The questions of an import. */
export interface ImportQuestions<Trouble> {
  /** Why nothing could be written, asked before anything is read; `undefined` when it can. */
  importTrouble(): Trouble | undefined;
  /** All histories in this browser, with what tells whose an archive is. */
  importTargets(): readonly ImportTarget[];
  /**
   * Makes room for an import into the history of this name, or into a new one. Nothing of it is seen anywhere before it is committed.
   * What an import left behind that never came to its end is dropped. Answers the name of the history, for the questions below.
   */
  beginImport(asked: { head: ImportHead; history: string | undefined }): {
    readonly history: string;
  };
  /** Keeps one part of an import. Refuses with `import-incomplete` when another import dropped this one. */
  stageImport(asked: { history: string; id: string; part: ImportPart }): void;
  /** Computes what a commit would do; nothing is written. Refuses with `import-incomplete` when parts are missing. */
  previewImport(asked: StagedImport): ImportPreview;
  /**
   * Makes everything staged part of the history, in one transaction, and that history the one our pages show. Refuses with
   * `history-moved` when the history is not the one of the preview any more, `import-incomplete` when parts are missing,
   * `import-cancelled` when it was cancelled meanwhile, `full` when the disk is.
   */
  commitImport(asked: StagedImport & { revision: number }): ImportOutcome;
  /** How many people a preview, a commit or an undo under way has computed; `undefined` while none is. */
  importProgress(asked: { id: string }): { readonly people: number } | undefined;
  /** Drops an import, also in the middle of its commit. Answers `done` when it was too late for that: then it can be undone. */
  cancelImport(asked: { history: string; id: string }): "cancelled" | "done";
  /** The imports into the history in use, the latest first. */
  imports(): readonly LoggedImport[];
  /** Takes back what an import into the history in use added, and nothing that is known otherwise as well. */
  undoImport(asked: { id: string }): void;
}
