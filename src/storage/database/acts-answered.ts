/**
 * Answers of acts that cannot be found out afterwards. The background may end after an act is on disk and before it answers: the page asks
 * the same again, and is answered the same.
 */
import type { HistoryDatabase, HistoryTransaction } from "./database.ts";

const ACT = "act";
const UNDONE = "undone";

/** A page asks again for seconds; the same question a minute later is another act (ms). */
const ASKED_AGAIN_WITHIN_MS = 60_000;

/** An act with its answer. */
interface AnsweredAct {
  /** What was asked, as text. */
  readonly act: string;
  /** ms */
  readonly at: number;
  readonly answer: unknown;
}

/** Notes an act with the transaction that does it, in place of the one before. */
export async function noteAct(transaction: HistoryTransaction, act: AnsweredAct): Promise<void> {
  await transaction.objectStore("about").put(act, ACT);
}

/** Forgets the act that is noted: it may be about somebody who is deleted. */
export async function forgetAct(transaction: HistoryTransaction): Promise<void> {
  await transaction.objectStore("about").delete(ACT);
}

/** What an act answered that was done a moment ago; `undefined` where it is another one, or none. */
export async function actBefore(
  database: HistoryDatabase,
  act: string,
  now: number,
): Promise<unknown> {
  const noted = (await database.get("about", ACT)) as AnsweredAct | undefined;
  const isThis = noted?.act === act && Math.abs(now - noted.at) < ASKED_AGAIN_WITHIN_MS;
  return isThis ? noted.answer : undefined;
}

/** The last deletion and the last restore that were undone, by their random ids. */
interface Undone {
  readonly deletion?: string;
  readonly restore?: {
    /** When it was undone (ms). */
    readonly at: number;
    /** The history was begun by it. */
    readonly isNew: boolean;
  };
}

const undone = async (database: HistoryDatabase): Promise<Undone> =>
  ((await database.get("about", UNDONE)) ?? {}) as Undone;

/** Notes what is undone, with the transaction that undoes it. */
export async function noteUndone(transaction: HistoryTransaction, one: Undone): Promise<void> {
  const about = transaction.objectStore("about");
  const before = ((await about.get(UNDONE)) ?? {}) as Undone;
  await about.put({ ...before, ...one }, UNDONE);
}

/** Whether this deletion was the last one that was undone. */
export const isDeletionUndone = async (database: HistoryDatabase, id: string): Promise<boolean> =>
  (await undone(database)).deletion === id;

/** The restore that was undone a moment ago; `undefined` where there is none. */
export async function restoreUndone(
  database: HistoryDatabase,
  now: number,
): Promise<Undone["restore"]> {
  const { restore } = await undone(database);
  return restore && Math.abs(now - restore.at) < ASKED_AGAIN_WITHIN_MS ? restore : undefined;
}
