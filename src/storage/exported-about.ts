/**
 * What an export says of the history as a whole, apart from its people.
 */
import type { ExportHead } from "../domain/exported-history.ts";
import { unitedCoverage } from "../domain/coverage-union.ts";
import { addCoverage, storedCoverage } from "./about.ts";
import { storedApart } from "./apart.ts";
import type { HistoryDatabase } from "./database.ts";
import { restoreErased, storedErased } from "./erasures.ts";
import { restoreApart } from "./merge-people.ts";
import { restoreCircles, storedCircles } from "./own-circles.ts";

/** What the head of an export holds of the database. */
export type ExportedAbout = Pick<ExportHead, "coverage" | "apart" | "erased" | "circles">;

/** Reads it. */
export async function exportedAbout(database: HistoryDatabase): Promise<ExportedAbout> {
  const [coverage, apart, erased, circles] = await Promise.all([
    storedCoverage(database),
    storedApart(database),
    storedErased(database),
    storedCircles(database),
  ]);
  return {
    coverage,
    ...(apart.length > 0 && { apart }),
    ...(erased && { erased }),
    ...(circles.length > 0 && { circles }),
  };
}

/** Adds it to a history. Safe to repeat. */
export async function restoreAbout(
  database: HistoryDatabase,
  { coverage, apart = [], erased, circles = [] }: ExportedAbout,
): Promise<void> {
  await restoreApart(database, apart);
  if (erased !== undefined) await restoreErased(database, erased);
  await restoreCircles(database, circles);
  await addCoverage(database, (known) => unitedCoverage(known, coverage));
}
