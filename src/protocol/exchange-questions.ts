/**
 * The part of the protocol by which a history leaves and enters Tielight. Part of what our own pages may ask, see page-questions.ts.
 *
 * Exporting reads the history that the page shows. A restore is staged part by part, previewed, and committed as a whole; each of
 * its questions is safe to repeat.
 */
import type { ExportedPerson } from "../domain/directory/exported-person.ts";
import type {
  ExportedRecord,
  ExportHead,
  RecordLine,
  RestorePreview,
} from "../domain/records/exported-history.ts";
import type { PackedInteractions } from "../domain/interactions/interaction-columns.ts";
import type { PersonId } from "../domain/person/person.ts";

/** A line of a file as it is staged. `stagedRecordForm` checks it and makes the record. */
export type StagedRecord = RecordLine<PackedInteractions>;

/** Some records of an export. */
export interface ExportedRecords {
  /** In the order of `recordId`. */
  readonly records: readonly ExportedRecord[];
  /** Where the next part begins; absent in the last one. */
  readonly next?: string;
  /** Names of what could not be read, where that was forgiven. Several parts may name the same. */
  readonly missing?: readonly string[];
}

/** Some people of an export. */
export interface ExportedPeople {
  readonly people: readonly ExportedPerson[];
  /** Where the next part begins; absent in the last one. */
  readonly next?: string;
}

/** Where an export goes on, and how much of it is wanted. */
export interface ExportAsked {
  readonly after: string | undefined;
  readonly atMost: number;
}

/** What an export reads. */
export interface ExportQuestions {
  /** The head of an export. */
  exportHead(): ExportHead;
  /**
   * The next records, without those of erased people unless they are wanted. `readable`: only what can be read is wanted, and what cannot is named.
   */
  exportRecords(
    asked: ExportAsked & { readonly erased: boolean; readonly readable?: boolean },
  ): ExportedRecords;
  /** The next people, for files of other programs. Reading interactions takes seconds before the first part of a large history. */
  exportPeople(asked: ExportAsked & { readonly interactions: boolean }): ExportedPeople;
  /** At most 200 people, in this order. Who is no longer in the history is left out. */
  exportChosen(asked: {
    readonly ids: readonly PersonId[];
    readonly interactions: boolean;
  }): readonly ExportedPerson[];
}

/** What a restore writes. The history is that of the owner in the head, or a new one; it need not be the one that the page shows. */
export interface RestoreQuestions {
  /** Makes room for a restore. Answers the id of it, for the questions below. What an earlier restore left behind is dropped. */
  beginRestore(head: ExportHead): { readonly id: string };
  /** Stores one part. Refuses with `import-incomplete` when another restore dropped this one. */
  stageRestore(asked: {
    readonly id: string;
    readonly part: number;
    readonly records: readonly StagedRecord[];
  }): void;
  /** Computes what a commit would change; nothing is written. */
  previewRestore(asked: { readonly id: string }): RestorePreview;
  /**
   * Makes everything staged part of the history, in one transaction, and that history the one our pages show. Refuses with
   * `history-moved` when the history is not the one of the preview any more, `full` when the disk is.
   */
  commitRestore(asked: { readonly id: string; readonly revision: number }): {
    readonly people: number;
    readonly interactions: number;
  };
  /** As `beginRestore`, for invented people: they come into a history of their own, which is no member's. */
  beginSample(head: ExportHead): { readonly id: string };
  /** As `commitRestore`, for what `beginSample` began: our pages show it, and who is signed in stays as it was. */
  commitSample(asked: { readonly id: string; readonly revision: number }): void;
  /** Drops a restore. */
  cancelRestore(asked: { readonly id: string }): void;
}

/** See the file. */
export interface ExchangeQuestions extends ExportQuestions, RestoreQuestions {}
