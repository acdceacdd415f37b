/**
 * The history our own pages show, opened.
 */
import { Refusal } from "../messages.ts";
import type { HistoryDatabase } from "../storage/database.ts";
import { currentHistory } from "./histories.ts";
import { historyDatabase } from "./open-histories.ts";

/** An open history. */
export interface HistoryInUse {
  readonly name: string;
  readonly database: HistoryDatabase;
}

/** The history shown, for questions that make no sense without one. */
export async function inUse(): Promise<HistoryInUse> {
  const history = await currentHistory();
  if (history === undefined) throw new Refusal("no-history");
  const { database, trouble } = await historyDatabase(history.name);
  if (trouble !== undefined) throw new Refusal(trouble.code);
  return { name: history.name, database };
}
