/**
 * The directory on the disk: rows of everybody in 64 packed records, the shards, and beside them a record for each person who changed since
 * the shard was written. A change of one person writes one small record. A shard takes the rows in when many wait, and at once where a
 * row went or lost words, so that nothing that was taken away stays on the disk.
 */
import {
  type ChangedShard,
  changedShard,
  rowsWithChanges,
} from "../../domain/directory/changed-shard.ts";
import type { DirectoryRow } from "../../domain/directory/directory-row.ts";
import { type DirectoryShard, packedShard } from "../../domain/directory/directory-shard.ts";
import type { PersonId } from "../../domain/person/person.ts";
import type { HistoryDatabase, HistoryTransaction } from "../database/database.ts";
import { writing } from "../database/writing.ts";

/** The keys of the shards: the characters that a handle can begin with. */
export const SHARD_KEYS: readonly string[] = [
  ..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
];

/** The key of the shard that holds a handle. */
export const shardKey = (handle: string): string => handle.charAt(0);

/** In front of the handle in the key of a row that waits for its shard. No handle begins with it. */
const WAITING = "+";

/** The key of the row of a person, while it waits. */
const rowKey = (handle: string): string => WAITING + handle;

/** The keys of all rows that wait for a shard. */
const rowsOfShard = (key: string): IDBKeyRange =>
  IDBKeyRange.bound(WAITING + key, `${WAITING}${key}\uffff`);

/** As many changed rows as wait for one shard, before it is written. */
export const MOST_WAITING = 64;

/** Where `lists` says how many rows of each shard were changed, so that a copy in memory is known to be current. */
export const WRITTEN = "shards";

/** Where `lists` says how many rows of each shard had changed when it was last written. */
export const PACKED = "packed-shards";

/** How many rows of each shard were changed, by key; absent for a shard that never was. */
export type ShardWrites = Readonly<Record<string, number>>;

/** How many rows were changed in all. */
export const sumOf = (written: ShardWrites): number =>
  Object.values(written).reduce((sum, count) => sum + count, 0);

/** The store of the directory, inside any transaction. */
export interface DirectoryStore {
  get(key: string): Promise<unknown>;
  getAll(range: IDBKeyRange): Promise<unknown[]>;
}

/** The same inside a transaction that writes. */
interface WritableDirectoryStore extends DirectoryStore {
  put(shard: unknown, key: string): Promise<unknown>;
  delete(key: string | IDBKeyRange): Promise<void>;
}

/** A shard. */
export const storedShard = (store: DirectoryStore, key: string) =>
  store.get(key) as Promise<DirectoryShard | undefined>;

/** The row of a person while it waits, packed alone. */
export const waitingRow = (store: DirectoryStore, handle: string) =>
  store.get(rowKey(handle)) as Promise<DirectoryShard | undefined>;

/** The rows that wait for a shard, each packed alone. */
export const waitingRows = (store: DirectoryStore, key: string) =>
  store.getAll(rowsOfShard(key)) as Promise<readonly DirectoryShard[]>;

/** A shard with the rows that wait for it. */
export const storedRows = async (store: DirectoryStore, key: string): Promise<ChangedShard> =>
  changedShard(...(await Promise.all([storedShard(store, key), waitingRows(store, key)])));

/** A changed person: without a row it is gone. */
export interface RowChange {
  readonly row: DirectoryRow | undefined;
  /** The shard may not hold any longer what it says of the person. */
  readonly atOnce: boolean;
}

/** Changes of people by handle. */
export type RowChanges = ReadonlyMap<PersonId, RowChange>;

function byShard<T>(all: Iterable<readonly [PersonId, T]>): ReadonlyMap<string, Map<PersonId, T>> {
  const found = new Map<string, Map<PersonId, T>>();
  for (const [id, one] of all) {
    const key = shardKey(id);
    const same = found.get(key);
    if (same === undefined) found.set(key, new Map([[id, one]]));
    else same.set(id, one);
  }
  return found;
}

/** Writes a shard with everything that waits for it and these changes. */
async function pack(
  directory: WritableDirectoryStore,
  key: string,
  changes: RowChanges,
): Promise<void> {
  const before = rowsWithChanges(await storedRows(directory, key));
  const rows = [
    ...before.filter(({ person }) => !changes.has(person.id)),
    ...[...changes.values()].flatMap(({ row }) => row ?? []),
  ];
  await Promise.all([
    directory.delete(rowsOfShard(key)),
    rows.length === 0 ? directory.delete(key) : directory.put(packedShard(rows), key),
  ]);
}

/** How often shards were changed, and how often they had been when they were last written. */
async function counters(lists: {
  get(key: string): Promise<unknown>;
}): Promise<{ readonly written: ShardWrites; readonly packed: ShardWrites }> {
  const [written, packed] = await Promise.all([lists.get(WRITTEN), lists.get(PACKED)]);
  return { written: (written ?? {}) as ShardWrites, packed: (packed ?? {}) as ShardWrites };
}

/** Changes rows of the directory. */
export async function changeRows(
  transaction: HistoryTransaction,
  changes: RowChanges,
): Promise<void> {
  if (changes.size === 0) return;
  const [directory, lists] = [
    transaction.objectStore("directory"),
    transaction.objectStore("lists"),
  ];
  const { written, packed } = await counters(lists);
  const nowWritten: Record<string, number> = { ...written };
  const nowPacked: Record<string, number> = { ...packed };
  const writes: Promise<unknown>[] = [];
  for (const [key, some] of byShard(changes)) {
    const count = (written[key] ?? 0) + some.size;
    nowWritten[key] = count;
    const isPacked =
      count - (packed[key] ?? 0) > MOST_WAITING || [...some.values()].some((one) => one.atOnce);
    if (isPacked) {
      nowPacked[key] = count;
      writes.push(pack(directory, key, some));
    } else
      for (const [id, { row }] of some)
        if (row !== undefined) writes.push(directory.put(packedShard([row]), rowKey(id)));
  }
  writes.push(lists.put(nowWritten, WRITTEN));
  if (Object.entries(nowPacked).some(([key, count]) => packed[key] !== count))
    writes.push(lists.put(nowPacked, PACKED));
  await Promise.all(writes);
}

/**
 * Writes every shard for which rows wait, so that everybody is read in few records. One at a time, so that a writer meanwhile
 * does not wait long.
 */
export async function packRows(database: HistoryDatabase): Promise<void> {
  const before = await counters(database.transaction("lists").store);
  for (const key of SHARD_KEYS) {
    if (before.written[key] === before.packed[key]) continue;
    await writing(database, ["directory", "lists"], async (transaction) => {
      const lists = transaction.objectStore("lists");
      const now = await counters(lists);
      await pack(transaction.objectStore("directory"), key, new Map());
      await lists.put({ ...now.packed, [key]: now.written[key] }, PACKED);
    });
  }
}

/** Makes the directory anew. */
export async function replaceRows(
  transaction: HistoryTransaction,
  rows: readonly DirectoryRow[],
): Promise<void> {
  const [directory, lists] = [
    transaction.objectStore("directory"),
    transaction.objectStore("lists"),
  ];
  const before = ((await lists.get(WRITTEN)) ?? {}) as ShardWrites;
  const written = Object.fromEntries(SHARD_KEYS.map((key) => [key, (before[key] ?? 0) + 1]));
  await directory.clear();
  const shards = byShard(rows.map((row) => [row.person.id, row] as const));
  await Promise.all([
    ...[...shards].map(([key, some]) => directory.put(packedShard([...some.values()]), key)),
    lists.put(written, WRITTEN),
    lists.put(written, PACKED),
  ]);
}
