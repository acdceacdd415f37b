/**
 * Taking subjects out of everything that any store holds, and the list of erased aliases.
 */
import type { Alias } from "../../domain/person/person.ts";
import type { SourceId } from "../../domain/interactions/interaction.ts";
import { registersInForce } from "../../domain/projection/registers-in-force.ts";
import { type Removal, withoutSubjects } from "../../domain/records/without-subjects.ts";
import { NO_RECORDS } from "../../domain/records/record-set.ts";
import { type RegisterRecord, registerKey } from "../../domain/records/register.ts";
import type { Statement } from "../../domain/records/statement.ts";
import { isAlias, type Subject } from "../../domain/records/subject.ts";
import { forgetAct } from "../database/acts-answered.ts";
import type { HistoryDatabase, HistoryTransaction } from "../database/database.ts";
import { settleDeletion } from "../database/deletion-head.ts";
import { DELETION_UNDO, RESTORE_UNDO } from "../database/kept-for-undo.ts";
import { timeOf } from "../ground/ground.ts";
import { partsFrom } from "../ground/parts.ts";
import { changeFew } from "./change-few.ts";
import type { RecordStore } from "./replaced.ts";
import { indexed } from "./write.ts";

/** Where is said what was at a place before it is written to. */
type Replacing = (store: RecordStore, key: IDBValidKey, before: unknown) => void;

/** Statements that are read at once. */
const AT_ONCE = 500;

/** Deletes what is said of the subjects, and takes them out of what is said of others. */
async function forgetStatements(
  transaction: HistoryTransaction,
  removal: Removal,
  replacing: Replacing,
): Promise<void> {
  const store = transaction.objectStore("statements");
  let after: IDBKeyRange | undefined;
  for (;;) {
    const some = await store.getAll(after, AT_ONCE);
    let key: [Subject, SourceId, string] | undefined;
    for (const stored of some) {
      const { authors: _indexed, ...statement } = stored;
      key = [stored.subject, stored.source, stored.replica];
      const [left] = withoutSubjects(
        { ...NO_RECORDS, statements: [statement as Statement] },
        removal,
      ).statements;
      if (left === statement || JSON.stringify(left) === JSON.stringify(statement)) continue;
      replacing("statements", key, stored);
      if (left === undefined) await store.delete(key);
      else await store.put(indexed({ ...left, version: left.version + 1 }));
    }
    if (key === undefined || some.length < AT_ONCE) return;
    after = IDBKeyRange.lowerBound(key, true);
  }
}

/** Takes the subjects out of the words of the user. */
async function forgetWords(
  transaction: HistoryTransaction,
  removal: Removal,
  replacing: Replacing,
): Promise<void> {
  const store = transaction.objectStore("registers");
  for (const stored of await store.getAll()) {
    const { key: name, ...record } = stored;
    const [left] = withoutSubjects({ ...NO_RECORDS, registers: [record] }, removal).registers;
    if (left?.word === record.word) continue;
    replacing("registers", [name, record.replica], stored);
    await store.delete([name, record.replica]);
    if (left === undefined) continue;
    const key: [string, string] = [registerKey(left.word), left.replica];
    replacing("registers", key, await store.get(key));
    await store.put({ ...left, key: key[0] });
  }
}

/** Takes the subjects out of the parts of all imports, of those too that are staged or undone. */
async function forgetParts(
  transaction: HistoryTransaction,
  subjects: ReadonlySet<string>,
  replacing: Replacing,
): Promise<void> {
  const store = transaction.objectStore("parts");
  const wanted = [...subjects].sort();
  for (const { source } of await transaction.objectStore("imports").getAll())
    for (let place = 0; place < wanted.length;) {
      const [part] = await store.getAll(partsFrom(source, wanted[place]), 1);
      const last = part?.subjects.at(-1);
      if (part === undefined || last === undefined) break;
      // Those that this part would hold.
      while (place < wanted.length && (wanted[place] ?? "") <= last) place += 1;
      const isLeft = part.subjects.map((subject) => !subjects.has(subject));
      if (isLeft.every(Boolean)) continue;
      const left = {
        subjects: part.subjects.filter((_, at) => isLeft[at]),
        bodies: part.bodies.filter((_, at) => isLeft[at]),
      };
      replacing("parts", [source, last], part);
      await store.delete([source, last]);
      const lastLeft = left.subjects.at(-1);
      if (lastLeft === undefined) continue;
      replacing("parts", [source, lastLeft], undefined);
      await store.put(left, [source, lastLeft]);
    }
}

async function forgetLinks(
  transaction: HistoryTransaction,
  aliases: ReadonlySet<string>,
  replacing: Replacing,
): Promise<void> {
  const store = transaction.objectStore("links");
  for (const alias of aliases) {
    if (!isAlias(alias)) continue;
    const [from, to] = [
      await store.getAll(IDBKeyRange.bound([alias], [alias, []])),
      await store.index("b").getAll(alias),
    ];
    for (const link of [...from, ...to]) {
      const key: [Alias, Alias, SourceId, string] = [link.a, link.b, link.source, link.replica];
      replacing("links", key, link);
      await store.delete(key);
    }
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

/** Removes everything that the history holds of some subjects. What is on its way into it is left. */
export async function forgetRecords(
  transaction: HistoryTransaction,
  subjects: ReadonlySet<string>,
  removal: Removal,
  replacing: Replacing = () => undefined,
): Promise<void> {
  await forgetAct(transaction);
  await forgetStatements(transaction, removal, replacing);
  await forgetWords(transaction, removal, replacing);
  await forgetParts(transaction, subjects, replacing);
  await forgetLinks(transaction, subjects, replacing);
  await forgetNames(transaction, subjects);
}

/** Whether a text that is in a value is one of some. */
function holdsOneOf(value: unknown, texts: ReadonlySet<string>): boolean {
  if (typeof value === "string") return texts.has(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([name, one]) => texts.has(name) || holdsOneOf(one, texts));
}

/**
 * Takes the subjects out of restores that are under way. What a restore and a deletion replaced goes whole: it may hold the people in any
 * place.
 */
export async function forgetStaged(
  transaction: HistoryTransaction,
  subjects: ReadonlySet<string>,
): Promise<void> {
  const store = transaction.objectStore("staged");
  await store.delete(RESTORE_UNDO.all());
  const all = new Set([...subjects, ...(await settleDeletion(transaction))]);
  for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue()) {
    if (cursor.key[0] === DELETION_UNDO.head[0]) continue;
    const left = cursor.value.filter((record) => !holdsOneOf(record, all));
    if (left.length < cursor.value.length) await cursor.update(left);
  }
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

/** Removes everything that any store holds of some subjects. */
export async function forgetSubjects(
  transaction: HistoryTransaction,
  subjects: ReadonlySet<string>,
  removal: Removal,
  replacing?: Replacing,
): Promise<void> {
  await forgetRecords(transaction, subjects, removal, replacing);
  await forgetStaged(transaction, subjects);
}
