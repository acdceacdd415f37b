/**
 * Where the user worked, as far as the history knows.
 */
import { ownCompanies, type OwnCompanies } from "../domain/own-companies.ts";
import type { HistoryDatabase } from "./database.ts";
import { storedCircles } from "./own-circles.ts";

/** The user's companies; none before an archive was imported or an export restored. */
export async function storedOwnCompanies(database: HistoryDatabase): Promise<OwnCompanies> {
  return ownCompanies(await storedCircles(database));
}
