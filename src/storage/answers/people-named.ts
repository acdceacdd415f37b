/**
 * Finding people by nothing but a name. A name is nobody's own, so it leads to a person only as long as no second person of the
 * history has it.
 */
import type { RowOfDay } from "../../domain/directory/directory.ts";
import { seenNameKey } from "../../domain/directory/directory-row.ts";
import { folded, softFolded } from "../../domain/names/names.ts";
import type { Alias } from "../../domain/person/person.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { peopleByAliases } from "../view/people.ts";
import { everybody } from "../derived/everybody.ts";

/** The person a name leads to, by one of the aliases. */
export interface PersonNamed {
  /** As asked. */
  readonly name: string;
  readonly alias: Alias;
}

/**
 * For each name that exactly one person has, who that is; names that nobody or several people have are left out, and those of a person
 * without an address. Names that differ in case and accents only are one name: another page may write them otherwise. Names that are only
 * searched alike (Müller, Mueller) are two names, and a person of either makes the other uncertain.
 */
export async function peopleNamed(
  database: HistoryDatabase,
  names: readonly string[],
  now: number,
): Promise<readonly PersonNamed[]> {
  const { rows, rowOf } = await everybody(database, now);
  const found = new Map<string, RowOfDay[]>(names.map((name) => [folded(name), []]));
  for (const row of rows) found.get(seenNameKey(row))?.push(row);
  const only = names.flatMap((name): readonly PersonNamed[] => {
    const [first, second] = found.get(folded(name)) ?? [];
    if (first === undefined || second !== undefined) return [];
    const alias = rowOf(first.id)?.aliases[0];
    return alias === undefined ? [] : [{ name, alias }];
  });
  const people = await peopleByAliases(
    database,
    only.map(({ alias }) => [alias]),
  );
  return only.filter(
    ({ name }, place) => softFolded(people[place]?.name.value ?? "") === softFolded(name),
  );
}
