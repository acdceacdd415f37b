/**
 * A database as a file, to keep one of each released version: the stores as that version made them, and their records.
 */
import type { IDBPDatabase } from "idb";
import { openDB } from "idb";
import type { HistoryKey } from "../../src/storage/database/history-key.ts";
import { bytesOfText, historyKey, rawKey } from "../../src/storage/database/keys.ts";

/** See the file. */
export interface DatabaseDump {
  readonly version: number;
  readonly stores: readonly {
    readonly name: string;
    readonly keyPath: string | string[] | null;
    readonly indexes: readonly {
      readonly name: string;
      readonly keyPath: string | string[];
      readonly multiEntry: boolean;
    }[];
    readonly records: readonly { readonly key: IDBValidKey; readonly value: unknown }[];
  }[];
}

/** Keys are no JSON: their raw bytes stand for them. Numbers in arrays of floats are marked. */
async function plain(store: string, value: unknown): Promise<unknown> {
  if (store === "keys") {
    const key = value as HistoryKey;
    return { name: key.name, raw: await rawKey(key) };
  }
  return JSON.parse(
    JSON.stringify(value, (_name, one: unknown) =>
      one instanceof Float64Array ? { floats: [...one].map(String) } : one,
    ),
  ) as unknown;
}

/** The records again. */
async function lively(store: string, value: unknown): Promise<unknown> {
  if (store === "keys") {
    const { name, raw } = value as { readonly name: string; readonly raw: string };
    return historyKey(name, bytesOfText(raw));
  }
  return JSON.parse(JSON.stringify(value), (_name, one: unknown) =>
    typeof one === "object" && one !== null && "floats" in one
      ? Float64Array.from(one.floats as readonly string[], Number)
      : one,
  ) as unknown;
}

/** Writes a database down. */
export async function dumped(database: IDBPDatabase<never>): Promise<DatabaseDump> {
  const untyped = database as unknown as IDBPDatabase;
  const stores: DatabaseDump["stores"][number][] = [];
  for (const name of untyped.objectStoreNames) {
    const store = untyped.transaction(name).store;
    const indexes = [...store.indexNames].map((index) => {
      const { keyPath, multiEntry } = store.index(index);
      return { name: index, keyPath: keyPath as string, multiEntry };
    });
    const [keys, values] = [await store.getAllKeys(), await store.getAll()];
    const records = [];
    for (const [place, key] of keys.entries())
      records.push({ key, value: await plain(name, values[place]) });
    stores.push({ name, keyPath: store.keyPath as string | null, indexes, records });
  }
  return { version: untyped.version, stores };
}

/** Makes a database of this name as the dump says. */
export async function loaded(name: string, { version, stores }: DatabaseDump): Promise<void> {
  const database = await openDB(name, version, {
    upgrade(made) {
      for (const { name: store, keyPath, indexes } of stores) {
        const created = made.createObjectStore(store, keyPath === null ? {} : { keyPath });
        for (const index of indexes)
          created.createIndex(index.name, index.keyPath, { multiEntry: index.multiEntry });
      }
    },
  });
  for (const { name: store, keyPath, records } of stores)
    for (const { key, value } of records) {
      const one = await lively(store, value);
      await (keyPath === null ? database.put(store, one, key) : database.put(store, one));
    }
  database.close();
}
