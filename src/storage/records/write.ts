/**
 * Writing a change: records, view and everything that follows from people, in one transaction. Either all of it is on disk, or nothing.
 */
import { unwrap } from "idb";
import { registersInForce } from "../../domain/projection/registers-in-force.ts";
import type { HybridTime } from "../../domain/records/hybrid-time.ts";
import { registerKey } from "../../domain/records/register.ts";
import type { Statement } from "../../domain/records/statement.ts";
import { isPost } from "../../domain/records/subject.ts";
import {
  HISTORY_STORES,
  type HistoryDatabase,
  type HistoryTransaction,
  type StoredStatement,
} from "../database/database.ts";
import { ALL_DERIVED } from "../derived/all-derived.ts";
import type { DerivedChange } from "../view/derived.ts";
import { type Whole, wholeOf } from "../view/about.ts";
import type { ViewChange } from "../view/view-change.ts";
import {
  followGround,
  type Ground,
  historyStatements,
  importsWith,
  withRegisters,
} from "../ground/ground.ts";
import { NO_OVERLAY, type Overlay, withStatements } from "../ground/overlay.ts";
import { writing } from "../database/writing.ts";

/** Something was written since the change was computed: it has to be computed again. */
export class Moved extends Error {}

/** A change that is ready to be written. */
export interface Writing {
  readonly ground: Ground;
  readonly overlay: Overlay;
  readonly view: ViewChange;
  /** The present moment (ms). */
  readonly now: number;
  /** The last moment that the replica noted, where an act noted one. */
  readonly time?: HybridTime;
  /** Everybody is in `view`, and what is not there is gone: stores of the view are cleared first. */
  readonly isOfAll?: boolean;
  /** What else belongs to the change. Nothing but requests of the transaction may be awaited. */
  readonly also?: (transaction: HistoryTransaction) => Promise<void>;
  readonly signal?: AbortSignal;
  /** Is given how many records of people were written. */
  readonly progress?: (people: number) => void;
}

/** A statement as it is stored: the authors it names are indexed. */
export const indexed = (statement: Statement): StoredStatement => {
  if (!isPost(statement.subject) || !("authors" in statement.body)) return statement;
  const authors = (statement.body.authors ?? []).flatMap(({ alias }) => alias ?? []);
  return authors.length === 0 ? statement : { ...statement, authors };
};

function putRecords(
  transaction: HistoryTransaction,
  { statements, links, registers }: Overlay,
): readonly Promise<unknown>[] {
  return [
    ...statements.map((one) => transaction.objectStore("statements").put(indexed(one))),
    ...links.map((one) => transaction.objectStore("links").put(one)),
    ...registers.map((one) =>
      transaction.objectStore("registers").put({ ...one, key: registerKey(one.word) }),
    ),
  ];
}

/** As many people as are put before the signal is looked at and the progress is said. */
const PEOPLE_AT_ONCE = 1000;

async function putView(
  transaction: HistoryTransaction,
  { view, isOfAll, signal, progress }: Writing,
): Promise<void> {
  if (isOfAll)
    await Promise.all(
      (["people", "aliases", "handles", "waiting"] as const).map((store) =>
        transaction.objectStore(store).clear(),
      ),
    );
  // The stores themselves: nothing listens to these requests, there may be many thousands; the transaction says what failed.
  const people = unwrap(transaction.objectStore("people"));
  const aliases = unwrap(transaction.objectStore("aliases"));
  const handles = unwrap(transaction.objectStore("handles"));
  const waiting = unwrap(transaction.objectStore("waiting"));
  const names = unwrap(transaction.objectStore("names"));
  for (let start = 0; start < view.people.length; start += PEOPLE_AT_ONCE) {
    signal?.throwIfAborted();
    let last: IDBRequest | undefined;
    for (const { before, after } of view.people.slice(start, start + PEOPLE_AT_ONCE)) {
      if (after !== undefined) last = people.put(after);
      else if (before !== undefined && !isOfAll) last = people.delete(before.subject);
    }
    if (view.people.length > PEOPLE_AT_ONCE && last !== undefined) await answered(last);
    progress?.(Math.min(start + PEOPLE_AT_ONCE, view.people.length));
  }
  for (const [alias, subject] of view.aliases) {
    if (subject === undefined) aliases.delete(alias);
    else aliases.put(subject, alias);
  }
  for (const [handle, subject] of view.handles) {
    if (subject === undefined) handles.delete(handle);
    else handles.put(subject, handle);
  }
  for (const [post, isWaiting] of view.waiting) {
    if (isWaiting) waiting.put(true, post);
    else waiting.delete(post);
  }
  for (const [name, called] of view.names) names.put(called, name);
}

