import type { HistoryDatabase } from "../database/database.ts";
import { makeWeek } from "./make-week.ts";
import type { WeekStart } from "../../domain/time/local-time.ts";
import { renewOverdue } from "./overdue.ts";

/**
 * Makes anew what the popup's lists need and does not hold any more: who is overdue, and the week.
 *
 * @param perWeek suggestions a week and list
 * @param start when the user's weeks begin
 */
export async function renewLists(
  database: HistoryDatabase,
  perWeek: number,
  start: WeekStart,
  now: number,
): Promise<void> {
  await renewOverdue(database, now);
  await makeWeek(database, perWeek, start, now);
}
