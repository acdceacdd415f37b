/**
 * Undoing a restore: what it replaced is put back, and what it added goes. What was written since stays.
 */
import type { JsonObject } from "../../domain/records/exported-history.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { RESTORE_UNDO } from "../database/kept-for-undo.ts";
import { forgetKeys } from "../database/keys.ts";
import { inTurn } from "../database/turn.ts";
import { undoableDeletion } from "../records/deletion.ts";
import { renewViewNow } from "../records/renew-view.ts";
import { putAllBack } from "../records/replaced.ts";
import { dropPreparedRestore } from "./restore-preview.ts";
import { withRoom } from "../database/room.ts";

/** What is known of a restore that can be undone. */
export interface UndoHead {
  /** When it was restored (ms). */
  readonly at: number;
  /** The id by which it was committed. */
  readonly restore: string;
  /** The history was begun by it. */
  readonly isNew: boolean;
  /** The settings before, and those of the file, where it has some. */
  readonly settings?: { readonly before: JsonObject; readonly restored: JsonObject };
}

/** The restore that can be undone; `undefined` where there is none, and while people are being deleted who may be in it. */
async function undoHead(database: HistoryDatabase): Promise<UndoHead | undefined> {
  if ((await undoableDeletion(database)) !== undefined) return undefined;
  const [head] = (await database.get("staged", RESTORE_UNDO.head)) ?? [];
  return head as UndoHead | undefined;
}

/** What is known of the restore of this id, where it is the last one that was committed and can be undone. */
export async function doneRestore(
  database: HistoryDatabase,
  restore: string,
): Promise<UndoHead | undefined> {
  const [head] = (await database.get("staged", RESTORE_UNDO.head)) ?? [];
  const known = head as UndoHead | undefined;
  return known?.restore === restore ? known : undefined;
}

/** A restore that nobody confirmed is confirmed after so long (ms): what it replaced may name people who were deleted. */
export const UNDO_FOR_MS = 7 * 86_400_000;

/**
 * Undoes the last restore, all or nothing.
 *
 * @returns what was known of it; `undefined` where there is none to undo
 */
export function undoRestore(database: HistoryDatabase, now: number): Promise<UndoHead | undefined> {
  const undoNow = async (): Promise<UndoHead | undefined> => {
    const head = await undoHead(database);
    if (head === undefined) return undefined;
    await putAllBack(database, RESTORE_UNDO, { restore: { at: now, isNew: head.isNew } });
    forgetKeys(database);
    dropPreparedRestore(database);
    await renewViewNow(database, now);
    return head;
  };
  return inTurn(database, undoNow);
}

/** The user keeps what was restored: what it replaced goes. */
export const keepRestore = (database: HistoryDatabase): Promise<void> =>
  withRoom(() => database.delete("staged", RESTORE_UNDO.all()));

/** The restore that can be undone. What is older than {@link UNDO_FOR_MS} is confirmed. */
export async function undoableRestore(
  database: HistoryDatabase,
  now: number,
): Promise<UndoHead | undefined> {
  const head = await undoHead(database);
  if (head === undefined || now - head.at < UNDO_FOR_MS) return head;
  // On a full disk it is confirmed another time: what is old is not offered, and must not keep anything else from being done.
  await keepRestore(database).catch((error: unknown) => {
    if (!(error instanceof DOMException) || error.name !== "QuotaExceededError") throw error;
  });
  return undefined;
}
