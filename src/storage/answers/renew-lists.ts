import type { HistoryDatabase } from "../database/database.ts";
import { makeWeek } from "./make-week.ts";
import { renewOverdue } from "./overdue.ts";

/**
 * Makes anew what the popup's lists need and does not hold any more: who is overdue, and the week.
 *
 * @param perWeek suggestions a week and list
 */
export async function renewLists(
  database: HistoryDatabase,
  perWeek: number,
  now: number,
): Promise<void> {
  await renewOverdue(database, now);
  await makeWeek(database, perWeek, now);
}
