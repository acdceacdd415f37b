/**
 * Finding people by nothing but a name. A name is nobody's own, so it stands for somebody only as long as no second person of the
 * history has it.
 */
import { folded } from "../domain/names.ts";
import type { Alias, PersonId } from "../domain/person.ts";
import type { HistoryDatabase } from "./database.ts";
import { directoryOf } from "./directory.ts";

/** The person a name stands for, by one of their aliases. */
export interface PersonNamed {
  /** As asked. */
  readonly name: string;
  readonly alias: Alias;
}

/**
 * For each name that exactly one person has, who that is; names that nobody or several people have are left out. Case and accents do
 * not tell two names apart: they may be written otherwise elsewhere.
 */
export async function onlyPeopleNamed(
  database: HistoryDatabase,
  names: readonly string[],
  now: number,
): Promise<readonly PersonNamed[]> {
  const { rows } = await directoryOf(database, now);
  const owners = new Map<string, PersonId | "several" | "nobody">(
    names.map((name) => [folded(name), "nobody"]),
  );
  for (const { id, seenName: key } of rows.values()) {
    const owner = owners.get(key);
    if (owner !== undefined) owners.set(key, owner === "nobody" ? id : "several");
  }
  const store = database.transaction("people").store;
  const found = await Promise.all(
    names.map(async (name): Promise<readonly PersonNamed[]> => {
      const owner = owners.get(folded(name));
      if (owner === undefined || owner === "several" || owner === "nobody") return [];
      const [alias] = (await store.get(owner))?.aliases ?? [];
      return alias === undefined ? [] : [{ name, alias }];
    }),
  );
  return found.flat();
}
