/**
 * Deleting people for good. They are gone from the history at once: what it held of them lies beside it for a moment in which the deletion
 * can be undone, where nothing looks for people. Then that goes as well, and no store holds an alias, the name or a word about them, only marks,
 * which are keyed hashes of the aliases. A mark keeps pages, imports and restores from bringing the person back.
 */
import type { Alias, PersonId } from "../../domain/person/person.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import { MARKED, type RegisterRecord, type RegisterWord } from "../../domain/records/register.ts";
import type { PersonSubject } from "../../domain/records/subject.ts";
import type { Removal } from "../../domain/records/without-subjects.ts";
import { isDeletionUndone } from "../database/acts-answered.ts";
import { HISTORY_STORES, type HistoryDatabase } from "../database/database.ts";
import {
  type Deletion,
  type DeletionHead,
  deletionHead,
  putDeletionHead,
} from "../database/deletion-head.ts";
import { DELETION_UNDO } from "../database/kept-for-undo.ts";
import { keysOf } from "../database/keys.ts";
import { writing } from "../database/writing.ts";
import { inTurn } from "../database/turn.ts";
import { type Ground, timeOf } from "../ground/ground.ts";
import { NO_OVERLAY, type Overlay } from "../ground/overlay.ts";
import type { Readings } from "../ground/readings.ts";
import { personWithHandle } from "../view/people.ts";
import { changeFew, type FewChange, projectedAround } from "./change-few.ts";
import { forgetRecords, forgetStaged, forgetSubjects } from "./forget.ts";
import { renewViewNow } from "./renew-view.ts";
import { putAllBack, replacedBy } from "./replaced.ts";

/** The deletion that can be undone; `undefined` where there is none. */
export async function undoableDeletion(
  database: HistoryDatabase,
): Promise<DeletionHead | undefined> {
  const head = await deletionHead(database);
  return head?.isFinal ? undefined : head;
}

const moves = new WeakMap<object, number>();

/** How often this background has begun or undone a deletion. What was read across such a moment may hold marks that are there no more. */
export const deletionMoves = (database: HistoryDatabase): number => moves.get(database) ?? 0;

const noteMove = (database: HistoryDatabase): void => {
  moves.set(database, deletionMoves(database) + 1);
};

/** What is done outside of the history before what can be undone goes. It is called again where this background ended in between. */
export type BeforeGone = (deletion: Deletion) => Promise<void>;

const nothingElse: BeforeGone = () => Promise.resolve();

interface ErasedRecord extends RegisterRecord {
  readonly word: Extract<RegisterWord, { readonly kind: "erased" }>;
}

/** Whether a deletion is of exactly the people who are named. */
const isOf = ({ ids: named }: DeletionHead, ids: readonly PersonId[]): boolean =>
  named.length === ids.length && new Set([...named, ...ids]).size === new Set(ids).size;

/** The change that deletes these people, all or none. */
async function deleting(
  database: HistoryDatabase,
  people: readonly PersonRecord[],
  ground: Ground,
  reading: Readings,
  deletion: Pick<DeletionHead, keyof Deletion | "ids">,
  clock: () => number,
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
  const erased = marked.flatMap((alias): readonly ErasedRecord[] => {
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
      noteMove(database);
      await forgetRecords(transaction, subjects, removal, (...one) => replaced.add(...one));
      const head: DeletionHead = {
        ...deletion,
        at: clock(),
        subjects: [...subjects],
        marks: erased.map(({ word }) => word.mark),
      };
      await replaced.keep(transaction, DELETION_UNDO, head);
    },
  };
}

/** What a deletion needs besides the people. */
interface DeletionAct {
  readonly beforeGone?: BeforeGone;
  /** The moment (ms) from which it can be undone for a while: the work before may be long. Absent, the moment of the act counts. */
  readonly clock?: () => number;
}

/**
 * Deletes people, all or none, so that it can be undone. A deletion that was begun before is done first, in the same turn: there is one at
 * a time. Handles that lead to nobody are passed over. Asked again, it answers the same deletion as long as that can be undone.
 *
 * @returns `undefined` where nobody was deleted
 * @throws what `beforeGone` throws for the deletion before; then nothing has changed
 */
