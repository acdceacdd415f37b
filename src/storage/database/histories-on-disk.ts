/**
 * Which histories there are on the disk, and the owner that each one names.
 */
import type { Alias } from "../../domain/person/person.ts";
import type { HistoryDatabase } from "./database.ts";
import { OWN_NAME } from "./own-database.ts";
import { databaseNames, isThere } from "./place.ts";
import { withRoom } from "./room.ts";

/** Names of histories: nothing else is called so. */
const HISTORY_NAME = /^history-[\da-f-]{36}$/;

/**
 * The names of all histories that have a database, sorted.
 *
 * @param remembered names that are looked for where the browser cannot list what there is
 * @throws what IndexedDB throws where it is not permitted
 */
export async function historiesOnDisk(
  remembered: readonly string[] = [],
): Promise<readonly string[]> {
  const all = await databaseNames();
  if (all !== undefined) return all.filter((name) => HISTORY_NAME.test(name)).sort();
  const found: string[] = [];
  for (const name of new Set(remembered))
    if (HISTORY_NAME.test(name) && (await isThere(name))) found.push(name);
  return found.sort();
}

/** The names of all databases but the one of what belongs to no history; `remembered` where the browser cannot list them. */
export const databasesOnDisk = async (remembered: readonly string[]): Promise<readonly string[]> =>
  ((await databaseNames()) ?? remembered).filter((name) => name !== OWN_NAME);

/** The owner of the history, as the history itself says. */
export interface KnownOwner {
  readonly aliases: readonly Alias[];
  readonly ownerName?: string;
  /** What named the owner, see `History`. */
  readonly ownerKinds?: readonly string[];
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
  await withRoom(async () => {
    if (owner === undefined) await database.delete("about", OWNER);
    else await database.put("about", owner, OWNER);
  });
}
