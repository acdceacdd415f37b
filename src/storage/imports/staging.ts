/**
 * Imports on their way: staged part by part, unseen by everything else, until they are committed or dropped. A body that an import in
 * the history has as well is staged as a reference.
 */
import {
  importSource,
  type ImportHead,
  type ImportPart,
} from "../../domain/records/archive-import.ts";
import type { SourceId } from "../../domain/interactions/interaction.ts";
import { isName } from "../../domain/records/subject.ts";
import type { IDBPTransaction } from "idb";
import type { HistoryDatabase, HistorySchema, StoredPart } from "../database/database.ts";
import { groundOf } from "../ground/ground.ts";
import { partsFrom, type PartStore, referenceTo, referredTo } from "../ground/parts.ts";
import type { StoredImport } from "../database/stored-import.ts";
import { writing } from "../database/writing.ts";
import { ImportIncomplete } from "./import-asked.ts";

/** Whether an import is part of the history. */
export const isCommitted = (
  one: StoredImport | undefined,
): one is StoredImport & { readonly doneAt: number } => one?.doneAt !== undefined;

/** The stores of what is staged. */
const STAGING = ["imports", "parts", "links"] as const;

type StagingTransaction = IDBPTransaction<HistorySchema, typeof STAGING, "readwrite">;

/** Removes everything that is staged of an import. */
async function drop(transaction: StagingTransaction, source: SourceId): Promise<void> {
  await Promise.all([
    transaction.objectStore("imports").delete(source),
    transaction.objectStore("parts").delete(partsFrom(source)),
  ]);
  const links = transaction.objectStore("links");
  for (let cursor = await links.openCursor(); cursor; cursor = await cursor.continue())
    if (cursor.value.source === source) await cursor.delete();
}

/**
 * Makes room for an import. What an import left behind that never came to its end is dropped; an import that is part of the history
 * stays.
 */
export async function beginImport(database: HistoryDatabase, head: ImportHead): Promise<void> {
  const { replica } = await groundOf(database);
  const source = importSource(head.id);
  await writing(database, STAGING, async (transaction) => {
    const imports = transaction.objectStore("imports");
    const known = await imports.getAll();
    for (const one of known) if (!isCommitted(one)) await drop(transaction, one.source);
    if (!known.some((one) => one.source === source && isCommitted(one)))
      await imports.put({
        ...head,
        source,
        replica,
        owner: { aliases: [] },
        staged: [],
        refersTo: [],
        hasNames: false,
      });
  });
}

/** Bodies of one import by subject, in a range of subjects. */
async function bodiesBetween(
  store: PartStore,
  source: SourceId,
  first: string,
  last: string,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  let from = first;
  for (;;) {
    const parts = await store.getAll(partsFrom(source, from), 2);
    for (const { subjects, bodies } of parts)
      for (const [place, subject] of subjects.entries()) found.set(subject, bodies[place] ?? "");
    const reached = parts.at(-1)?.subjects.at(-1);
    if (parts.length < 2 || reached === undefined || reached >= last) return found;
    // The part after the one that ends here.
    from = `${reached}\u0000`;
  }
}

/** The bodies with references in place of those that an earlier import has as well. */
async function withReferences(
  store: PartStore,
  earlier: readonly SourceId[],
  { subjects, bodies }: ImportPart,
): Promise<readonly string[]> {
  const [first, last] = [subjects[0], subjects.at(-1)];
  const latest = earlier.at(-1);
  if (first === undefined || last === undefined || latest === undefined) return bodies;
  const readings = new Map<SourceId, Promise<ReadonlyMap<string, string>>>();
  const bodiesOf = (source: SourceId): Promise<ReadonlyMap<string, string>> => {
    const reading = readings.get(source) ?? bodiesBetween(store, source, first, last);
    readings.set(source, reading);
    return reading;
  };
  const known = await bodiesOf(latest);
  return Promise.all(
    subjects.map(async (subject, place) => {
      const body = bodies[place] ?? "";
      const before = known.get(subject);
      if (before === undefined) return body;
      const other = referredTo(before);
      const text = other === undefined ? before : (await bodiesOf(other)).get(subject);
      return text === body ? referenceTo(other ?? latest) : body;
    }),
  );
}

/** Measured: records of about this many subjects, and of less than 64 KiB, are written, found and read best. */
const SUBJECTS_IN_RECORD = 50;
const CHARACTERS_IN_RECORD = 60_000;

/** A part in records of a good size. Of what is larger alone, each subject has a record of its own. */
function recordsOf(subjects: readonly string[], bodies: readonly string[]): readonly StoredPart[] {
  const records: { subjects: string[]; bodies: string[] }[] = [];
  let characters = Infinity;
  for (const [place, subject] of subjects.entries()) {
    const body = bodies[place] ?? "";
    const size = subject.length + body.length;
    let last = records.at(-1);
    const isFull =
      last === undefined ||
      last.subjects.length >= SUBJECTS_IN_RECORD ||
      characters + size > CHARACTERS_IN_RECORD;
    if (last === undefined || isFull) {
      last = { subjects: [], bodies: [] };
      records.push(last);
      characters = 0;
    }
    last.subjects.push(subject);
    last.bodies.push(body);
    characters += size;
  }
  return records;
}

/** The import with a part that was staged. */
function withPart(known: StoredImport, part: ImportPart, bodies: readonly string[]): StoredImport {
  const refersTo = bodies.flatMap((body) => referredTo(body) ?? []);
  return {
    ...known,
    staged: [...new Set([...known.staged, part.part])].sort((a, b) => a - b),
    refersTo: [...new Set([...known.refersTo, ...refersTo])].sort(),
    hasNames: known.hasNames || part.subjects.some(isName),
  };
}

/**
 * Keeps one part of an import. Nothing is kept of an import that is done.
 *
 * @throws {ImportIncomplete} when it was dropped, or never begun
 */
export async function stagePart(
  database: HistoryDatabase,
  id: string,
  part: ImportPart,
): Promise<void> {
  const source = importSource(id);
  const { imports: committed, replica } = await groundOf(database);
  await writing(database, STAGING, async (transaction) => {
    const known = await transaction.objectStore("imports").get(source);
    if (known === undefined) throw new ImportIncomplete(id);
    if (isCommitted(known)) return;
    const parts = transaction.objectStore("parts");
    const earlier = committed.map((one) => one.source);
    const bodies = await withReferences(parts, earlier, part);
    await Promise.all([
      transaction.objectStore("imports").put(withPart(known, part, bodies)),
      ...recordsOf(part.subjects, bodies).map((one) =>
        parts.put(one, [source, one.subjects.at(-1) ?? ""]),
      ),
      ...part.links.map(({ a, b }) =>
        transaction.objectStore("links").put({
          ...(a < b ? { a, b } : { a: b, b: a }),
          source,
          replica,
          version: 1,
          evidence: "row",
          firstAt: known.madeAt,
        }),
      ),
    ]);
  });
}

/** Drops an import on its way; the history is as it was. Answers `false` when it is part of the history already. */
export const dropImport = (database: HistoryDatabase, id: string): Promise<boolean> =>
  writing(database, STAGING, async (transaction) => {
    const source = importSource(id);
    const isDone = isCommitted(await transaction.objectStore("imports").get(source));
    if (!isDone) await drop(transaction, source);
    return !isDone;
  });
