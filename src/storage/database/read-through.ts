/**
 * Reading a database of which perhaps not everything can be read.
 */
import type { IDBPObjectStore, StoreNames } from "idb";
import { HISTORY_STORES, type HistoryDatabase, type HistorySchema } from "./database.ts";

/** Reads from one store in a transaction of its own: what fails costs nothing else. @throws what IndexedDB throws */
export async function readAlone<Name extends StoreNames<HistorySchema>, T>(
  database: HistoryDatabase,
  store: Name,
  read: (store: IDBPObjectStore<HistorySchema, [Name], Name, "readonly">) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(store);
  // What is thrown is thrown by the request that it broke.
  transaction.done.catch(() => undefined);
  return read(transaction.objectStore(store));
}

/** Reads every record of a history once, and keeps none. @throws what IndexedDB throws where the files are damaged */
export async function readThrough(database: HistoryDatabase): Promise<void> {
  const transaction = database.transaction(HISTORY_STORES);
  // What is thrown is thrown by the request that it broke.
  transaction.done.catch(() => undefined);
  for (const store of HISTORY_STORES)
    for (
      let cursor = await transaction.objectStore(store).openCursor();
      cursor;
      cursor = await cursor.continue()
    );
}
