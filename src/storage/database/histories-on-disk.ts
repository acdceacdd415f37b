/**
 * Which histories there are on the disk, and the owner that each one names.
 */
import type { Alias } from "../../domain/person/person.ts";
import type { HistoryDatabase } from "./database.ts";
import { OWN_NAME } from "./own-database.ts";

/** Names of histories: nothing else is called so. */
const HISTORY_NAME = /^history-[\da-f-]{36}$/;

/** The names of all histories that have a database, sorted. @throws what IndexedDB throws where it is not permitted */
export async function historiesOnDisk(): Promise<readonly string[]> {
  const all = await indexedDB.databases();
  return all
    .flatMap(({ name }) => (name !== undefined && HISTORY_NAME.test(name) ? name : []))
    .sort();
}

/** The names of all databases but the one of what belongs to no history. */
export async function databasesOnDisk(): Promise<readonly string[]> {
  return (await indexedDB.databases()).flatMap(({ name }) =>
    name === OWN_NAME ? [] : (name ?? []),
  );
}

/** The owner of the history, as the history itself says. */
export interface KnownOwner {
  readonly aliases: readonly Alias[];
  readonly ownerName?: string;
  /** Why it is no member's, see `History`. */
  readonly aside?: "sample" | "replaced";
}

const OWNER = "owner";

/** Whose history it is; `undefined` for one that was only opened to look at an import or a restore. */
export const ownerInside = async (database: HistoryDatabase): Promise<KnownOwner | undefined> =>
  (await database.get("about", OWNER)) as KnownOwner | undefined;

/** Notes the owner of the history; `undefined` while there is none. */
export async function noteOwner(
  database: HistoryDatabase,
  owner: KnownOwner | undefined,
): Promise<void> {
  if (owner === undefined) await database.delete("about", OWNER);
  else await database.put("about", owner, OWNER);
}
