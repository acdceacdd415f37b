/**
 * What is asked of a staged import, and what stands against it.
 */
import type { ImportOwner, NamedAnswer } from "../../domain/records/archive-import.ts";

/** See the file. */
export interface ImportAsked {
  /** How many parts were staged. */
  readonly parts: number;
  readonly owner: ImportOwner;
  /** The user's answers to the question who a name is. */
  readonly named: readonly NamedAnswer[];
}

/** How a long step is followed and cancelled. */
export interface StepControl {
  readonly signal?: AbortSignal;
  /** Is given how many people are done. */
  readonly progress?: (people: number) => void;
}

/** The import was dropped, or parts of it never came. */
export class ImportIncomplete extends Error {
  override readonly name = "ImportIncomplete";
}

/** The history changed since the preview. */
export class HistoryMoved extends Error {
  override readonly name = "HistoryMoved";
}
