/**
 * Finding people by nothing but a name. A name is nobody's own, so it leads to a person only as long as no second person of the
 * history has it.
 */
import { seenNameKey } from "../../domain/directory-row.ts";
import { folded } from "../../domain/names.ts";
import type { Alias } from "../../domain/person.ts";
import type { HistoryDatabase } from "../database.ts";
import { everybody } from "./everybody.ts";

/** The person a name leads to, by one of the aliases. */
export interface PersonNamed {
  /** As asked. */
  readonly name: string;
  readonly alias: Alias;
}

/**
 * For each name that exactly one person has, who that is; names that nobody or several people have are left out, and those of a person
 * without an address. Case and accents do not tell two names apart: another page may write them otherwise.
 */
export async function peopleNamed(
  database: HistoryDatabase,
  names: readonly string[],
  now: number,
): Promise<readonly PersonNamed[]> {
  const { rows } = await everybody(database, now);
  const bearers = new Map<string, (readonly Alias[])[]>(names.map((name) => [folded(name), []]));
  for (const { row } of rows) bearers.get(seenNameKey(row))?.push(row.aliases);
  return names.flatMap((name): readonly PersonNamed[] => {
    const [aliases, second] = bearers.get(folded(name)) ?? [];
    const alias = second === undefined ? aliases?.[0] : undefined;
    return alias === undefined ? [] : [{ name, alias }];
  });
}
