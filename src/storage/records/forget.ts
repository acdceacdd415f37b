/**
 * Erasing a person for good: afterwards no store holds an alias, the name or a word about the person, only marks, which are keyed hashes
 * of the aliases. A mark keeps pages, imports and restores from bringing the person back.
 */
import type { PersonId } from "../../domain/person/person.ts";
import { registersInForce } from "../../domain/projection/registers-in-force.ts";
import { type Removal, withoutSubjects } from "../../domain/records/without-subjects.ts";
import { NO_RECORDS } from "../../domain/records/record-set.ts";
import { type RegisterRecord, registerKey } from "../../domain/records/register.ts";
import type { Statement } from "../../domain/records/statement.ts";
import { isAlias, type PersonSubject } from "../../domain/records/subject.ts";
import type { HistoryDatabase, HistoryTransaction, StoredPart } from "../database/database.ts";
import { allOfUndo } from "../database/kept-for-undo.ts";
import { keysOf } from "../database/keys.ts";
import { type Ground, timeOf } from "../ground/ground.ts";
import { knownPerson } from "./known-subjects.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import type { Readings } from "../ground/readings.ts";
import { personWithHandle } from "../view/people.ts";
import { changeFew, type FewChange, projectedAround } from "./change-few.ts";
import { NO_OVERLAY } from "../ground/overlay.ts";
import { indexed } from "./write.ts";

/** Deletes what is said of the subjects, takes them out of what is said of others, and out of the words of the user. */
async function forgetRecords(transaction: HistoryTransaction, removal: Removal): Promise<void> {
  const statements = transaction.objectStore("statements");
  for (let cursor = await statements.openCursor(); cursor; cursor = await cursor.continue()) {
    const { authors: _indexed, ...statement } = cursor.value;
    const [left] = withoutSubjects(
      { ...NO_RECORDS, statements: [statement as Statement] },
      removal,
    ).statements;
    if (left === undefined) await cursor.delete();
    else if (JSON.stringify(left) !== JSON.stringify(statement))
      await cursor.update(indexed({ ...left, version: left.version + 1 }));
  }
  const registers = transaction.objectStore("registers");
  for (let cursor = await registers.openCursor(); cursor; cursor = await cursor.continue()) {
    const { key: _key, ...record } = cursor.value;
    const [left] = withoutSubjects({ ...NO_RECORDS, registers: [record] }, removal).registers;
    if (left?.word === record.word) continue;
    await cursor.delete();
    if (left !== undefined) await registers.put({ ...left, key: registerKey(left.word) });
  }
}

/** Takes the subjects out of the parts of all imports, of those too that are staged or undone. */
async function forgetParts(
  transaction: HistoryTransaction,
  subjects: ReadonlySet<string>,
): Promise<void> {
  const store = transaction.objectStore("parts");
  for (const { source } of await transaction.objectStore("imports").getAll())
    for (const subject of subjects) {
      const range = IDBKeyRange.bound([source, subject], [source, []]);
      const cursor = await store.openCursor(range);
      const part: StoredPart | undefined = cursor?.value;
      if (cursor === null || part === undefined || !part.subjects.includes(subject)) continue;
      const place = part.subjects.indexOf(subject);
      const left = {
        subjects: part.subjects.toSpliced(place, 1),
        bodies: part.bodies.toSpliced(place, 1),
      };
      const last = left.subjects.at(-1);
      await cursor.delete();
      if (last !== undefined) await store.put(left, [source, last]);
    }
}

async function forgetLinks(
  transaction: HistoryTransaction,
  aliases: ReadonlySet<string>,
): Promise<void> {
  const store = transaction.objectStore("links");
  for (const alias of aliases) {
    if (!isAlias(alias)) continue;
    await store.delete(IDBKeyRange.bound([alias], [alias, []]));
    for (const key of await store.index("b").getAllKeys(alias)) await store.delete(key);
  }
}

