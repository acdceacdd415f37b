/**
 * Restores on their way: the records of a file, staged part by part.
 */
import type {
  ExportHead,
  ExportedRecord,
  JsonObject,
} from "../../domain/records/exported-history.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { isKeptForUndo } from "../database/kept-for-undo.ts";
import { ImportIncomplete } from "../imports/import-asked.ts";
import { withRoom } from "../database/room.ts";
import { writing } from "../database/writing.ts";

/** The place of the head among the parts of a restore. */
const HEAD = -1;

/** The parts of a restore. */
export const partsOfRestore = (restore: string, from = 0): IDBKeyRange =>
  IDBKeyRange.bound([restore, from], [restore, Infinity]);

/** Makes room for a restore. What a restore left behind that never came to its end is dropped. */
export function beginRestore(
  database: HistoryDatabase,
  restore: string,
  head: ExportHead,
): Promise<void> {
  return writing(database, ["staged"], async ({ store }) => {
    for (const key of await store.getAllKeys()) if (!isKeptForUndo(key)) await store.delete(key);
    await store.put([head], [restore, HEAD]);
  });
}

/** The same, and leaves what is staged alone: the user may be looking at it. */
export async function beginBeside(
  database: HistoryDatabase,
  restore: string,
  head: ExportHead,
): Promise<void> {
  await withRoom(() => database.put("staged", [head], [restore, HEAD]));
}

/** The head of the file. @throws {ImportIncomplete} when the restore was dropped */
export async function stagedHead(database: HistoryDatabase, restore: string): Promise<ExportHead> {
  const [head] = (await database.get("staged", [restore, HEAD])) ?? [];
  if (head === undefined) throw new ImportIncomplete(restore);
  return head as ExportHead;
}

/** Whether the restore is staged still. */
export const isStaged = async (database: HistoryDatabase, restore: string): Promise<boolean> =>
  (await database.getKey("staged", [restore, HEAD])) !== undefined;

/** What was so before anything was done of a restore. */
export interface BeforeRestore {
  /** The history is begun by it. */
  readonly isNew: boolean;
  readonly settings: JsonObject;
}

/**
 * Notes with the head of a restore what is so before anything of it is done. Where that was noted already, an earlier try did not come to its end: what it noted
 * holds, for some of it may be done.
 *
 * @returns what is noted
 * @throws {ImportIncomplete} when the restore was dropped
 */
export function noteBefore(
  database: HistoryDatabase,
  restore: string,
  before: BeforeRestore,
): Promise<BeforeRestore> {
  return writing(database, ["staged"], async ({ store }) => {
    const [head, noted] = (await store.get([restore, HEAD])) ?? [];
    if (head === undefined) throw new ImportIncomplete(restore);
    if (noted === undefined) await store.put([head, before], [restore, HEAD]);
    return (noted as BeforeRestore | undefined) ?? before;
  });
}

/** What is noted by {@link noteBefore}; `undefined` while nothing is. */
export async function notedBefore(
  database: HistoryDatabase,
  restore: string,
): Promise<BeforeRestore | undefined> {
  const [, noted] = (await database.get("staged", [restore, HEAD])) ?? [];
  return noted as BeforeRestore | undefined;
}

/** Nothing is done of a restore any more: what is noted by {@link noteBefore} goes. */
export function forgetBefore(database: HistoryDatabase, restore: string): Promise<void> {
  return writing(database, ["staged"], async ({ store }) => {
    const [head] = (await store.get([restore, HEAD])) ?? [];
    if (head !== undefined) await store.put([head], [restore, HEAD]);
  });
}

/** The settings of the file, if it has some. */
export async function stagedSettings(
  database: HistoryDatabase,
  restore: string,
): Promise<JsonObject | undefined> {
  const { store } = database.transaction("staged");
  for (
    let cursor = await store.openCursor(partsOfRestore(restore));
    cursor;
    cursor = await cursor.continue()
  )
    for (const record of cursor.value as readonly ExportedRecord[])
      if (record.kind === "settings") return record.settings;
  return undefined;
}

/** Keeps a part of a file. Parts come in any order, any of them several times. */
export function stageRestore(
  database: HistoryDatabase,
  restore: string,
  part: number,
  records: readonly ExportedRecord[],
): Promise<void> {
  return writing(database, ["staged"], async ({ store }) => {
    if ((await store.getKey([restore, HEAD])) !== undefined)
      await store.put(records, [restore, part]);
  });
}

/** Drops a restore on its way; the history is as it was. */
export const dropRestore = (database: HistoryDatabase, restore: string): Promise<void> =>
  withRoom(() => database.delete("staged", partsOfRestore(restore, HEAD)));

/** Drops a restore inside a transaction. */
export const allOfRestore = (restore: string): IDBKeyRange => partsOfRestore(restore, HEAD);
