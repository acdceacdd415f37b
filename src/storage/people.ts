/**
 * Finding people by what the site calls them.
 */
import type { Alias } from "../domain/person.ts";
import type { PersonRecord } from "../domain/person-record.ts";
import type { HistoryDatabase } from "./database.ts";

/**
 * The people with these aliases, in the order asked; `undefined` for those nothing is known of. One transaction, however many.
 *
 * @param asked for each person the aliases it may be known by; the first known one counts
 */
export async function peopleByAliases(
  database: HistoryDatabase,
  asked: readonly (readonly Alias[])[],
): Promise<readonly (PersonRecord | undefined)[]> {
  const transaction = database.transaction(["aliases", "people"]);
  const aliases = transaction.objectStore("aliases");
  const people = transaction.objectStore("people");
  const found = await Promise.all(
    asked.map(async (names) => {
      const ids = await Promise.all(names.map((alias) => aliases.get(alias)));
      const id = ids.find((one) => one !== undefined);
      return id === undefined ? undefined : people.get(id);
    }),
  );
  await transaction.done;
  return found;
}