export function beginDeletion(
  database: HistoryDatabase,
  ids: readonly PersonId[],
  now: number,
  { beforeGone = nothingElse, clock = () => now }: DeletionAct = {},
): Promise<Deletion | undefined> {
  return changeFew(database, now, async (ground, reading) => {
    const found = await Promise.all(ids.map((id) => personWithHandle(database, id)));
    const people = [
      ...new Map(
        found.flatMap((one) => (one === undefined ? [] : [[one.subject, one] as const])),
      ).values(),
    ];
    if (people.length === 0) {
      // Asked again, because the background ended before it answered.
      const begun = await undoableDeletion(database);
      return [undefined, begun !== undefined && isOf(begun, ids) ? begun : undefined];
    }
    await finishNow(database, undefined, beforeGone);
    const deletion: Deletion = {
      id: crypto.randomUUID(),
      at: now,
      people: people.map(({ aliases, name }) => ({ aliases, name: name.value })),
    };
    return [
      await deleting(database, people, ground, reading, { ...deletion, ids }, clock),
      deletion,
    ];
  });
}

/** Carries out the deletion that there is, within a turn. */
async function finishNow(
  database: HistoryDatabase,
  id: string | undefined,
  beforeGone: BeforeGone,
): Promise<Deletion | undefined> {
  const head = await deletionHead(database);
  if (head === undefined || (id !== undefined && head.id !== id)) return undefined;
  await beforeGone(head);
  await writing(database, HISTORY_STORES, async (transaction) => {
    // What was settled before is forgotten already, and what a later restore replaced does not hold it.
    if (!head.isFinal) await forgetStaged(transaction, new Set(head.subjects));
    await transaction.objectStore("staged").delete(DELETION_UNDO.all());
  });
  return head;
}

/**
 * Carries a deletion out for good: what could be undone goes, also from restores that are under way, and what a restore before it replaced.
 *
 * @param id the one that is meant; absent for whichever there is
 * @returns the deletion; `undefined` where there is none, or another one
 * @throws what `beforeGone` throws, and what IndexedDB throws; then it is not done
 */
export const finishDeletion = (
  database: HistoryDatabase,
  id?: string,
  beforeGone: BeforeGone = nothingElse,
): Promise<Deletion | undefined> => inTurn(database, () => finishNow(database, id, beforeGone));

/**
 * Brings back whom a deletion deleted. What pages showed of them meanwhile is not there. Asked again it changes nothing, and answers the
 * same.
 *
 * @returns whether it is undone
 */
export function undoDeletion(database: HistoryDatabase, id: string, now: number): Promise<boolean> {
  return inTurn(database, async () => {
    if ((await undoableDeletion(database))?.id !== id) return isDeletionUndone(database, id);
    noteMove(database);
    await putAllBack(database, DELETION_UNDO, { deletion: id });
    await renewViewNow(database, now);
    return true;
  });
}

/** Words that follow from erasures, and how they are written. */
interface Following {
  readonly words: readonly RegisterRecord[];
  /** The marks from which they follow. */
  readonly marks: readonly string[];
  /** Aliases that are erased as well. */
  readonly erased: ReadonlySet<Alias>;
}

/** The mark that an asked question is about. */
const askedMark = ({ word }: RegisterRecord): string | undefined =>
  word.kind === "pair"
    ? [word.a, word.b].find((end) => end.startsWith(MARKED))?.slice(MARKED.length)
    : undefined;

/**
 * Forgets aliases that were shown with erased ones. What follows from a deletion that can be undone is taken back with it; where something
 * follows from another erasure, that deletion cannot be undone any more.
 *
 * @returns what belongs to the change that writes the words; `undefined` where nothing does
 */
export async function forgettingToo(
  database: HistoryDatabase,
  { words, marks, erased }: Following,
): Promise<FewChange["also"]> {
  if (words.length === 0) return undefined;
  const tags = await (await keysOf(database)).tags(erased);
  const removal: Removal = {
    isGone: (subject) => erased.has(subject as Alias),
    isGoneHandle: () => false,
    markOf: (alias) => tags.get(alias)?.mark,
  };
  const head = await undoableDeletion(database);
  const isOfDeletion = head !== undefined && marks.every((mark) => head.marks.includes(mark));
  if (erased.size > 0 && !isOfDeletion)
    return (transaction) => forgetSubjects(transaction, erased, removal);
  if (head === undefined) return undefined;
  const theirs = isOfDeletion
    ? words
    : words.filter((one) => head.marks.includes(askedMark(one) ?? ""));
  const replaced = await replacedBy(database, { ...NO_OVERLAY, registers: theirs });
  return async (transaction) => {
    await forgetRecords(transaction, erased, removal, (...one) => replaced.add(...one));
    await replaced.keepToo(transaction, DELETION_UNDO);
    const more = theirs.flatMap(({ word }) => (word.kind === "erased" ? [word.mark] : []));
    await putDeletionHead(transaction, {
      ...head,
      subjects: [...head.subjects, ...erased],
      marks: [...head.marks, ...more],
    });
  };
}
