/**
 * Taking records of another copy of a history into this one, in one transaction. Of two versions of a record the higher counts, so it is
 * safe to repeat, in any order.
 */
import type { ExportHead, ExportedRecord } from "../../domain/records/exported-history.ts";
import type { HistoryDatabase } from "../database/database.ts";
import type { StepControl } from "../imports/import-asked.ts";
import { beginBeside, dropRestore, stageRestore } from "./restore-staging.ts";
import { commitUnseen } from "./restore.ts";

/**
 * Takes them all, or nothing. A restore of the user that is under way stays.
 *
 * @throws what the parts throw, and what writing throws
 */
export async function takeRecords(
  into: HistoryDatabase,
  parts: AsyncIterable<readonly ExportedRecord[]>,
  step: StepControl,
  now: number,
): Promise<void> {
  const id = crypto.randomUUID();
  const head: ExportHead = {
    format: "tielight-history",
    version: 1,
    exportedAt: now,
    owner: { aliases: [] },
  };
  await beginBeside(into, id, head);
  try {
    let part = 0;
    for await (const records of parts) {
      await stageRestore(into, id, part, records);
      part += 1;
    }
    await commitUnseen(into, id, step, now);
  } catch (error) {
    // Where it cannot be dropped now, the next start or restore drops it; the reason is thrown.
    await dropRestore(into, id).catch(() => undefined);
    throw error;
  }
}
