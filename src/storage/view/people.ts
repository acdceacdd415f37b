/**
 * Finding people in the view.
 */
import type { Alias } from "../../domain/person/person.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { subjectOfHandle } from "./find-person.ts";

/** The stores that lead from an alias to a person, inside any transaction. */
export interface ViewStores {
  readonly aliases: { get(alias: Alias): Promise<string | undefined> };
  readonly people: { get(subject: string): Promise<PersonRecord | undefined> };
}

/** The person who has an alias, or is known by a name only. */
export async function personWith(
  { aliases, people }: ViewStores,
  subject: string,
): Promise<PersonRecord | undefined> {
  const [own, other] = await Promise.all([people.get(subject), aliases.get(subject as Alias)]);
  return own ?? (other === undefined ? undefined : people.get(other));
}

/** The person who is known by one of the aliases, for each list of them; `undefined` for nobody. */
export async function peopleByAliases(
  database: HistoryDatabase,
  asked: readonly (readonly Alias[])[],
): Promise<readonly (PersonRecord | undefined)[]> {
  const transaction = database.transaction(["aliases", "people"]);
  const stores: ViewStores = {
    aliases: transaction.objectStore("aliases"),
    people: transaction.objectStore("people"),
  };
  return Promise.all(
    asked.map(async (aliases) => {
      const found = await Promise.all(aliases.map((alias) => personWith(stores, alias)));
      return found.find((person) => person !== undefined);
    }),
  );
}

/** The person a handle leads to; `undefined` when it leads to nobody. */
export async function personWithHandle(
  database: HistoryDatabase,
  handle: string,
): Promise<PersonRecord | undefined> {
  const subject =
    (await subjectOfHandle(database, handle)) ?? (await database.get("handles", handle));
  return subject === undefined ? undefined : database.get("people", subject);
}
