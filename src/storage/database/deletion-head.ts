/**
 * What is kept of a deletion of people until it is done.
 */
import type { Alias, PersonId } from "../../domain/person/person.ts";
import type { HistoryDatabase, HistoryTransaction } from "./database.ts";
import { DELETION_UNDO } from "./kept-for-undo.ts";

/** Somebody who is deleted: what else may be kept of them elsewhere. */
export interface DeletedPerson {
  readonly aliases: readonly Alias[];
  readonly name: string;
}

/** A deletion that is not done yet. */
export interface Deletion {
  /** Random. */
  readonly id: string;
  /** When the people were deleted (ms). */
  readonly at: number;
  readonly people: readonly DeletedPerson[];
}

/** See the file. */
export interface DeletionHead extends Deletion {
  readonly subjects: readonly string[];
  /** The handles by which the people were named, so that the question may be asked again. */
  readonly ids: readonly PersonId[];
  /** The marks that were written, and those that followed from them since. */
  readonly marks: readonly string[];
  /** Somebody else was forgotten since, so that nothing can be undone any more. */
  readonly isFinal?: true;
}

/** The deletion that is not done yet, also where it cannot be undone any more; `undefined` where there is none. */
export async function deletionHead(database: HistoryDatabase): Promise<DeletionHead | undefined> {
  const [head] = (await database.get("staged", DELETION_UNDO.head)) ?? [];
  return head as DeletionHead | undefined;
}

/** Keeps the head of a deletion. */
export async function putDeletionHead(
  transaction: HistoryTransaction,
  head: DeletionHead,
): Promise<void> {
  await transaction.objectStore("staged").put([head], DELETION_UNDO.head);
}

/**
 * Drops what a deletion replaced: it may hold, in any place, somebody who is forgotten now. The head stays until the deletion is done.
 *
 * @returns the subjects of the deletion
 */
export async function settleDeletion(transaction: HistoryTransaction): Promise<readonly string[]> {
  const staged = transaction.objectStore("staged");
  const [head] = ((await staged.get(DELETION_UNDO.head)) ?? []) as readonly DeletionHead[];
  if (head === undefined) return [];
  await staged.delete(DELETION_UNDO.parts());
  await putDeletionHead(transaction, { ...head, isFinal: true });
  return head.subjects;
}
