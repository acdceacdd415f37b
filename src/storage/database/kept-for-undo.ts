/**
 * Where what a restore replaced lies among restores that are staged.
 */
import type { StagedKey } from "./database.ts";

/** The id of it; others are random. */
const UNDO = "undo";

/** The place of the head. */
export const UNDO_HEAD: StagedKey = [UNDO, -1];

/** The place of a part of the records. */
export const partOfUndo = (part: number): StagedKey => [UNDO, part];

/** Everything that is kept to undo a restore. */
export const allOfUndo = (): IDBKeyRange => IDBKeyRange.bound(UNDO_HEAD, [UNDO, Infinity]);

/** The same without the head. */
export const recordsOfUndo = (): IDBKeyRange => IDBKeyRange.bound([UNDO, 0], [UNDO, Infinity]);

/** Whether something that is staged is kept to undo a restore. */
export const isOfUndo = ([restore]: StagedKey): boolean => restore === UNDO;
