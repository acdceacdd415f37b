/**
 * Reading a history whose files are damaged: what cannot be read costs itself alone, and is named.
 *
 * Measured in Firefox 153, where pages in the middle of a file were changed: a request that meets one fails, and so does whatever else its transaction
 * was asked. So each of these requests has a transaction of its own.
 */
import { handlesIn } from "../../domain/records/exported-history.ts";
import { registerKey } from "../../domain/records/register.ts";
import { linkId } from "../../domain/records/record-set.ts";
import type { HistoryDatabase, HistorySchema } from "../database/database.ts";
import { readAlone } from "../database/read-through.ts";
import { rawKey } from "../database/keys.ts";
import { countedImports } from "../ground/ground.ts";
import { subjectOfHandle } from "../view/find-person.ts";
import type { ExportReads } from "./exported-records.ts";

type Store = "statements" | "parts" | "links" | "registers" | "imports" | "keys";
type KeyOf<Name extends Store> = HistorySchema[Name]["key"];
type ValueOf<Name extends Store> = HistorySchema[Name]["value"];

/** Throws where a record that could be read is not what Tielight writes: nothing sees to it that changed bytes cannot be read. */
const LOOKED_AT: { readonly [Name in Store]: (value: ValueOf<Name>) => unknown } = {
  statements: (statement) => [
    statement.subject.length,
    statement.source.length,
    statement.replica.length,
    handlesIn(statement),
  ],
  parts({ subjects, bodies }) {
    if (![...subjects, ...bodies].every((one) => typeof one === "string"))
      throw new TypeError("This is no part of an import");
  },
  links: linkId,
  registers: ({ word }) => registerKey(word),
  imports: ({ source }) => source.length,
  keys: ({ sealed }) => sealed.iv,
};

/** Asks one thing; twice, as what was only cut off is read by another try. */
async function asked<T>(
  database: HistoryDatabase,
  store: Store,
  request: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  // The types of one store do not fit several.
  const ask = (): Promise<T> =>
    readAlone(
      database,
      store,
      (one) => request(one as unknown as IDBObjectStore) as unknown as Promise<T>,
    );
  return ask().catch(ask);
}

/** The keys in a range from one end on, until one cannot be read. */
async function keysFrom<Name extends Store>(
  database: HistoryDatabase,
  store: Name,
  range: IDBKeyRange | undefined,
  direction: "next" | "prev",
): Promise<readonly KeyOf<Name>[]> {
  const found: KeyOf<Name>[] = [];
  try {
    await readAlone(database, store, async (one) => {
      for (
        let cursor = await one.openKeyCursor(range, direction);
        cursor;
        cursor = await cursor.continue()
      )
        found.push(cursor.key as KeyOf<Name>);
    });
  } catch {
    // What comes behind is found from the other end.
  }
  return found;
}

/** The reads of an export that takes what it gets. What it does not get is named in `missing`: the store and the key. */
export function forgivingReads(database: HistoryDatabase, missing: Set<string>): ExportReads {
  /** The keys in a range, in their order. */
  async function keysIn<Name extends Store>(
    store: Name,
    range?: IDBKeyRange,
    atMost?: number,
  ): Promise<readonly KeyOf<Name>[]> {
    try {
      return await asked<KeyOf<Name>[]>(
        database,
        store,
        (one) => one.getAllKeys(range, atMost) as IDBRequest<KeyOf<Name>[]>,
      );
    } catch {
      missing.add(`${store} keys`);
      const before = await keysFrom(database, store, range, "next");
      const known = new Set(before.map((key) => JSON.stringify(key)));
      const behind = (await keysFrom(database, store, range, "prev"))
        .filter((key) => !known.has(JSON.stringify(key)))
        .toReversed();
      return [...before, ...behind].slice(0, atMost);
    }
  }

  async function valuesIn<Name extends Store>(
    store: Name,
    range?: IDBKeyRange,
    atMost = Infinity,
  ): Promise<ValueOf<Name>[]> {
    const look = LOOKED_AT[store] as (value: ValueOf<Name>) => unknown;
    try {
      const all = await asked<ValueOf<Name>[]>(database, store, (one) =>
        one.getAll(range, atMost === Infinity ? undefined : atMost),
      );
      all.forEach(look);
      return all;
    } catch {
      // One by one, below.
    }
    const found: ValueOf<Name>[] = [];
    for (const key of await keysIn(store, range)) {
      if (found.length >= atMost) break;
      try {
        const value = await asked<ValueOf<Name> | undefined>(database, store, (one) =>
          one.get(key as IDBValidKey),
        );
        if (value === undefined) continue;
        look(value);
        found.push(value);
      } catch {
        missing.add(`${store} ${JSON.stringify(key)}`);
      }
    }
    return found;
  }

  return {
    async ground() {
      const registers = await valuesIn("registers");
      return { registers, imports: countedImports(await valuesIn("imports"), registers) };
    },
    links: () => valuesIn("links"),
    async keys() {
      const all: string[] = [];
      for (const key of await valuesIn("keys"))
        await rawKey(key).then(
          (raw) => all.push(raw),
          () => missing.add(`keys ${key.name}`),
        );
      return all;
    },
    stores: () => ({
      statements: {
        getAll: (range) => valuesIn("statements", range),
        getAllKeys: (range, atMost) => keysIn("statements", range, atMost),
      },
      parts: { getAll: (range, atMost) => valuesIn("parts", range, atMost) },
    }),
    personOf: (handle) =>
      subjectOfHandle(database, handle).catch(() => {
        missing.add(`directory ${handle}`);
        return undefined;
      }),
    made(name, make) {
      try {
        return [make()];
      } catch {
        missing.add(name);
        return [];
      }
    },
  };
}
