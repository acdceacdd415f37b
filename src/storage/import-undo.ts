/**
 * Taking an import back: precisely what it added, and nothing that anybody else says as well.
 */
import { importSource, type SaidOfPerson } from "../domain/archive-import.ts";
import type { Alias, PersonId } from "../domain/person.ts";
import { addCounts } from "./about.ts";
import { historyTransaction, type HistoryDatabase, type HistoryTransaction } from "./database.ts";
import { aliasBook } from "./find-people.ts";
import { goneRuns } from "./gone-runs.ts";
import { withdrawImportedCoverage } from "./import-coverage.ts";
import { isDone, partsOf } from "./import-staging.ts";
import { type Removed, type SaidByOthers, withdrawFrom } from "./import-withdrawal.ts";
import { outdateLists } from "./kept-lists.ts";
import { redecideNames } from "./redecided-names.ts";
import { withdrawWaiting } from "./waiting.ts";

async function saidByOthers(transaction: HistoryTransaction, id: string): Promise<SaidByOthers> {
  const imports = (await transaction.objectStore("imports").getAll()).filter(isDone);
  const found = new Map<Alias, SaidOfPerson[]>();
  for (const other of imports) {
    if (other.id === id) continue;
    const parts = await transaction.objectStore("said").getAll(partsOf(other.id));
    for (const said of parts.flat())
      for (const alias of said.aliases) {
        const known = found.get(alias);
        if (known === undefined) found.set(alias, [said]);
        else known.push(said);
      }
  }
  return found;
}

async function undo(
  transaction: HistoryTransaction,
  id: string,
  progress: ((people: number) => void) | undefined,
): Promise<void> {
  const imports = transaction.objectStore("imports");
  if (!isDone(await imports.get(id))) return;
  const source = importSource(id);
  const removed: Removed = { people: 0, interactions: 0, aliases: new Set() };
  const others = await saidByOthers(transaction, id);
  const withdrawing = { transaction, source, others, removed };
  const said = await transaction.objectStore("said").getAll(partsOf(id));
  const { authors, subjects } = await withdrawWaiting(transaction, source);
  const wanted = new Set([...said.flat().flatMap(({ aliases }) => aliases), ...authors.flat()]);
  const aliases = transaction.objectStore("aliases");
  const [names, ids] = await Promise.all([aliases.getAllKeys(), aliases.getAll()]);
  const asked = new Set<PersonId>();
  for (const [place, name] of names.entries()) {
    const one = ids[place];
    if (one !== undefined && wanted.has(name)) asked.add(one);
  }
  const book = await aliasBook(transaction, 0);
  const told = { id, source, subjects, said: said.flat(), others };
  removed.interactions += await redecideNames({ transaction, book }, told);
  await withdrawFrom(withdrawing, asked, progress);
  const runs = goneRuns<Alias>(aliases);
  for (const name of names) {
    if (removed.aliases.has(name)) runs.goes(name);
    else runs.stays();
  }
  runs.stays();
  await withdrawImportedCoverage(transaction, id);
  await transaction.objectStore("said").delete(partsOf(id));
  await imports.delete(id);
  await addCounts(transaction, { people: -removed.people, interactions: -removed.interactions });
  await outdateLists(transaction);
}

/**
 * Takes an import back, in one transaction. A fact that something else says too only loses this source; somebody who is known from
 * this import alone, and of whom the user wrote nothing, is forgotten; notes, tags, snoozes and corrections stay. Taking back what is
 * not there changes nothing.
 */
export async function undoImport(
  database: HistoryDatabase,
  id: string,
  progress?: (people: number) => void,
): Promise<void> {
  const transaction = historyTransaction(database);
  transaction.done.catch(() => undefined);
  try {
    await undo(transaction, id, progress);
    await transaction.done;
  } catch (error) {
    const cause = transaction.error ?? error;
    try {
      transaction.abort();
    } catch {
      // It has ended by itself.
    }
    throw cause;
  }
}
