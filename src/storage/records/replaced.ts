/**
 * What an act replaces, kept beside the history as long as the act can be undone.
 */
import type { SourceId } from "../../domain/interactions/interaction.ts";
import { registersInForce } from "../../domain/projection/registers-in-force.ts";
import { registerKey } from "../../domain/records/register.ts";
import { noteUndone } from "../database/acts-answered.ts";
import {
  type HistoryDatabase,
  HISTORY_STORES,
  type HistoryTransaction,
  type PartKey,
} from "../database/database.ts";
import type { HistoryKey } from "../database/history-key.ts";
import type { UndoPlace } from "../database/kept-for-undo.ts";
import { writing } from "../database/writing.ts";
import { outdate } from "../derived/version.ts";
import type { Overlay } from "../ground/overlay.ts";
import { partsFrom } from "../ground/parts.ts";

/** The stores that hold records. */
const RECORD_STORES = ["statements", "links", "registers", "imports", "parts", "keys"] as const;

/** See {@link RECORD_STORES}. */
export type RecordStore = (typeof RECORD_STORES)[number];

/** A place in a store, with what was there before the act. */
interface ReplacedRecord {
  readonly store: RecordStore;
  readonly key: IDBValidKey;
  /** Absent where nothing was there. */
  readonly before?: unknown;
  /** See {@link markOf}, after the act. */
  readonly after: string;
}

/** Tells two states of a record from each other: every writing of a record changes its version or its time. */
function markOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const { version, time, subjects } = value as Record<string, unknown>;
  return JSON.stringify(version ?? time ?? subjects ?? "there");
}

const placeId = (store: RecordStore, key: IDBValidKey): string => `${store} ${JSON.stringify(key)}`;

/** So many records in one part. */
const IN_PART = 500;

/** Collects what is at some places before an act writes to them. */
export class ReplacedRecords {
  readonly #places = new Map<string, Omit<ReplacedRecord, "after">>();

  /** Remembers what is at a place. The first time counts. */
  add(store: RecordStore, key: IDBValidKey, before: unknown): void {
    const id = placeId(store, key);
    if (!this.#places.has(id))
      this.#places.set(id, { store, key, ...(before !== undefined && { before }) });
  }

  /** Puts everything beside the history, with the marks of what is there now, in place of what was kept of an earlier act. */
  async keep(transaction: HistoryTransaction, place: UndoPlace, head: object): Promise<void> {
    const staged = transaction.objectStore("staged");
    await staged.delete(place.all());
    await staged.put([head], place.head);
    await this.keepToo(transaction, place);
  }

  /** Puts everything behind what is kept of an act already: it followed from it. */
  async keepToo(transaction: HistoryTransaction, place: UndoPlace): Promise<void> {
    const records: ReplacedRecord[] = [];
    for (const { store, key, before } of this.#places.values()) {
      const now: unknown = await transaction.objectStore(store).get(key as never);
      if (JSON.stringify(now) !== JSON.stringify(before))
        records.push({ store, key, ...(before !== undefined && { before }), after: markOf(now) });
    }
    const staged = transaction.objectStore("staged");
    const first = await staged.count(place.parts());
    for (let start = 0; start < records.length; start += IN_PART)
      await staged.put(records.slice(start, start + IN_PART), place.part(first + start / IN_PART));
  }
}

/** What the records of an overlay replace. To be read in the turn in which they are written. */
export async function replacedBy(
  database: HistoryDatabase,
  { statements, links, registers, imports = [] }: Overlay,
  keys: readonly HistoryKey[] = [],
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

/** What is known of imports while records are put back. */
interface ImportsNow {
  /** Imports that others refer to. */
  readonly referred: ReadonlySet<string>;
  /** Those whose parts are there: they are not withdrawn, or one that is not refers to them. */
  readonly withParts: ReadonlySet<string>;
  /** Those that are not withdrawn. */
  readonly withLinks: ReadonlySet<string>;
}

/** @param transaction nothing but requests of it are awaited */
async function importsNow(transaction: HistoryTransaction): Promise<ImportsNow> {
  const imports = await transaction.objectStore("imports").getAll();
  const { withdrawn } = registersInForce(await transaction.objectStore("registers").getAll());
  const left = imports.filter(({ source }) => !withdrawn.has(source));
  const withLinks = new Set<string>(left.map(({ source }) => source));
  return {
    referred: new Set(imports.flatMap(({ refersTo }) => refersTo)),
    withParts: new Set([...withLinks, ...left.flatMap(({ refersTo }) => refersTo)]),
    withLinks,
  };
}

/** Whether the import that a record belongs to is there no more: it was cancelled or taken back since. */
function isOrphan({ store, key }: ReplacedRecord, { withParts, withLinks }: ImportsNow): boolean {
  if (store === "parts") return !withParts.has((key as PartKey)[0]);
  if (store !== "links") return false;
  const [, , source] = key as [string, string, SourceId, string];
  return source.startsWith("archive:") && !withLinks.has(source);
}

/** Puts one record back, unless it was written since. */
async function putBack(
  transaction: HistoryTransaction,
  record: ReplacedRecord,
  imports: ImportsNow,
): Promise<void> {
  const { store: name, key, before, after } = record;
  const store = transaction.objectStore(name);
  if (markOf(await store.get(key as never)) !== after) return;
  if (before === undefined) {
    // What a later import says may be kept in this one.
    if (name === "imports" && imports.referred.has(key as string)) return;
    await store.delete(key as never);
    if (name === "imports")
      await transaction.objectStore("parts").delete(partsFrom(key as `archive:${string}`));
  } else if (isOrphan(record, imports)) return;
  else if (name === "parts") await transaction.objectStore(name).put(before as never, key as never);
  else await store.put(before as never);
}

/** Which imports there are is known when these are put back. */
const FIRST: readonly RecordStore[] = ["registers", "imports"];

/**
 * Puts back what an act replaced, unless it was written since; all or nothing. The view is outdated then, and has to be made anew.
 *
 * @param undone what is noted with it
 */
export const putAllBack = (
  database: HistoryDatabase,
  place: UndoPlace,
  undone: Parameters<typeof noteUndone>[1],
): Promise<void> =>
  writing(database, HISTORY_STORES, async (transaction) => {
    const staged = transaction.objectStore("staged");
    for (const isFirst of [true, false]) {
      const imports = await importsNow(transaction);
      // What followed is taken back before what it followed from.
      for (
        let cursor = await staged.openCursor(place.parts(), "prev");
        cursor;
        cursor = await cursor.continue()
      )
        for (const one of cursor.value as unknown as readonly ReplacedRecord[])
          if (FIRST.includes(one.store) === isFirst) await putBack(transaction, one, imports);
    }
    await staged.delete(place.all());
    await noteUndone(transaction, undone);
    // The view is made of what is there now; where this background ends before, the next one makes it.
    await transaction.objectStore("names").clear();
    await outdate(transaction);
  });
