/**
 * The history our own pages show, opened.
 */
import { Refusal } from "../../protocol/transport.ts";
import { type HistoryDatabase, openAsItIs } from "../../storage/database/database.ts";
import { allHistories, currentHistory } from "./histories.ts";
import { historyDatabase } from "./open-histories.ts";

/** An open history. */
export interface HistoryInUse {
  readonly name: string;
  readonly database: HistoryDatabase;
}

async function opened(name: string): Promise<HistoryInUse> {
  const { database, trouble } = await historyDatabase(name);
  if (trouble !== undefined)
    throw new Refusal(trouble.code, "detail" in trouble ? trouble.detail : undefined);
  return { name, database };
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
  return opened(history.name);
}

/**
 * What can be read of the history shown, damaged or of a later version or not; to be closed with `end`.
 *
 * @throws Refusal as `historyNamed`; `sample-history` for invented people, who are never exported
 */
export async function historyToExport(
  named: string | undefined,
): Promise<HistoryInUse & { readonly end: () => void }> {
  const history = await currentHistory();
  if (history?.aside === "sample") throw new Refusal("sample-history");
  const { trouble } = history === undefined ? {} : await historyDatabase(history.name);
  if (history === undefined || history.name !== (named ?? history.name) || trouble === undefined)
    return { ...(await historyNamed(named)), end: () => undefined };
  try {
    const database = await openAsItIs(history.name);
    return { name: history.name, database, end: () => database.close() };
  } catch {
    throw new Refusal(trouble.code, "detail" in trouble ? trouble.detail : undefined);
  }
}

/**
 * The history shown, for questions that write: these have to name it.
 *
 * @param isLeaving what was typed in the history that was shown until now is still to be stored there
 */
export async function historyToWrite(
  named: string | undefined,
  isLeaving = false,
): Promise<HistoryInUse> {
  if (named === undefined) throw new Refusal("other-history");
  const isThere = async () =>
    (await allHistories()).some(({ name, aside }) => name === named && aside !== "replaced");
  return isLeaving && (await isThere()) ? opened(named) : historyNamed(named);
}
