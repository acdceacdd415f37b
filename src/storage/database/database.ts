/**
 * The database of one history: its stores, and the ladder of upgrades that leads to them. Only the background opens it.
 *
 * Statements, links, registers, imports and keys are the history. Everything else is computed from them and can be made anew.
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction } from "idb";
import type { SourceId } from "../../domain/interactions/interaction.ts";
import type { Alias } from "../../domain/person/person.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import type { NameSubject, PostSubject, Subject } from "../../domain/records/subject.ts";
import type { Link } from "../../domain/records/link.ts";
import type { RegisterRecord } from "../../domain/records/register.ts";
import type { Statement } from "../../domain/records/statement.ts";
import type { StoredImport } from "./stored-import.ts";
import type { HistoryKey } from "./history-key.ts";
import { isThere, openAt, removeAt } from "./place.ts";

/** A page's or the user's statement as stored. */
export type StoredStatement = Statement & {
  /** The aliases that a statement about a post names as authors; they are indexed. */
  readonly authors?: readonly Alias[];
};

/** Statements of an import about some subjects that stand side by side. */
export interface StoredPart {
  /** Sorted as text. */
  readonly subjects: readonly string[];
  /**
   * For each subject what the import says, see `archiveBody`; or, where an earlier import says the same, the source of that import in
   * front of which stands `=`.
   */
  readonly bodies: readonly string[];
}

/** The place of a part: the source, and the last subject in it. `getAll` from a subject on finds the part that may hold it. */
export type PartKey = [source: SourceId, last: string];

/** A register as stored. */
export interface StoredRegister extends RegisterRecord {
  /** `registerKey` of the word. */
  readonly key: string;
}

/** Records of a restore that is not part of the history yet, in parts. */
export type StagedKey = [restore: string, part: number];

/** The stores and what they hold. */
export interface HistorySchema extends DBSchema {
  /** By subject, source and replica: what pages and the user say. */
  statements: {
    key: [Subject, SourceId, string];
    value: StoredStatement;
    indexes: { authors: Alias };
  };
  /** What imports say. */
  parts: { key: PartKey; value: StoredPart };
  links: {
    key: [Alias, Alias, SourceId, string];
    value: Link;
    indexes: { b: Alias };
  };
  registers: { key: [string, string]; value: StoredRegister };
  /** Imports by source: in the history, or staged. */
  imports: { key: SourceId; value: StoredImport };
  /** Keys of this history. */
  keys: { key: string; value: HistoryKey };
  /** Restores under way. */
  staged: { key: StagedKey; value: readonly unknown[] };
  /** The view: a record for each person. */
  people: { key: string; value: PersonRecord };
  /** The view: aliases that are not the subject of the record of the person, with that subject. */
  aliases: { key: Alias; value: string };
  /** The view: handles of those aliases, with the subject of the person. */
  handles: { key: string; value: string };
  /** The view: packed rows for ranking and search, by the first character of the handle. */
  directory: { key: string; value: unknown };
  /** The view: lists kept ready, by name. */
  lists: { key: string; value: unknown };
  /** The view: posts that wait for an author. */
  waiting: { key: PostSubject; value: true };
  /** The view: for each name that has statements, the aliases that are or were called so. */
  names: { key: NameSubject; value: readonly Alias[] };
  /** `replica`, `time`, `revision`, `counts`, `summaries`, `whole`, `owner`, `act`, `undone`. */
  about: { key: string; value: unknown };
}

export type HistoryDatabase = IDBPDatabase<HistorySchema>;

/** Every store. A writing transaction spans all of them. */
export const HISTORY_STORES = [
  "statements",
  "parts",
  "links",
  "registers",
  "imports",
  "keys",
  "staged",
  "people",
  "aliases",
  "handles",
  "directory",
  "lists",
  "waiting",
  "names",
  "about",
] as const;

export type HistoryTransaction = IDBPTransaction<HistorySchema, typeof HISTORY_STORES, "readwrite">;

/** The version that made the first released form. Lower ones were never released. */
const VERSION = 4;

/**
 * Opens the history kept under this name, making an empty one if there is none.
 *
 * @throws what IndexedDB throws: `InvalidStateError` in a permanently private Firefox, `UnknownError` for damaged files, `VersionError`
 * for a database of a later version
 */
export function openHistory(name: string): Promise<HistoryDatabase> {
  return openAt<HistorySchema>(name, {
    version: VERSION,
    upgrade(database, oldVersion) {
      if (oldVersion < 4) {
        // Nothing earlier was released.
        const stores = Array.from(database.objectStoreNames);
        for (const store of stores) database.deleteObjectStore(store);
        const statements = database.createObjectStore("statements", {
          keyPath: ["subject", "source", "replica"],
        });
        statements.createIndex("authors", "authors", { multiEntry: true });
        database.createObjectStore("parts");
        const links = database.createObjectStore("links", {
          keyPath: ["a", "b", "source", "replica"],
        });
        links.createIndex("b", "b");
        database.createObjectStore("registers", { keyPath: ["key", "replica"] });
        database.createObjectStore("imports", { keyPath: "source" });
        database.createObjectStore("keys", { keyPath: "name" });
        database.createObjectStore("staged");
        database.createObjectStore("people", { keyPath: "subject" });
        for (const store of [
          "aliases",
          "handles",
          "directory",
          "lists",
          "waiting",
          "names",
          "about",
        ] as const)
          database.createObjectStore(store);
      }
    },
  });
}

/**
 * Opens a history of whatever version it is, to read what can be read of it. Makes none.
 *
 * @throws what IndexedDB throws, see `openHistory`; `NotFoundError` where there is none
 */
export async function openAsItIs(name: string): Promise<HistoryDatabase> {
  if (!(await isThere(name))) throw new DOMException("There is no such history", "NotFoundError");
  return openAt<HistorySchema>(name);
}

/** Removes a history's database from the disk. It has to be closed before. */
export const removeHistory = (name: string): Promise<void> => removeAt(name);
