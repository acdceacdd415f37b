/**
 * The imports in the history.
 */
import type { LoggedImport } from "../../domain/records/archive-import.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { groundOf } from "../ground/ground.ts";

/** The imports in the history, the latest first. */
export async function importLog(database: HistoryDatabase): Promise<readonly LoggedImport[]> {
  const { imports } = await groundOf(database);
  return imports
    .flatMap(({ id, at, madeAt, coverage, circles, files, owner, doneAt, outcome }) =>
      doneAt === undefined || outcome === undefined
        ? []
        : [{ id, at, madeAt, coverage, circles, files, owner, doneAt, outcome }],
    )
    .toReversed();
}
