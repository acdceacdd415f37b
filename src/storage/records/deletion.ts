/**
 * Deleting people for good. They are gone from the history at once: what it held of them lies beside it for a moment in which the deletion
 * can be undone, where nothing looks for people. Then that goes as well, and no store holds an alias, the name or a word about them, only marks,
 * which are keyed hashes of the aliases. A mark keeps pages, imports and restores from bringing the person back.
 */
import type { Alias, PersonId } from "../../domain/person/person.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import { compareTimes, type HybridTime } from "../../domain/records/hybrid-time.ts";
import { isOfErased, type RegisterRecord } from "../../domain/records/register.ts";
import type { PersonSubject } from "../../domain/records/subject.ts";
import type { Removal } from "../../domain/records/without-subjects.ts";
import { type HistoryDatabase, historyTransaction } from "../database/database.ts";
import { DELETION_UNDO } from "../database/kept-for-undo.ts";
import { keysOf } from "../database/keys.ts";
import { inTurn } from "../database/turn.ts";
import { type Ground, timeOf } from "../ground/ground.ts";
import { NO_OVERLAY, type Overlay } from "../ground/overlay.ts";
import type { Readings } from "../ground/readings.ts";
import { personWithHandle } from "../view/people.ts";
import { changeFew, type FewChange, projectedAround } from "./change-few.ts";
import { forgetRecords, forgetStaged } from "./forget.ts";
import { renewView } from "./renew-view.ts";
import { putAllBack, replacedBy } from "./replaced.ts";

/** Somebody who is deleted: what else may be kept of them elsewhere. */
export interface DeletedPerson {
  readonly aliases: readonly Alias[];
  readonly name: string;
}

/** A deletion that can still be undone. */
export interface Deletion {
  /** Random. */
  readonly id: string;
  /** When the people were deleted (ms). */
  readonly at: number;
  readonly people: readonly DeletedPerson[];
}

/** What is kept of it until it is done. */
interface DeletionHead extends Deletion {
  readonly subjects: readonly string[];
  /** The moment of the marks. Later marks of this replica follow from them. */
  readonly time: HybridTime;
}

/** The deletion that can be undone; `undefined` where there is none. */
async function deletionHead(database: HistoryDatabase): Promise<DeletionHead | undefined> {
  const [head] = (await database.get("staged", DELETION_UNDO.head)) ?? [];
  return head as DeletionHead | undefined;
}

/** See {@link deletionHead}. */
export const undoableDeletion = async (database: HistoryDatabase): Promise<Deletion | undefined> =>
  deletionHead(database);

/** The change that deletes these people, all or none. */
async function deleting(
  database: HistoryDatabase,
  people: readonly PersonRecord[],
  ground: Ground,
  reading: Readings,
  deletion: Deletion,
): Promise<FewChange> {
  const starts = people.map(({ subject }) => subject);
  const { projected } = await projectedAround(reading, ground, NO_OVERLAY, starts);
  const wanted = new Set<PersonSubject>(starts);
  const names = projected.people.flatMap((one) => (wanted.has(one.subject) ? one.names : []));
  const subjects = new Set<PersonSubject>([
    ...starts,
    ...people.flatMap(({ aliases }) => aliases),
    ...names,
  ]);
  const tags = await (await keysOf(database)).tags(subjects);
  const handles = new Set([...tags.values()].map(({ handle }) => handle));
  const time = timeOf(ground, deletion.at);
  const marked = people.flatMap(({ subject, aliases }): readonly PersonSubject[] =>
    aliases.length > 0 ? aliases : [subject],
  );
  const erased = marked.flatMap((alias): readonly RegisterRecord[] => {
    const mark = tags.get(alias)?.mark;
    if (mark === undefined) return [];
    return [{ word: { kind: "erased", mark, value: true }, replica: ground.replica, time }];
  });
  const removal: Removal = {
    isGone: (subject) => subjects.has(subject),
    isGoneHandle: (handle) => handles.has(handle),
    markOf: (alias) => tags.get(alias)?.mark,
  };
  const overlay: Overlay = { statements: [], links: [], registers: erased, erased: subjects };
  const replaced = await replacedBy(database, overlay);
  return {
    overlay,
    around: [...subjects],
    time,
    async also(transaction) {
      await forgetRecords(transaction, subjects, removal, (...one) => replaced.add(...one));
      const head: DeletionHead = { ...deletion, subjects: [...subjects], time };
      await replaced.keep(transaction, DELETION_UNDO, head);
    },
  };
}

/**
 * Deletes people, all or none, so that it can be undone. A deletion that was begun before is done first: there is one at a time. Handles
 * that lead to nobody are passed over.
 *
 * @returns `undefined` where nobody was deleted
 */
export async function beginDeletion(
  database: HistoryDatabase,
  ids: readonly PersonId[],
  now: number,
): Promise<Deletion | undefined> {
  await finishDeletion(database);
  return changeFew(database, now, async (ground, reading) => {
    const found = await Promise.all(ids.map((id) => personWithHandle(database, id)));
    const people = [
      ...new Map(
        found.flatMap((one) => (one === undefined ? [] : [[one.subject, one] as const])),
      ).values(),
    ];
    if (people.length === 0) return [undefined, undefined];
    const deletion: Deletion = {
      id: crypto.randomUUID(),
      at: now,
      people: people.map(({ aliases, name }) => ({ aliases, name: name.value })),
    };
    return [await deleting(database, people, ground, reading, deletion), deletion];
  });
}

/**
 * Carries a deletion out for good: what could be undone goes, also from restores that are under way, and what a restore before it replaced.
 *
 * @param id the one that is meant; absent for whichever there is
 * @returns the deletion; `undefined` where there is none, or another one
 */
export function finishDeletion(
  database: HistoryDatabase,
  id?: string,
): Promise<Deletion | undefined> {
  return inTurn(database, async () => {
    const head = await deletionHead(database);
    if (head === undefined || (id !== undefined && head.id !== id)) return undefined;
    const transaction = historyTransaction(database);
    await transaction.objectStore("staged").delete(DELETION_UNDO.all());
    await forgetStaged(transaction, new Set(head.subjects));
    await transaction.done;
    return head;
  });
}

/**
 * Brings back whom a deletion deleted. What pages showed of them meanwhile is not there.
 *
 * @returns whether there was still something to undo
 */
export async function undoDeletion(
  database: HistoryDatabase,
  id: string,
  now: number,
): Promise<boolean> {
  const isUndone = await inTurn(database, async () => {
    const head = await deletionHead(database);
    if (head?.id !== id) return false;
    await putAllBack(database, DELETION_UNDO, async (transaction) => {
      // Aliases that were shown with one of theirs meanwhile were erased as well.
      const registers = transaction.objectStore("registers");
      for (const { key, word, replica, time } of await registers.getAll()) {
        const isSince = replica === head.time[2] && compareTimes(time, head.time) >= 0;
        if (isSince && isOfErased(word)) await registers.delete([key, replica]);
      }
    });
    return true;
  });
  if (isUndone) await renewView(database, now);
  return isUndone;
}
