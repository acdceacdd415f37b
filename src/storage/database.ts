/**
 * The database of one history: its stores, and the ladder of upgrades that leads to them. Only the background opens it.
 */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from "idb";
import type { PackedInteractions } from "../domain/interaction-columns.ts";
import type {
  ImportedPerson,
  ImportHead,
  LoggedImport,
  PlacedName,
  SaidOfPerson,
  WaitingFact,
} from "../domain/archive-import.ts";
import type { SourceId } from "../domain/interaction.ts";
import type { Merged } from "../domain/merge.ts";
import type { Alias, PersonId } from "../domain/person.ts";
import type { PersonRecord } from "../domain/person-record.ts";
import type { TieSummary } from "../domain/tie-summary.ts";

/** A person as stored. */
export interface StoredPerson extends PersonRecord {
  /** What pages and the user's hand say, apart from all imports; absent while no import says anything. */
  readonly own?: SaidOfPerson;
}

/** The interactions of one person, packed, and the keys of those the user said were wrong. */
export interface StoredInteractions {
  readonly packed: PackedInteractions;
  /** How many are packed. */
  readonly count: number;
  readonly deleted: readonly string[];
  /** Who the person is made of; absent for whoever was never merged. */
  readonly merged?: Merged;
}

/** Counts kept in step with the stores inside every writing transaction, for the witness. */
export interface Counts {
  readonly people: number;
  readonly interactions: number;
}

/** A person of an import that is not in the history yet, with the summary of what the import says. */
export interface StagedPerson extends ImportedPerson {
  readonly summary: TieSummary;
}

/** One part of an import that is not in the history yet. */
export interface StagedPart {
  readonly people: readonly StagedPerson[];
  readonly waiting: readonly WaitingFact[];
  /** Absent in parts that an earlier version staged. */
  readonly placed?: readonly PlacedName[];
  /** Absent in parts that an earlier version staged. */
  readonly own?: readonly string[];
}

/** Whose a name was as far as an import could tell; nobody's, or several people's, without aliases. */
export interface NameDecision {
  readonly by: string;
  readonly aliases: readonly Alias[];
  /** The rows of that import called them so. */
  readonly told?: true;
}

/** Facts whose person is not known yet, or was not when they were imported. */
export interface StoredWaiting {
  readonly facts: readonly WaitingFact["interaction"][];
  /** Whom they count for, once known. They stay, so that importing them again finds it. */
  readonly author?: readonly Alias[];
  /** Whose a name was at each import that had or met it, the latest last. */
  readonly decided?: readonly NameDecision[];
  /** The imports that say the post is the owner's own: while there are any, it waits for nobody. */
  readonly own?: readonly SourceId[];
}

/** The place of a part: its import and its number. */
export type PartKey = [importId: string, part: number];

/** The stores and what they hold. */
export interface HistorySchema extends DBSchema {
  people: { key: PersonId; value: StoredPerson };
  aliases: { key: Alias; value: PersonId };
  interactions: { key: PersonId; value: StoredInteractions };
  /** Lists kept ready for the popup, by name. */
  lists: { key: string; value: unknown };
  /** `counts`, `gone`, `coverage`, `coverage-apart`, `circles-apart`, `edition`, `erasures`, `summaries`. */
  about: { key: string; value: unknown };
  /** Imports in the history, and those under way. */
  imports: { key: string; value: LoggedImport | ImportHead };
  /** Parts of imports under way. */
  staged: { key: PartKey; value: StagedPart };
  /** What imports in the history say of people besides interactions, by part. */
  said: { key: PartKey; value: readonly SaidOfPerson[] };
  /** By the post, or the comment under it, whose author is waited for, or by the name. */
  waiting: { key: string; value: StoredWaiting };
  /** By alias, the aliases that belong to somebody else whatever pages and files show; both ways. */
  apart: { key: Alias; value: readonly Alias[] };
  /** Salted hashes of the aliases of people who were erased. */
  erased: { key: string; value: number };
}

export type HistoryDatabase = IDBPDatabase<HistorySchema>;

/** The stores that a change of the history touches, all of them in every writing transaction. */
export const HISTORY_STORES = [
  "people",
  "aliases",
  "interactions",
  "lists",
  "about",
  "imports",
  "staged",
  "said",
  "waiting",
  "apart",
  "erased",
] as const;

export type HistoryTransaction = IDBPTransaction<HistorySchema, typeof HISTORY_STORES, "readwrite">;

const VERSION = 3;

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
      if (oldVersion < 2) {
        database.createObjectStore("imports", { keyPath: "id" });
        database.createObjectStore("staged");
        database.createObjectStore("said");
        database.createObjectStore("waiting");
      }
      if (oldVersion < 3) {
        database.createObjectStore("apart");
        database.createObjectStore("erased");
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

/** Removes a history's database from the disk. It has to be closed before. */
export const removeHistory = (name: string): Promise<void> => deleteDB(name);
