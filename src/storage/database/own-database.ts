/**
 * The database of what belongs to no history: the settings, the list of histories, what could not be recorded yet. Only the background
 * opens it. The histories do not hang on it: each knows its owner, and the list can be made anew from them.
 */
import type { DBSchema, IDBPDatabase } from "idb";
import type { Sighting } from "../../domain/interactions/sighting.ts";
import type { Alias } from "../../domain/person/person.ts";
import { isThere, openAt, removeAt } from "./place.ts";
import { withRoom } from "./room.ts";
import { writing } from "./writing.ts";

/** A sighting that says who of two spoke to whom: it is true of the history of a member who has one of these aliases. */
export interface ConditionalSighting {
  readonly of: readonly Alias[];
  readonly sighting: Sighting;
}

/** What a member observed and what no history could take in yet. */
export interface OutboxEntry {
  /** Absent while it is not known whose it is: then nothing takes it in. */
  readonly viewer?: { readonly aliases: readonly Alias[]; readonly name?: string };
  readonly sightings: readonly Sighting[];
  /** The container of the tab, in Firefox. */
  readonly session?: string;
  /** Where it is not known whose it is: further sightings. */
  readonly conditional?: readonly ConditionalSighting[];
  /** Where it is not known whose it is: the tab, whose next member it is then. Absent after somebody signed out there. */
  readonly tab?: string;
}

/** When it was written (ms), a random id, and how long it is as JSON. Entries lie in the order in which they were written. */
export type OutboxKey = [at: number, id: string, size: number];

interface OwnSchema extends DBSchema {
  /** Single values by name. */
  kept: { key: string; value: unknown };
  outbox: { key: OutboxKey; value: OutboxEntry };
}

export type OwnDatabase = IDBPDatabase<OwnSchema>;

/** The name of the database. */
export const OWN_NAME = "tielight";
const VERSION = 1;

/** Whether there is such a database: before the user has chosen anything there is none. */
export const hasOwn = (): Promise<boolean> => isThere(OWN_NAME);

/**
 * Opens the database, making an empty one if there is none.
 *
 * @throws what IndexedDB throws, see `openHistory`
 */
export function openOwn(): Promise<OwnDatabase> {
  return openAt<OwnSchema>(OWN_NAME, {
    version: VERSION,
    upgrade(database, oldVersion) {
      if (oldVersion < 1) {
        database.createObjectStore("kept");
        database.createObjectStore("outbox");
      }
    },
  });
}

/** Removes the database from the disk. It has to be closed before. */
export const removeOwn = (): Promise<void> => removeAt(OWN_NAME);

/**
 * The value under a key becomes what `change` makes of it, in one transaction; `undefined` removes it. Answers the new value. Nothing is
 * written when it is the same.
 */
export function changeOwn(
  database: OwnDatabase,
  key: string,
  change: (before: unknown) => unknown,
): Promise<unknown> {
  return writing(database, ["kept"], async ({ store }) => {
    const before = await store.get(key);
    const after = change(before);
    if (after === undefined) await store.delete(key);
    else if (after !== before) await store.put(after, key);
    return after;
  });
}

/**
 * Keeps an entry of the outbox, and no more than so many characters of them: the oldest ones go. One that is too long alone is not kept.
 *
 * @returns whether it is kept
 */
export async function keepEntry(
  database: OwnDatabase,
  entry: OutboxEntry,
  most: number,
  now: number,
): Promise<boolean> {
  const key: OutboxKey = [now, crypto.randomUUID(), JSON.stringify(entry).length];
  const [, , size] = key;
  if (size > most) return false;
  return writing(database, ["outbox"], async ({ store }) => {
    const before = await store.getAllKeys();
    let total = before.reduce((sum, [, , one]) => sum + one, size);
    for (const oldest of before) {
      if (total <= most) break;
      total -= oldest[2];
      await store.delete(oldest);
    }
    await store.put(entry, key);
    return true;
  });
}

/** Removes an entry. */
export const dropEntry = (database: OwnDatabase, key: OutboxKey): Promise<void> =>
  withRoom(() => database.delete("outbox", key));

/** Every entry becomes what `change` makes of it, in one transaction: the same one stays as it is, `undefined` goes. */
export async function changeOutbox(
  database: OwnDatabase,
  change: (entry: OutboxEntry) => OutboxEntry | undefined,
): Promise<void> {
  // Hardly ever anything waits.
  if ((await database.count("outbox")) === 0) return;
  await writing(database, ["outbox"], async ({ store }) => {
    for (const key of await store.getAllKeys()) {
      const before = await store.get(key);
      if (before === undefined) continue;
      const after = change(before);
      if (after === undefined) await store.delete(key);
      else if (after !== before) await store.put(after, key);
    }
  });
}

/** Removes those entries written before a moment (ms) of which this is true. Reads no others. */
export async function dropEntriesBefore(
  database: OwnDatabase,
  moment: number,
  isDropped: (entry: OutboxEntry) => boolean,
): Promise<void> {
  const range = IDBKeyRange.upperBound([moment]);
  if ((await database.count("outbox", range)) === 0) return;
  await writing(database, ["outbox"], async ({ store }) => {
    for (const key of await store.getAllKeys(range)) {
      const entry = await store.get(key);
      if (entry !== undefined && isDropped(entry)) await store.delete(key);
    }
  });
}
