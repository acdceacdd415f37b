/**
 * Writing in one transaction: all of it is on disk, or nothing.
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from "idb";
import { withRoom } from "./room.ts";

/**
 * Does something in one transaction, and answers when that has been completed. What fails takes back what was done before it.
 *
 * @param work may await nothing but requests of the transaction
 * @throws DOMException `QuotaExceededError` where there is no room, and what else IndexedDB throws; then nothing has changed
 * @throws what `work` throws; then nothing has changed
 */
export function writing<
  Schema extends DBSchema,
  const Names extends ArrayLike<StoreNames<Schema>>,
  Result,
>(
  database: IDBPDatabase<Schema>,
  stores: Names,
  work: (transaction: IDBPTransaction<Schema, Names, "readwrite">) => Promise<Result>,
): Promise<Result> {
  return withRoom(async () => {
    const transaction = database.transaction(stores, "readwrite");
    // What ends the transaction is thrown from the request it broke, or from here; nobody hears it twice.
    transaction.done.catch(() => undefined);
    try {
      const result = await work(transaction);
      await transaction.done;
      return result;
    } catch (error) {
      // Of a transaction that ended for want of room, requests say only that it has ended.
      const cause = transaction.error ?? error;
      try {
        transaction.abort();
      } catch {
        // It has ended by itself.
      }
      throw cause;
    }
  });
}
