/**
 * Whom the week still asks to write to, for the toolbar icon and the weekly call.
 */
import type { WeekStart } from "../../domain/time/local-time.ts";
import { openRows } from "../../domain/week/open-rows.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { renewLists } from "./renew-lists.ts";
import { readWeek } from "./week.ts";

/**
 * Names of the people whom the week still asks to write to. Nobody counts as suggested by that. The week is made where it was not made yet.
 *
 * @param perWeek suggestions a week and list
 * @param start when the user's weeks begin
 */
export async function openNames(
  database: HistoryDatabase,
  perWeek: number,
  start: WeekStart,
  now: number,
): Promise<readonly string[]> {
  let read = await readWeek(database, start, now);
  if (read.week === undefined) {
    await renewLists(database, perWeek, start, now);
    read = await readWeek(database, start, now);
  }
  return openRows(read.shown).map(({ name }) => name);
}
