/**
 * What a restore replaces, kept beside the history until the user confirms the restore, so that it can be undone.
 */
import type { JsonObject } from "../../domain/records/exported-history.ts";
import { registerKey } from "../../domain/records/register.ts";
import type { HistoryDatabase, HistoryTransaction } from "../database/database.ts";
import type { HistoryKey } from "../database/history-key.ts";
import { allOfUndo, partOfUndo, UNDO_HEAD } from "../database/kept-for-undo.ts";
import type { Overlay } from "../ground/overlay.ts";

/** The stores that hold records. */
export const RECORD_STORES = [
  "statements",
  "links",
  "registers",
  "imports",
  "parts",
  "keys",
] as const;

/** See {@link RECORD_STORES}. */
export type RecordStore = (typeof RECORD_STORES)[number];

/** A place in a store, with what was there before the restore. */
export interface ReplacedRecord {
  readonly store: RecordStore;
  readonly key: IDBValidKey;
  /** Absent where nothing was there. */
  readonly before?: unknown;
  /** See {@link markOf}, after the restore. */
  readonly after: string;
}

/** What is known of a restore that can be undone. */
export interface UndoHead {
  /** When it was restored (ms). */
  readonly at: number;
  /** The history was begun by it. */
  readonly isNew: boolean;
  /** The settings before, and those of the file, where it has some. */
  readonly settings?: { readonly before: JsonObject; readonly restored: JsonObject };
}

/** The restore that can be undone; `undefined` where there is none. */
export async function undoHead(database: HistoryDatabase): Promise<UndoHead | undefined> {
  const [head] = (await database.get("staged", UNDO_HEAD)) ?? [];
  return head as UndoHead | undefined;
}

/** Tells two states of a record from each other: every writing of a record changes its version or its time. */
export function markOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const { version, time, subjects } = value as Record<string, unknown>;
  return JSON.stringify(version ?? time ?? subjects ?? "there");
}

const placeId = (store: RecordStore, key: IDBValidKey): string => `${store} ${JSON.stringify(key)}`;

/** A text as it stands within JSON. */
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** The places of those stores in which forgetting writes something anew. */
async function placesNow(
  transaction: HistoryTransaction,
): Promise<readonly (readonly [id: string, store: RecordStore, key: IDBValidKey])[]> {
  const found = [];
  for (const store of ["registers", "parts"] as const)
    for (const key of await transaction.objectStore(store).getAllKeys())
      found.push([placeId(store, key), store, key] as const);
  return found;
}

type Places = Map<string, { store: RecordStore; key: IDBValidKey; before?: unknown }>;

/** So many records in one part. */
const IN_PART = 500;

/** Collects what is at some places before a restore writes to them. */
export class ReplacedRecords {
  readonly #places: Places = new Map();
  #known: ReadonlySet<string> | undefined;

  /** Remembers what is at a place. The first time counts. */
  add(store: RecordStore, key: IDBValidKey, before: unknown): void {
    const id = placeId(store, key);
    if (!this.#places.has(id))
      this.#places.set(id, { store, key, ...(before !== undefined && { before }) });
  }

  /**
   * Remembers what is said of some subjects before they are forgotten, and every word of the user: forgetting writes words anew under
   * other keys.
   *
   * @param texts the subjects and their handles
   */
  async addSubjects(transaction: HistoryTransaction, texts: ReadonlySet<string>): Promise<void> {
    for (const name of ["statements", "links", "registers", "parts"] as const) {
      const store = transaction.objectStore(name);
      for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue()) {
        const text = JSON.stringify(cursor.value);
        if (name === "registers" || [...texts].some((one) => text.includes(inJson(one))))
          this.add(name, cursor.primaryKey, cursor.value);
      }
    }
    this.#known = new Set((await placesNow(transaction)).map(([id]) => id));
  }

  /** Puts everything beside the history, with the marks of what is there now, in place of what was kept of an earlier restore. */
  async keep(transaction: HistoryTransaction, head: UndoHead): Promise<void> {
    const known = this.#known;
    // Places that forgetting has made.
    if (known !== undefined)
      for (const [id, store, key] of await placesNow(transaction))
        if (!known.has(id)) this.add(store, key, undefined);
    const records: ReplacedRecord[] = [];
    for (const { store, key, before } of this.#places.values()) {
      const now: unknown = await transaction.objectStore(store).get(key as never);
      if (JSON.stringify(now) !== JSON.stringify(before))
        records.push({ store, key, ...(before !== undefined && { before }), after: markOf(now) });
    }
    const staged = transaction.objectStore("staged");
    await staged.delete(allOfUndo());
    await staged.put([head], UNDO_HEAD);
    for (let start = 0; start < records.length; start += IN_PART)
      await staged.put(records.slice(start, start + IN_PART), partOfUndo(start / IN_PART));
  }
}

/** What the records of a restore replace. To be read in the turn in which they are written. */
export async function replacedBy(
  database: HistoryDatabase,
  { statements, links, registers, imports = [] }: Overlay,
  keys: readonly HistoryKey[],
): Promise<ReplacedRecords> {
  const replaced = new ReplacedRecords();
  const transaction = database.transaction(["statements", "links", "registers"]);
  for (const { subject, source, replica } of statements) {
    const key: [typeof subject, typeof source, string] = [subject, source, replica];
    replaced.add("statements", key, await transaction.objectStore("statements").get(key));
  }
  for (const { a, b, source, replica } of links) {
    const key: [typeof a, typeof b, typeof source, string] = [a, b, source, replica];
    replaced.add("links", key, await transaction.objectStore("links").get(key));
  }
  for (const { word, replica } of registers) {
    const key: [string, string] = [registerKey(word), replica];
    replaced.add("registers", key, await transaction.objectStore("registers").get(key));
  }
  for (const { head } of imports) replaced.add("imports", head.source, undefined);
  for (const { name } of keys) replaced.add("keys", name, undefined);
  return replaced;
}
