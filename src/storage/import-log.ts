/**
 * What was imported, when, and what it gave.
 */
import type { ImportedCircle, LoggedImport } from "../domain/archive-import.ts";
import type { HistoryDatabase } from "./database.ts";
import { isDone } from "./import-staging.ts";

/** All imports in the history, the latest first. */
export async function importLog(database: HistoryDatabase): Promise<readonly LoggedImport[]> {
  return (await database.getAll("imports")).filter(isDone).sort((a, b) => b.doneAt - a.doneAt);
}

/** Where the owner worked and studied, and what they follow, as the archives say; each once. */
export async function storedCircles(database: HistoryDatabase): Promise<readonly ImportedCircle[]> {
  const circles = (await importLog(database)).flatMap(({ circles: theirs }) => theirs);
  return [...new Map(circles.map((circle) => [JSON.stringify(circle), circle])).values()];
}
