/**
 * Reading the records of a history out, part by part, in the order of `recordId`.
 */
import {
  type ExportedImport,
  type ExportedRecord,
  type ExportedStatement,
  handlesIn,
  recordId,
  withPeople,
} from "../../domain/records/exported-history.ts";
import { isOfErased } from "../../domain/records/register.ts";
import type { Statement } from "../../domain/records/statement.ts";
import { HISTORY, type PersonSubject, type Subject } from "../../domain/records/subject.ts";
import type { Link } from "../../domain/records/link.ts";
import type { HistoryDatabase, HistorySchema, StoredStatement } from "../database/database.ts";
import { subjectOfHandle } from "../view/find-person.ts";
import { bodyText, partsFrom, type PartStore } from "../ground/parts.ts";
import { rawKey, storedKeys } from "../database/keys.ts";
import { groundOf, type Ground } from "../ground/ground.ts";
import { statementOf } from "../ground/unit.ts";

/** What is asked for. */
export interface RecordsAsked {
  /** The place that the part before ended with; `undefined` to begin. */
  readonly after: string | undefined;
  readonly atMost: number;
  /** Also the list of erased people, with the key that tells them. */
  readonly erased: boolean;
}

/** A part of an export; the last one has no `next`. */
export interface RecordsPart {
  readonly records: readonly ExportedRecord[];
  readonly next?: string;
}

/** The store of statements, inside any transaction. */
interface StatementStore {
  getAll(range: IDBKeyRange): Promise<StoredStatement[]>;
  getAllKeys(
    range: IDBKeyRange,
    atMost: number,
  ): Promise<readonly HistorySchema["statements"]["key"][]>;
}

/** How an export reads a history. */
export interface ExportReads {
  ground(): Promise<Pick<Ground, "imports" | "registers">>;
  links(): Promise<readonly Link[]>;
  /** Every key as base64url, the own one first. */
  keys(): Promise<readonly string[]>;
  /** Both stores at one moment. */
  stores(): { readonly statements: StatementStore; readonly parts: PartStore };
  /** As `subjectOfHandle`. */
  personOf(handle: string): Promise<PersonSubject | undefined>;
  /** What is made of one record that was read; nothing where it cannot be, and that is forgiven. */
  made<T>(name: string, make: () => T): readonly T[];
}

/** Reads of which each fails where something cannot be read. */
export const exactReads = (database: HistoryDatabase): ExportReads => ({
  ground: () => groundOf(database),
  links: () => database.getAll("links"),
  keys: async () => Promise.all((await storedKeys(database)).map(rawKey)),
  stores() {
    const transaction = database.transaction(["statements", "parts"]);
    return {
      statements: transaction.objectStore("statements"),
      parts: transaction.objectStore("parts"),
    };
  },
  personOf: (handle) => subjectOfHandle(database, handle),
  made: (_name, make) => [make()],
});

const byId = (a: ExportedRecord, b: ExportedRecord): number => {
  const [one, other] = [recordId(a), recordId(b)];
  return one < other ? -1 : one > other ? 1 : 0;
};

/** Everything but statements. */
async function others(
  reads: ExportReads,
  ground: Pick<Ground, "imports" | "registers">,
  erased: boolean,
): Promise<readonly ExportedRecord[]> {
  const counted = new Set<string>(ground.imports.map(({ source }) => source));
  const imports = ground.imports.flatMap(
    ({
      source: _source,
      staged: _staged,
      refersTo: _refersTo,
      hasNames: _hasNames,
      ...rest
    }): readonly ExportedRecord[] => {
      const { doneAt, outcome } = rest;
      if (doneAt === undefined || outcome === undefined) return [];
      const exported: ExportedImport = { ...rest, doneAt, outcome };
      return [{ kind: "import", import: exported }];
    },
  );
  const links = (await reads.links())
    .filter(({ source }) => !source.startsWith("archive:") || counted.has(source))
    .map((link): ExportedRecord => ({ kind: "link", link }));
  const registers = ground.registers
    .filter(({ word }) => erased || !isOfErased(word))
    .map(({ word, replica, time }): ExportedRecord => ({
      kind: "register",
      register: { word, replica, time },
    }));
  const keys = erased ? await reads.keys() : [];
  return [
    ...imports,
    ...keys.map((key): ExportedRecord => ({ kind: "key", key })),
    ...links,
    ...registers,
  ].sort(byId);
}

