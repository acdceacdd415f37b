/**
 * Making a staged import part of the history, in one transaction.
 */
import { importSource, type ImportOutcome } from "../../domain/records/archive-import.ts";
import type { SourceId } from "../../domain/interactions/interaction.ts";
import { isOfErased } from "../../domain/records/register.ts";
import { settleDeletion } from "../database/deletion-head.ts";
import type { HistoryDatabase, HistoryTransaction, StoredPart } from "../database/database.ts";
import { inTurn } from "../database/turn.ts";
import { Moved, write } from "../records/write.ts";
import {
  HistoryMoved,
  type ImportAsked,
  ImportIncomplete,
  type StepControl,
} from "./import-asked.ts";
import { partsFrom } from "../ground/parts.ts";
import { dropPrepared, prepared } from "./preview.ts";
import { isCommitted } from "./staging.ts";
import type { StoredImport } from "../database/stored-import.ts";

/** Rewrites the parts of an import that hold something replaced. */
async function rewriteParts(
  transaction: HistoryTransaction,
  source: SourceId,
  replaced: ReadonlyMap<string, string | undefined>,
): Promise<void> {
  if (replaced.size === 0) return;
  const store = transaction.objectStore("parts");
  for (
    let cursor = await store.openCursor(partsFrom(source));
    cursor;
    cursor = await cursor.continue()
  ) {
    const { subjects, bodies }: StoredPart = cursor.value;
    if (!subjects.some((subject) => replaced.has(subject))) continue;
    const left = subjects.flatMap((subject, place) => {
      const body = replaced.has(subject) ? replaced.get(subject) : bodies[place];
      return body === undefined ? [] : [{ subject, body }];
    });
    const last = left.at(-1)?.subject;
    await cursor.delete();
    if (last !== undefined)
      await store.put(
        { subjects: left.map((one) => one.subject), bodies: left.map((one) => one.body) },
        [source, last],
      );
  }
}

/** What is asked of a commit. */
export interface CommitAsked extends ImportAsked {
  /** That of the preview. */
  readonly revision: number;
}

/**
 * Makes a staged import part of the history. Resolves after the transaction completed; committing what is committed answers the same
 * again.
 *
 * @throws {ImportIncomplete} when it was dropped or parts of it are missing
 * @throws {HistoryMoved} when something was written since the preview
 * @throws the reason of the signal, or what IndexedDB throws (`QuotaExceededError`); then nothing has changed
 */
export function commitImport(
  database: HistoryDatabase,
  id: string,
  asked: CommitAsked,
  step: StepControl,
  now: number,
): Promise<ImportOutcome> {
  return inTurn(database, async () => {
    const source = importSource(id);
    const stored = await database.get("imports", source);
    if (isCommitted(stored) && stored.outcome !== undefined) return stored.outcome;
    const { ground, overlay, change, time, preview, replaced, refused } = await prepared(
      database,
      id,
      asked,
      step,
      now,
    );
    if (asked.revision !== preview.revision) throw new HistoryMoved();
    const { peopleNew, peopleKnown, interactionsNew, interactionsKnown, waiting, erased } = preview;
    const outcome: ImportOutcome = {
      peopleNew,
      peopleKnown,
      interactionsNew,
      interactionsKnown,
      waiting,
      erased,
    };
    try {
      await write(database, {
        ...step,
        ground,
        overlay,
        view: change.view,
        now,
        time,
        async also(transaction) {
          const head = await transaction.objectStore("imports").get(source);
          if (head === undefined) throw new ImportIncomplete(id);
          const done: StoredImport = { ...head, owner: asked.owner, doneAt: now, outcome };
          await transaction.objectStore("imports").put(done);
          await rewriteParts(transaction, source, replaced);
          // What follows from an erasure would outlive its undo.
          if (overlay.registers.some(({ word }) => isOfErased(word)))
            await settleDeletion(transaction);
          for (const { a, b, replica } of refused)
            await transaction.objectStore("links").delete([a, b, source, replica]);
        },
      });
    } catch (error) {
      if (error instanceof Moved) throw new HistoryMoved();
      throw error;
    } finally {
      dropPrepared(database);
    }
    return outcome;
  });
}
