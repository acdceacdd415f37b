/**
 * Restores under way, as questions name them.
 */
import { Refusal } from "../../protocol/transport.ts";
import type { HistoryDatabase } from "../../storage/database/database.ts";
import { isThere } from "../../storage/database/place.ts";
import { ImportIncomplete } from "../../storage/imports/import-asked.ts";
import { historyDatabase } from "../histories/open-histories.ts";

/** A restore under way: the history that it goes into, and its own id. The id that the page holds names both. */
export async function restoreNamed(
  id: string,
  isBegun = false,
): Promise<{
  readonly history: string;
  readonly restore: string;
  readonly database: HistoryDatabase;
}> {
  const [history = "", restore = ""] = id.split(".");
  // It must not be made anew, empty, where it went with the restore.
  if (!isBegun && !(await isThere(history))) throw new ImportIncomplete(restore);
  const { database, trouble } = await historyDatabase(history);
  if (trouble !== undefined) throw new Refusal(trouble.code);
  return { history, restore, database };
}
