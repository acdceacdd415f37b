/**
 * Where the user worked, as the archives in the history say.
 */
import { ownCompanies, type OwnCompanies } from "../domain/own-companies.ts";
import type { HistoryDatabase } from "./database.ts";
import { importLog } from "./import-log.ts";

/** The user's companies; none before an archive was imported. */
export async function storedOwnCompanies(database: HistoryDatabase): Promise<OwnCompanies> {
  const imports = await importLog(database);
  return ownCompanies(imports.toReversed().flatMap(({ circles }) => circles));
}
