/**
 * The database of one history: its stores, and the ladder of upgrades that leads to them. Only the background opens it.
 */
import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from "idb";
import type { PackedInteractions } from "../domain/interaction-columns.ts";
import type { Alias, PersonId } from "../domain/person.ts";
import type { PersonRecord } from "../domain/person-record.ts";

/** The interactions of one person, packed, and the keys of those the user said were wrong. */
export interface StoredInteractions {
  readonly packed: PackedInteractions;
  /** How many are packed. */
  readonly count: number;
  readonly deleted: readonly string[];
}

/** Counts kept in step with the stores inside every writing transaction, for the witness. */
export interface Counts {
  readonly people: number;
  readonly interactions: number;
}

/** The stores and what they hold. */
export interface HistorySchema extends DBSchema {
  people: { key: PersonId; value: PersonRecord };
  aliases: { key: Alias; value: PersonId };
  interactions: { key: PersonId; value: StoredInteractions };
  /** Lists kept ready for the popup, by name. */
  lists: { key: string; value: unknown };
  /** `counts`, `coverage`, `identity`. */
  about: { key: string; value: unknown };
}

export type HistoryDatabase = IDBPDatabase<HistorySchema>;

/** The stores that a change of the history touches, all of them in every writing transaction. */
export const HISTORY_STORES = ["people", "aliases", "interactions", "lists", "about"] as const;

export type HistoryTransaction = IDBPTransaction<HistorySchema, typeof HISTORY_STORES, "readwrite">;

const VERSION = 1;

/**
 * Opens the history kept under this name, making an empty one if there is none.
 *
 * @throws what IndexedDB throws: `InvalidStateError` in a permanently private Firefox, `UnknownError` for damaged files
 */
export function openHistory(name: string): Promise<HistoryDatabase> {
  return openDB<HistorySchema>(name, VERSION, {
    upgrade(database, oldVersion) {
      if (oldVersion < 1) {
        database.createObjectStore("people", { keyPath: "id" });
        database.createObjectStore("aliases");
        database.createObjectStore("interactions");
        database.createObjectStore("lists");
        database.createObjectStore("about");
      }
    },
    blocking(_current, _blocked, event) {
      // Another context wants to upgrade; the background holds the only connection, so letting go is always right.
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
}

/** A transaction over the whole history. Nothing but its own requests may be awaited until it is done. */
export const historyTransaction = (database: HistoryDatabase): HistoryTransaction =>
  database.transaction(HISTORY_STORES, "readwrite");
