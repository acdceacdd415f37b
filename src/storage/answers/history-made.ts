/**
 * What a history was made of so far, as far as it tells one that was begun by mistake.
 */
import type { HistoryMade } from "../../domain/person/owner.ts";
import { HISTORY } from "../../domain/records/subject.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { storedCounts } from "../view/about.ts";

/** As many statements as are read: a history of a few visits holds no more. */
const ENOUGH = 100;

/** Visits, and everything else. Costs the same however much the history holds. */
export async function historyMade(
  database: HistoryDatabase,
): Promise<Pick<HistoryMade, "visits" | "others">> {
  const [{ interactions }, words, imports, statements] = await Promise.all([
    storedCounts(database),
    database.count("registers"),
    database.count("imports"),
    database.getAll("statements", undefined, ENOUGH),
  ]);
  const visits = statements.reduce(
    (sum, { body }) => sum + ("visits" in body ? (body.visits?.length ?? 0) : 0),
    0,
  );
  // Notes, tags and choices; what is about nobody is also there where the user wrote nothing.
  const written = statements.filter(
    ({ subject, source }) => source === "hand" && subject !== HISTORY,
  );
  return { visits, others: interactions + words + imports + written.length };
}
