/**
 * Writing what this replica says of the history as a whole.
 */
import type { SaidOfHistory } from "../../domain/records/statement.ts";
import { HISTORY } from "../../domain/records/subject.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { changeFew } from "./change-few.ts";
import { timeOf } from "../ground/ground.ts";

/** Changes what the user (`hand`) or the pages say of the history. Nothing is written when the change answers the same body. */
export function writeHistoryStatement(
  database: HistoryDatabase,
  change: (body: SaidOfHistory) => SaidOfHistory,
  now: number,
  source: "hand" | "page" = "hand",
): Promise<void> {
  return changeFew(database, now, (ground) => {
    const { replica } = ground;
    const before = ground.said.find((one) => one.source === source && one.replica === replica);
    const body = change(before?.body ?? {});
    if (body === before?.body) return Promise.resolve([undefined, undefined]);
    const time = timeOf(ground, now);
    const version = (before?.version ?? 0) + 1;
    const statements = [{ subject: HISTORY, source, replica, version, body }] as const;
    return Promise.resolve([
      { overlay: { statements, links: [], registers: [] }, time },
      undefined,
    ]);
  });
}