/** The next subjects that anything is said of, in their order. */
async function nextSubjects(
  reads: ExportReads,
  { imports }: Pick<Ground, "imports">,
  after: string,
  atMost: number,
): Promise<readonly Subject[]> {
  const found = new Set<string>();
  // What a source was read up to: nothing is known of later subjects.
  let known: string | undefined;
  const readUpTo = (last: string | undefined, isFull: boolean): void => {
    if (isFull && last !== undefined && (known === undefined || last < known)) known = last;
  };
  const { statements, parts } = reads.stores();
  const keys = await statements.getAllKeys(IDBKeyRange.lowerBound([after, []], true), atMost);
  for (const [subject] of keys) found.add(subject);
  readUpTo(keys.at(-1)?.[0], keys.length === atMost);
  for (const { source } of imports) {
    let from = `${after}\u0000`;
    for (let count = 0; count < atMost;) {
      const [part] = await parts.getAll(partsFrom(source, from), 1);
      if (part === undefined) break;
      for (const subject of part.subjects) if (subject > after) found.add(subject);
      count += part.subjects.length;
      const last = part.subjects.at(-1) ?? "";
      from = `${last}\u0000`;
      readUpTo(last, count >= atMost);
    }
  }
  const upTo = known;
  return [...found]
    .filter((subject) => upTo === undefined || subject <= upTo)
    .sort()
    .slice(0, atMost) as Subject[];
}

/** Everything that is said of a subject, without handles. */
async function statementsOf(
  reads: ExportReads,
  { imports }: Pick<Ground, "imports">,
  subject: Subject,
): Promise<readonly ExportedStatement[]> {
  const { statements, parts } = reads.stores();
  const [stored, texts] = await Promise.all([
    statements.getAll(IDBKeyRange.bound([subject], [subject, []])),
    Promise.all(imports.map((one) => bodyText(parts, one.source, subject))),
  ]);
  const own = stored.map(({ authors: _indexed, ...statement }) => statement as Statement);
  const imported = texts.flatMap((text, place) => {
    const from = imports[place];
    if (text === undefined || from === undefined) return [];
    return reads.made(`parts ${from.source} ${subject}`, () => statementOf(from, subject, text));
  });
  const people = new Map<string, PersonSubject | undefined>();
  if (subject === HISTORY)
    for (const handle of own.flatMap(handlesIn)) people.set(handle, await reads.personOf(handle));
  return [...own, ...imported].map((statement) =>
    withPeople(statement, (handle) => people.get(handle)),
  );
}

const STATEMENTS = "statement\n";

/** The next records by these reads, and where to go on. */
export async function readRecords(
  reads: ExportReads,
  { after, atMost, erased }: RecordsAsked,
): Promise<RecordsPart> {
  const ground = await reads.ground();
  if (after === undefined || !after.startsWith(STATEMENTS)) {
    const left = (await others(reads, ground, erased)).filter(
      (one) => after === undefined || recordId(one) > after,
    );
    const records = left.slice(0, atMost);
    const last = records.at(-1);
    const isAll = records.length === left.length;
    return { records, next: isAll || last === undefined ? STATEMENTS : recordId(last) };
  }
  const subjects = await nextSubjects(reads, ground, after.slice(STATEMENTS.length), atMost);
  const said = await Promise.all(subjects.map((one) => statementsOf(reads, ground, one)));
  const records = said
    .flat()
    .map((statement): ExportedRecord => ({ kind: "statement", statement }))
    .sort(byId);
  const last = subjects.at(-1);
  return { records, ...(last !== undefined && { next: STATEMENTS + last }) };
}

/** The next records, and where to go on. @throws what IndexedDB throws where something cannot be read */
export const exportedRecords = (
  database: HistoryDatabase,
  asked: RecordsAsked,
): Promise<RecordsPart> => readRecords(exactReads(database), asked);
