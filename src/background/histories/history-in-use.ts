/**
 * The history our own pages show, opened.
 */
import { Refusal } from "../../protocol/transport.ts";
import type { HistoryDatabase } from "../../storage/database/database.ts";
import { currentHistory } from "./histories.ts";
import { historyDatabase } from "./open-histories.ts";

/** An open history. */
export interface HistoryInUse {
  readonly name: string;
  readonly database: HistoryDatabase;
}

/**
 * The history shown, for questions that make no sense without one.
 *
 * @param named the name of the history that the asking page shows; `undefined` while it knows none
 * @throws Refusal `no-history` without one, `other-history` when it is not the one named, the code of the trouble when it cannot be read
 */
export async function historyNamed(named: string | undefined): Promise<HistoryInUse> {
  const history = await currentHistory();
  if (history === undefined) throw new Refusal("no-history");
  if (named !== undefined && named !== history.name) throw new Refusal("other-history");
  const { database, trouble } = await historyDatabase(history.name);
  if (trouble !== undefined)
    throw new Refusal(trouble.code, "detail" in trouble ? trouble.detail : undefined);
  return { name: history.name, database };
}

/** The history shown, for questions that write: these have to name it. */
export async function historyToWrite(named: string | undefined): Promise<HistoryInUse> {
  if (named === undefined) throw new Refusal("other-history");
  return historyNamed(named);
}
