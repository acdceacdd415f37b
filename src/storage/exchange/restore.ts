/**
 * Restores: records of an exported file are staged part by part, previewed, and taken in, in one transaction. Of two versions of a
 * record the higher counts, so that a restore is safe to repeat.
 */
import { type JsonObject } from "../../domain/records/exported-history.ts";
import type { Removal } from "../../domain/records/without-subjects.ts";
import { type PersonSubject } from "../../domain/records/subject.ts";
import type { HistoryDatabase, HistoryTransaction } from "../database/database.ts";
import { forgetKeys } from "../database/keys.ts";
import type { StepControl } from "../imports/import-asked.ts";
import { HistoryMoved } from "../imports/import-asked.ts";
import { RESTORE_UNDO } from "../database/kept-for-undo.ts";
import { forgetSubjects } from "../records/forget.ts";
import type { WholeImport } from "../ground/overlay.ts";
import { inTurn } from "../database/turn.ts";
import { Moved, write } from "../records/write.ts";
import { replacedBy } from "../records/replaced.ts";
import type { UndoHead } from "./undo-restore.ts";
import {
  dropPreparedRestore,
  isNoChange,
  preparedRestore,
  type PreparedRestore,
} from "./restore-preview.ts";
import { allOfRestore, dropRestore } from "./restore-staging.ts";

/** As many subjects as one part holds. */
const SUBJECTS_IN_PART = 50;

/** Writes an import that comes whole. */
async function putImport(
  transaction: HistoryTransaction,
  { head, bodies }: WholeImport,
): Promise<void> {
  await transaction.objectStore("imports").put(head);
  const subjects = [...bodies.keys()].sort();
  const puts: Promise<unknown>[] = [];
  for (let start = 0; start < subjects.length; start += SUBJECTS_IN_PART) {
    const some = subjects.slice(start, start + SUBJECTS_IN_PART);
    puts.push(
      transaction
        .objectStore("parts")
        .put({ subjects: some, bodies: some.map((one) => bodies.get(one) ?? "{}") }, [
          head.source,
          some.at(-1) ?? "",
        ]),
    );
  }
  await Promise.all(puts);
}

/** What is kept beside the records: whether the history was begun by the restore, and the settings before it. */
interface UndoKept {
  readonly isNew: boolean;
  readonly settings?: JsonObject;
}

/** What is done with a restore that was computed. */
interface Taking {
  readonly step: StepControl;
  readonly now: number;
  /** What is kept, with everything that is replaced, so that it can be undone; absent where it cannot be. */
  readonly undo?: UndoKept | undefined;
}

/** Writes a restore that was computed in this turn. */
async function writeRestore(
  database: HistoryDatabase,
  restore: string,
  made: PreparedRestore,
  { step, now, undo }: Taking,
): Promise<void> {
  const { ground, overlay, change, keys, gone, tags, time, settings } = made;
  const subjects = gone as ReadonlySet<PersonSubject>;
  const handles = new Set([...tags.values()].map(({ handle }) => handle));
  const removal: Removal = {
    isGone: (subject) => subjects.has(subject),
    isGoneHandle: (handle) => handles.has(handle),
    markOf: (alias) => tags.get(alias)?.mark,
  };
  const replaced = undo && (await replacedBy(database, overlay, keys));
  try {
    await write(database, {
      ...step,
      ground,
      overlay,
      view: change.view,
      isOfAll: true,
      now,
      ...(time && { time }),
      async also(transaction) {
        if (subjects.size > 0) {
          await forgetSubjects(transaction, subjects, removal, (...one) => replaced?.add(...one));
        }
        for (const key of keys) await transaction.objectStore("keys").put(key);
        for (const one of overlay.imports ?? []) await putImport(transaction, one);
        await transaction.objectStore("staged").delete(allOfRestore(restore));
        if (undo === undefined) return;
        const { settings: before, isNew } = undo;
        const isOfSettings = settings !== undefined && before !== undefined;
        const head: UndoHead = {
          at: now,
          restore,
          isNew,
          ...(isOfSettings && { settings: { before, restored: settings } }),
        };
        await replaced?.keep(transaction, RESTORE_UNDO, head);
      },
    });
    forgetKeys(database);
  } catch (error) {
    if (error instanceof Moved) throw new HistoryMoved();
    throw error;
  } finally {
    dropPreparedRestore(database);
  }
}

/**
 * Takes a restore into the history, all or nothing.
 *
 * @param revision that of the preview
 * @param undo see {@link Taking}
 * @returns the settings of the file, if it has some
 * @throws {ImportIncomplete} when it was dropped
 * @throws {HistoryMoved} when something was written since the preview
 */
export function commitRestore(
  database: HistoryDatabase,
  restore: string,
  revision: number,
  step: StepControl,
  now: number,
  undo?: { readonly isNew: boolean; readonly settings?: JsonObject },
): Promise<JsonObject | undefined> {
  return inTurn(database, async () => {
    const made = await preparedRestore(database, restore, step, now);
    if (made.preview.revision !== revision) throw new HistoryMoved();
    await writeRestore(database, restore, made, { step, now, undo });
    return made.settings;
  });
}

/**
 * Takes in what nobody has to approve, all or nothing: it is computed and written in one turn, so that nothing is written in between. What
 * says nothing new changes nothing.
 *
 * @throws {ImportIncomplete} when it was dropped
 */
export function commitUnseen(
  database: HistoryDatabase,
  restore: string,
  step: StepControl,
  now: number,
): Promise<void> {
  return inTurn(database, async () => {
    const made = await preparedRestore(database, restore, step, now);
    if (!isNoChange(made)) return writeRestore(database, restore, made, { step, now });
    dropPreparedRestore(database);
    return dropRestore(database, restore);
  });
}