/** A request of the transaction, awaited so that others are heard in between. */
function answered(request: IDBRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(), { once: true });
    request.addEventListener("error", () => reject(request.error ?? new Error("Not written")), {
      once: true,
    });
  });
}

/** What is known of the whole after the change. */
export function wholeAfter(ground: Ground, overlay: Overlay): Whole {
  const registers = withRegisters(ground.registers, overlay.registers);
  const imports = importsWith(ground, registers, overlay);
  const said = withStatements(
    ground.said,
    overlay.statements.filter((one) => one.subject === "history"),
  );
  return wholeOf(
    historyStatements({ imports, said }).map(({ body }) => body),
    registersInForce(registers.filter(({ word }) => word.kind === "clock")).corrections,
  );
}

/** @throws {Moved} when something was written since the ground was read */
async function isUnmoved(transaction: HistoryTransaction, ground: Ground): Promise<void> {
  const revision = (await transaction.objectStore("about").get("revision")) as number | undefined;
  if ((revision ?? 0) !== ground.revision) throw new Moved();
}

async function put(transaction: HistoryTransaction, writing: Writing): Promise<void> {
  const { ground, overlay, view, now, time, isOfAll, also } = writing;
  const about = transaction.objectStore("about");
  const checked = isUnmoved(transaction, ground);
  // It is awaited below. Where a request throws before that, what it throws is the reason that is heard.
  checked.catch(() => undefined);
  // What is long is not begun in vain. What is short is all asked for at once: a transaction that turns out to be late is undone.
  if (isOfAll || also !== undefined) await checked;
  const whole = wholeAfter(ground, overlay);
  const isOfEverybody = JSON.stringify(whole) !== JSON.stringify(wholeAfter(ground, NO_OVERLAY));
  const records = [
    checked,
    about.put(ground.revision + 1, "revision"),
    ...(isOfEverybody || isOfAll ? [about.put(whole, "whole")] : []),
    ...(time === undefined ? [] : [about.put(time, "time")]),
    ...putRecords(transaction, overlay),
  ];
  if (also !== undefined) {
    await Promise.all(records);
    await also(transaction);
  }
  const change: DerivedChange = { transaction, coverage: whole.coverage, isOfEverybody, now };
  const everybody = isOfAll ? view.people.flatMap(({ after }) => after ?? []) : [];
  const follow = async (): Promise<void> => {
    await putView(transaction, writing);
    await Promise.all(
      ALL_DERIVED.map((derived) =>
        isOfAll ? derived.rebuilt(change, everybody) : derived.changed(change, view.people),
      ),
    );
  };
  await Promise.all([...records, follow()]);
}

/**
 * Writes a change. Resolves after the transaction completed.
 *
 * @throws {Moved} when something was written since `ground` was read
 * @throws the reason of the signal, or what IndexedDB throws (`QuotaExceededError`); then nothing has changed
 */
export async function write(database: HistoryDatabase, change: Writing): Promise<void> {
  const { ground, overlay, time, also, signal } = change;
  await writing(database, HISTORY_STORES, async (transaction) => {
    await put(transaction, change);
    signal?.throwIfAborted();
  });
  if (also === undefined) followGround(database, ground, overlay, time);
}
