/**
 * Export and restore as the background does them, part by part.
 */
import type { ExportedRecord } from "../../../src/domain/records/exported-history.ts";
import type { HistoryDatabase } from "../../../src/storage/database/database.ts";
import { exportedRecords } from "../../../src/storage/exchange/exported-records.ts";
import { previewRestore } from "../../../src/storage/exchange/restore-preview.ts";
import { beginRestore, stageRestore } from "../../../src/storage/exchange/restore-staging.ts";
import { commitRestore } from "../../../src/storage/exchange/restore.ts";
import { storedView } from "../stored-history.ts";

/** The id of the restore. */
export const RESTORE = "restore";

/** Everything an export holds, read in small parts. */
export async function exported(
  database: HistoryDatabase,
  erased = false,
  atMost = 2,
): Promise<readonly ExportedRecord[]> {
  const records: ExportedRecord[] = [];
  let after: string | undefined;
  do {
    const part = await exportedRecords(database, { after, atMost, erased });
    records.push(...part.records);
    after = part.next;
  } while (after !== undefined);
  return records;
}

/** Restores these records in two parts. */
export async function restored(
  database: HistoryDatabase,
  records: readonly ExportedRecord[],
  now: number,
): Promise<void> {
  const head = {
    format: "tielight-history",
    version: 1,
    exportedAt: now,
    owner: { aliases: [] },
  } as const;
  await beginRestore(database, RESTORE, head);
  const half = Math.ceil(records.length / 2);
  await stageRestore(database, RESTORE, 0, records.slice(0, half));
  await stageRestore(database, RESTORE, 1, records.slice(half));
  const { revision } = await previewRestore(database, RESTORE, {}, now);
  await commitRestore(database, RESTORE, revision, {}, now);
}

/** Handles are made with a key that does not leave. */
export const withoutHandles = async (database: HistoryDatabase) =>
  (await storedView(database)).map(({ id: _id, ...person }) => person);
