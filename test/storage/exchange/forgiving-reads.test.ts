/** What can be read of a history of which some cannot: each record in turn cannot be read, and costs itself. */
import "fake-indexeddb/auto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type ExportedRecord, recordId } from "../../../src/domain/records/exported-history.ts";
import type { HistoryDatabase } from "../../../src/storage/database/database.ts";
import { readRecords } from "../../../src/storage/exchange/exported-records.ts";
import { forgivingReads } from "../../../src/storage/exchange/forgiving-reads.ts";
import { live } from "../lived-history.ts";
import { histories } from "../seen.ts";
import { exported } from "./restoring.ts";

const { empty, close } = histories();
afterEach(() => {
  vi.restoreAllMocks();
  close();
});

const STORES = ["statements", "parts", "links", "registers", "imports", "keys"] as const;
type Store = (typeof STORES)[number];

const holds = (range: unknown, key: IDBValidKey): boolean =>
  range instanceof IDBKeyRange
    ? range.includes(key)
    : range === undefined || indexedDB.cmp(range, key) === 0;

/** What asks for this record is answered as Firefox answers where the page of its file was changed. */
function breakRecord(store: Store, key: IDBValidKey): void {
  for (const way of ["get", "getAll"] as const) {
    const read = IDBObjectStore.prototype[way] as (...asked: readonly unknown[]) => IDBRequest;
    vi.spyOn(IDBObjectStore.prototype, way).mockImplementation(function (
      this: IDBObjectStore,
      ...asked: readonly unknown[]
    ) {
      if (this.name === store && holds(asked[0], key)) throw new DOMException("", "UnknownError");
      return read.apply(this, [...asked]) as never;
    });
  }
}

/** Keys are read from both ends up to this one. */
function breakKeys(store: Store, key: IDBValidKey): void {
  const { getAllKeys, openKeyCursor } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, "getAllKeys").mockImplementation(function (
    this: IDBObjectStore,
    range,
    atMost,
  ) {
    if (this.name === store && holds(range ?? undefined, key))
      throw new DOMException("", "UnknownError");
    return getAllKeys.call(this, range, atMost);
  });
  vi.spyOn(IDBObjectStore.prototype, "openKeyCursor").mockImplementation(function (
    this: IDBObjectStore,
    range,
    direction,
  ) {
    if (this.name !== store || !holds(range ?? undefined, key))
      return openKeyCursor.call(this, range, direction);
    const { lower, upper, lowerOpen, upperOpen } = (range ?? {}) as Partial<IDBKeyRange>;
    const part =
      direction === "prev"
        ? upper === undefined
          ? IDBKeyRange.lowerBound(key, true)
          : IDBKeyRange.bound(key, upper, true, upperOpen)
        : lower === undefined
          ? IDBKeyRange.upperBound(key, true)
          : IDBKeyRange.bound(lower, key, lowerOpen, true);
    return openKeyCursor.call(this, part, direction);
  });
}

async function readable(database: HistoryDatabase) {
  const missing = new Set<string>();
  const records: ExportedRecord[] = [];
  let after: string | undefined;
  do {
    const reads = forgivingReads(database, missing);
    const part = await readRecords(reads, { after, atMost: 2, erased: true });
    records.push(...part.records);
    after = part.next;
  } while (after !== undefined);
  return { ids: records.map(recordId), missing: [...missing] };
}

test("of a history that can be read nothing is missing", async () => {
  const database = await empty();
  await live(database);
  const all = (await exported(database, true)).map(recordId);
  expect(await readable(database)).toEqual({ ids: all, missing: [] });
});

/** Whether a record of an export is lost with this one. */
function goesWith(store: Store, key: IDBValidKey, id: string, subjects: readonly string[]) {
  const [kind, ...rest] = id.split("\n");
  const [subject = "", source = ""] = rest;
  const parts: readonly string[] = Array.isArray(key) ? key.map(String) : [];
  switch (store) {
    case "statements":
      return kind === "statement" && parts.join("\n") === rest.join("\n");
    case "parts":
      // A later import that says the same refers to the part.
      return kind === "statement" && source.startsWith("archive:") && subjects.includes(subject);
    case "links":
      return kind === "link" && parts.every((part) => id.includes(part));
    case "registers":
      return kind === "register";
    case "imports":
      return (typeof key === "string" && id.includes(key)) || source.startsWith("archive:");
    case "keys":
      return kind === "key";
  }
}

describe.each(STORES)("in the store of %s", (store) => {
  test.each(["of which nothing is understood", "whose key cannot be read either"])(
    "each record %s costs itself and is named",
    async (how) => {
      const database = await empty();
      await live(database);
      const all = (await exported(database, true)).map(recordId);
      const keys = await database.getAllKeys(store);
      expect(keys).not.toEqual([]);
      let costs = 0;
      for (const key of keys) {
        const said = store === "parts" ? await database.get("parts", key as never) : undefined;
        const subjects = (said as { readonly subjects?: readonly string[] } | undefined)?.subjects;
        breakRecord(store, key);
        if (how.includes("key")) breakKeys(store, key);
        const { ids, missing } = await readable(database);
        vi.restoreAllMocks();
        expect(missing).not.toEqual([]);
        expect(missing.every((one) => one.startsWith(`${store} `))).toBe(true);
        const lost = all.filter((id) => !ids.includes(id));
        expect(lost.filter((id) => !goesWith(store, key, id, subjects ?? []))).toEqual([]);
        costs += lost.length;
        expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => (a < b ? -1 : 1)));
      }
      expect(costs).toBeGreaterThan(0);
    },
  );
});

test("a record that can be read and is none of Tielight's costs itself, too", async () => {
  const database = await empty();
  await live(database);
  const all = (await exported(database, true)).map(recordId);
  const [key] = await database.getAllKeys("parts");
  await database.put("parts", { subjects: ["slug:al"], bodies: [7] } as never, key!);
  await database.put("links", { a: "x", b: "y", source: "page", replica: "r" } as never);
  await database.put("registers", { key: "none", replica: "r" } as never);
  const { ids, missing } = await readable(database);
  expect(missing).toContain('registers ["none","r"]');
  expect(missing).toContain(`parts ${JSON.stringify(key)}`);
  expect(ids.filter((id) => id.startsWith("register"))).toEqual(
    all.filter((id) => id.startsWith("register")),
  );
});
