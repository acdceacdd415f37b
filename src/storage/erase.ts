/**
 * Forgetting a person: nothing stays but salted hashes of the aliases.
 */
import { nameSubject } from "../domain/archive-import.ts";
import { interactionsOf } from "../domain/interaction-columns.ts";
import type { Alias, PersonId } from "../domain/person.ts";
import { forgetApart } from "./apart.ts";
import { historyTransaction, type HistoryDatabase, type HistoryTransaction } from "./database.ts";
import { addErased, countErasure, hashesToErase } from "./erasures.ts";
import { follow } from "./follow.ts";

/**
 * Forgets what imports hold of these aliases: what undoing one needs, parts under way, posts whose author it
 * was, and what was said of the name alone.
 */
async function forgetInImports(
  transaction: HistoryTransaction,
  aliases: readonly Alias[],
  name: string,
): Promise<void> {
  const subject = nameSubject(name);
  const isTheirs = (one: { readonly aliases: readonly Alias[] }) =>
    one.aliases.some((alias) => aliases.includes(alias));
  for (
    let cursor = await transaction.objectStore("said").openCursor();
    cursor;
    cursor = await cursor.continue()
  )
    if (cursor.value.some(isTheirs))
      await cursor.update(cursor.value.filter((one) => !isTheirs(one)));
  for (
    let cursor = await transaction.objectStore("staged").openCursor();
    cursor;
    cursor = await cursor.continue()
  )
    if (cursor.value.people.some(isTheirs))
      await cursor.update({
        ...cursor.value,
        people: cursor.value.people.filter((one) => !isTheirs(one)),
      });
  for (
    let cursor = await transaction.objectStore("waiting").openCursor();
    cursor;
    cursor = await cursor.continue()
  )
    if (cursor.key === subject || cursor.value.author?.some((alias) => aliases.includes(alias)))
      await cursor.delete();
}

/**
 * Forgets a person for good, with every trace in the history. No page, import or restored file brings the person back until the
 * erasures are lifted. Does nothing when nobody has this id.
 */
export async function erase(database: HistoryDatabase, id: PersonId): Promise<void> {
  const asked = await database.get("people", id);
  if (asked === undefined) return;
  const hashes = await hashesToErase(database, asked.aliases);
  const transaction = historyTransaction(database);
  const [person, facts] = await Promise.all([
    transaction.objectStore("people").get(id),
    transaction.objectStore("interactions").get(id),
  ]);
  const isStill = person?.aliases.every((alias) => hashes.of.has(alias));
  if (person === undefined || !isStill || !(await countErasure(transaction, hashes))) {
    // Something was learnt of the person between the two, so the hashes would not be all.
    await transaction.done;
    return person === undefined ? undefined : erase(database, id);
  }
  const { aliases } = person;
  await addErased(transaction, hashes, aliases);
  await forgetApart(transaction, aliases);
  await forgetInImports(transaction, aliases, person.name.value);
  for (const alias of aliases) await transaction.objectStore("aliases").delete(alias);
  await transaction.objectStore("people").delete(id);
  await transaction.objectStore("interactions").delete(id);
  const lost = facts === undefined ? 0 : interactionsOf(facts.packed).length;
  await follow(transaction, [{ gone: [id], people: -1, interactions: -lost }]);
  await transaction.done;
}
