/**
 * Where what an act replaced lies among restores that are staged, as long as the act can be undone.
 */
import type { StagedKey } from "./database.ts";

/** The places of one act: a head, and the records in parts. */
export interface UndoPlace {
  readonly head: StagedKey;
  readonly part: (part: number) => StagedKey;
  /** All parts, without the head. */
  readonly parts: () => IDBKeyRange;
  readonly all: () => IDBKeyRange;
}

/** The ids of restores are random: none is like these. */
const undoPlace = (id: "undo" | "deletion"): UndoPlace => ({
  head: [id, -1],
  part: (part) => [id, part],
  parts: () => IDBKeyRange.bound([id, 0], [id, Infinity]),
  all: () => IDBKeyRange.bound([id, -1], [id, Infinity]),
});

/** Of the last restore. */
export const RESTORE_UNDO = undoPlace("undo");

/** Of the last deletion of people. */
export const DELETION_UNDO = undoPlace("deletion");

/** Whether something that is staged is kept to undo an act. */
export const isKeptForUndo = ([id]: StagedKey): boolean =>
  [RESTORE_UNDO, DELETION_UNDO].some(({ head }) => head[0] === id);
