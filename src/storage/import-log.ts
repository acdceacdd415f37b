/**
 * What was imported, when, and what it gave.
 */
import type { LoggedImport } from "../domain/archive-import.ts";
import type { HistoryDatabase } from "./database.ts";
import { isDone } from "./import-staging.ts";

/** All imports in the history, the latest first. */
export async function importLog(database: HistoryDatabase): Promise<readonly LoggedImport[]> {
  return (await database.getAll("imports")).filter(isDone).sort((a, b) => b.doneAt - a.doneAt);
}
