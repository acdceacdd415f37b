/**
 * Deleting somebody for good, with nothing left to undo.
 */
import type { PersonId } from "../../src/domain/person/person.ts";
import type { HistoryDatabase } from "../../src/storage/database/database.ts";
import { beginDeletion, finishDeletion } from "../../src/storage/records/deletion.ts";

/** See the file. */
export async function forget(database: HistoryDatabase, id: PersonId, now: number): Promise<void> {
  await beginDeletion(database, [id], now);
  await finishDeletion(database);
}
