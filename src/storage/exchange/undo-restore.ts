/**
 * Undoing a restore: what it replaced is put back, and what it added goes. What was written since stays.
 */
import {
  type HistoryDatabase,
  historyTransaction,
  type HistoryTransaction,
} from "../database/database.ts";
import { allOfUndo, recordsOfUndo } from "../database/kept-for-undo.ts";
import { forgetKeys } from "../database/keys.ts";
import { inTurn } from "../database/turn.ts";
import { outdate } from "../derived/version.ts";
import { partsFrom } from "../ground/parts.ts";
import { renewView } from "../records/renew-view.ts";
import { dropPreparedRestore } from "./restore-preview.ts";
import { markOf, RECORD_STORES, type ReplacedRecord, undoHead, type UndoHead } from "./replaced.ts";
import { withRoom } from "../database/room.ts";

/** A restore that nobody confirmed is confirmed after so long (ms): what it replaced may name people who were deleted. */
export const UNDO_FOR_MS = 7 * 86_400_000;

/** Puts one record back, unless it was written since. */
async function putBack(
  transaction: HistoryTransaction,
  { store: name, key, before, after }: ReplacedRecord,
  isReferredTo: (source: IDBValidKey) => boolean,
): Promise<void> {
  const store = transaction.objectStore(name);
  if (markOf(await store.get(key as never)) !== after) return;
  if (before === undefined) {
    // What a later import says may be kept in this one.
    if (name === "imports" && isReferredTo(key)) return;
    await store.delete(key as never);
    if (name === "imports")
      await transaction.objectStore("parts").delete(partsFrom(key as `archive:${string}`));
  } else if (name === "parts")
    await transaction.objectStore(name).put(before as never, key as never);
  else await store.put(before as never);
}

/**
 * Undoes the last restore, all or nothing.
 *
 * @returns what was known of it; `undefined` where there is none to undo
 */
export async function undoRestore(
  database: HistoryDatabase,
  now: number,
): Promise<UndoHead | undefined> {
  const undoNow = async (): Promise<UndoHead | undefined> => {
    const head = await undoHead(database);
    if (head === undefined) return undefined;
    const records = (
      await database.getAll("staged", recordsOfUndo())
    ).flat() as readonly ReplacedRecord[];
    const referred = new Set<IDBValidKey>(
      (await database.getAll("imports")).flatMap(({ refersTo }) => refersTo),
    );
    const transaction = historyTransaction(database);
    try {
      for (const store of RECORD_STORES)
        for (const one of records)
          if (one.store === store)
            await putBack(transaction, one, (source) => referred.has(source));
      await transaction.objectStore("staged").delete(allOfUndo());
      // The view is made of what is there now; where this background ends before, the next one makes it.
      await transaction.objectStore("names").clear();
      await outdate(transaction);
      await transaction.done;
    } catch (error) {
      transaction.done.catch(() => undefined);
      try {
        transaction.abort();
      } catch {
        // It has ended by itself.
      }
      throw error;
    }
    forgetKeys(database);
    dropPreparedRestore(database);
    return head;
  };
  const undone = await inTurn(database, () => withRoom(undoNow));
  if (undone !== undefined) await renewView(database, now);
  return undone;
}

/** The user keeps what was restored: what it replaced goes. */
export const keepRestore = (database: HistoryDatabase): Promise<void> =>
  withRoom(() => database.delete("staged", allOfUndo()));

/** The restore that can be undone. What is older than {@link UNDO_FOR_MS} is confirmed. */
export async function undoableRestore(
  database: HistoryDatabase,
  now: number,
): Promise<UndoHead | undefined> {
  const head = await undoHead(database);
  if (head === undefined || now - head.at < UNDO_FOR_MS) return head;
  await keepRestore(database);
  return undefined;
}
