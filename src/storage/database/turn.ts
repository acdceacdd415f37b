/**
 * Changes of one history one after the other. What a change reads before it writes is then still true when it writes.
 */
import type { HistoryDatabase } from "./database.ts";

const turns = new WeakMap<object, Promise<unknown>>();

/** Does this when everything that was begun before is done. */
export function inTurn<T>(database: HistoryDatabase, act: () => Promise<T>): Promise<T> {
  const before = turns.get(database) ?? Promise.resolve();
  const next = before.then(act, act);
  turns.set(database, next);
  return next;
}