/** Takes the aliases out of restores that are under way. What a restore replaced goes whole: it may hold the people in any place. */
async function forgetStaged(
  transaction: HistoryTransaction,
  subjects: ReadonlySet<string>,
): Promise<void> {
  const store = transaction.objectStore("staged");
  await store.delete(allOfUndo());
  for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue()) {
    const left = cursor.value.filter((record) => {
      const text = JSON.stringify(record);
      return ![...subjects].some((subject) => text.includes(JSON.stringify(subject)));
    });
    if (left.length < cursor.value.length) await cursor.update(left);
  }
}

/** Takes the subjects out of what is kept of names. */
async function forgetNames(
  transaction: HistoryTransaction,
  subjects: ReadonlySet<string>,
): Promise<void> {
  const names = transaction.objectStore("names");
  for (let cursor = await names.openCursor(); cursor; cursor = await cursor.continue()) {
    const left = cursor.value.filter((alias) => !subjects.has(alias));
    if (subjects.has(cursor.key)) await cursor.delete();
    else if (left.length < cursor.value.length) await cursor.update(left);
  }
}

/** Removes everything that any store of records holds of some subjects. */
export async function forgetSubjects(
  transaction: HistoryTransaction,
  subjects: ReadonlySet<string>,
  removal: Removal,
): Promise<void> {
  await forgetRecords(transaction, removal);
  await forgetParts(transaction, subjects);
  await forgetLinks(transaction, subjects);
  await forgetStaged(transaction, subjects);
  await forgetNames(transaction, subjects);
}

/** Erases these people, all or none. */
async function forgetting(
  database: HistoryDatabase,
  people: readonly PersonRecord[],
  ground: Ground,
  reading: Readings,
  now: number,
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
  const time = timeOf(ground, now);
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
  return {
    overlay: { statements: [], links: [], registers: erased, erased: subjects },
    around: [...subjects],
    time,
    async also(transaction) {
      await forgetSubjects(transaction, subjects, removal);
    },
  };
}

/**
 * Erases a person.
 *
 * @throws {UnknownPerson}
 */
export function forget(database: HistoryDatabase, id: PersonId, now: number): Promise<void> {
  return changeFew(database, now, async (ground, reading) => {
    const person = await knownPerson(database, id);
    return [await forgetting(database, [person], ground, reading, now), undefined];
  });
}

/** Erases many people, all or none, in one walk over everything that is said. Answers how many; handles that lead to nobody are passed over. */
export function forgetMany(
  database: HistoryDatabase,
  ids: readonly PersonId[],
  now: number,
): Promise<number> {
  return changeFew(database, now, async (ground, reading) => {
    const found = await Promise.all(ids.map((id) => personWithHandle(database, id)));
    const people = [
      ...new Map(
        found.flatMap((one) => (one === undefined ? [] : [[one.subject, one] as const])),
      ).values(),
    ];
    if (people.length === 0) return [undefined, 0];
    return [await forgetting(database, people, ground, reading, now), people.length];
  });
}

/** How many aliases are erased. A person may have had several. */
export async function erasedCount(database: HistoryDatabase): Promise<number> {
  return registersInForce(await database.getAll("registers")).erased.size;
}

/** Lifts every erasure: from now on these people may be met again. Nothing comes back by itself. */
export function liftErasures(database: HistoryDatabase, now: number): Promise<void> {
  return changeFew(database, now, (ground) => {
    const time = timeOf(ground, now);
    const { erased } = registersInForce(ground.registers);
    const lifted = [...erased].map((mark): RegisterRecord => ({
      word: { kind: "erased", mark, value: false },
      replica: ground.replica,
      time,
    }));
    if (lifted.length === 0) return Promise.resolve([undefined, undefined]);
    return Promise.resolve([
      { overlay: { statements: [], links: [], registers: lifted }, time },
      undefined,
    ]);
  });
}
