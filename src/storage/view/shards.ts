/**
 * The directory on the disk: rows of everybody in 64 records. A change of one person rewrites one of them.
 */
import type { DirectoryRow } from "../../domain/directory/directory-row.ts";
import {
  type DirectoryShard,
  packedShard,
  rowsOf,
} from "../../domain/directory/directory-shard.ts";
import type { PersonId } from "../../domain/person/person.ts";
import type { HistoryTransaction } from "../database/database.ts";

/** The keys of the shards: the characters that a handle can begin with. */
export const SHARD_KEYS: readonly string[] = [
  ..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
];

/** The key of the shard in which a handle is. */
export const shardKey = (handle: string): string => handle.charAt(0);

/** Where `lists` says how often each shard was written, so that a copy in memory is known to be current. */
export const WRITTEN = "shards";

/** How often each shard was written, by key; absent for a shard that never was. */
export type Written = Readonly<Record<string, number>>;

/** How often shards were written in all. */
export const sumOf = (written: Written): number =>
  Object.values(written).reduce((sum, count) => sum + count, 0);

async function noteWritten(transaction: HistoryTransaction, keys: Iterable<string>): Promise<void> {
  const lists = transaction.objectStore("lists");
  const written: Record<string, number> = {
    ...((await lists.get(WRITTEN)) as Written | undefined),
  };
  for (const key of keys) written[key] = (written[key] ?? 0) + 1;
  await lists.put(written, WRITTEN);
}

function byShard(rows: readonly DirectoryRow[]): ReadonlyMap<string, readonly DirectoryRow[]> {
  const found = new Map<string, DirectoryRow[]>();
  for (const row of rows) {
    const key = shardKey(row.person.id);
    const same = found.get(key);
    if (same === undefined) found.set(key, [row]);
    else same.push(row);
  }
  return found;
}

/** Takes rows out of the directory and puts others in. */
export async function changeShards(
  transaction: HistoryTransaction,
  gone: ReadonlySet<PersonId>,
  rows: readonly DirectoryRow[],
): Promise<void> {
  const directory = transaction.objectStore("directory");
  const fresh = byShard(rows);
  const keys = new Set([...[...gone].map(shardKey), ...fresh.keys()]);
  await Promise.all(
    [...keys].map(async (key) => {
      const shard = (await directory.get(key)) as DirectoryShard | undefined;
      const others = shard === undefined ? [] : rowsOf(shard);
      const now = [
        ...others.filter(({ person }) => !gone.has(person.id)),
        ...(fresh.get(key) ?? []),
      ];
      await (now.length === 0 ? directory.delete(key) : directory.put(packedShard(now), key));
    }),
  );
  await noteWritten(transaction, keys);
}

/** Makes the directory anew. */
export async function replaceShards(
  transaction: HistoryTransaction,
  rows: readonly DirectoryRow[],
): Promise<void> {
  const directory = transaction.objectStore("directory");
  await directory.clear();
  await Promise.all([...byShard(rows)].map(([key, some]) => directory.put(packedShard(some), key)));
  await noteWritten(transaction, SHARD_KEYS);
}
