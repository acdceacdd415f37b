/**
 * Whether everything that a database holds can be read.
 */
import { HISTORY_STORES, type HistoryDatabase } from "./database.ts";

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
