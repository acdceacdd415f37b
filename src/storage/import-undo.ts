/**
 * Taking an import back: precisely what it added, and nothing that anybody else says as well.
 */
import { importSource, NOTHING_SAID, type SaidOfPerson } from "../domain/archive-import.ts";
import { withoutSource } from "../domain/history.ts";
import type { SourceId } from "../domain/interaction.ts";
import type { Alias, Choices } from "../domain/person.ts";
import { addCounts } from "./about.ts";
import { historyTransaction, type HistoryDatabase, type HistoryTransaction } from "./database.ts";
import { type AliasBook, aliasBook, peopleWithIds } from "./find-people.ts";
import { withdrawImportedCoverage } from "./import-coverage.ts";
import { isDone, partsOf } from "./import-staging.ts";
import { type KnownPerson, ownPart, replace, unitedSaid } from "./known-person.ts";
import { outdateLists } from "./kept-lists.ts";
import { withdrawWaiting } from "./waiting.ts";

/** What the other imports say, by alias. */
type SaidByOthers = ReadonlyMap<Alias, readonly SaidOfPerson[]>;

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

/** Whether the user said anything; that a suggestion was shown is not the user's word. */
function hasWords({ suggestedAt: _shown, ...words }: Choices): boolean {
  return Object.values(words).some((word) => word !== undefined);
}

/** What is known of a person without the import; `undefined` when that is nothing. */
function withoutImport(
  known: KnownPerson,
  source: SourceId,
  others: SaidByOthers,
): KnownPerson | undefined {
  const { own: _own, ...rest } = known;
  const { id, aliases, name, choices } = known.person;
  const interactions = withoutSource(known.interactions, source);
  const own = ownPart(known);
  const said = [...new Set(aliases.flatMap((alias) => others.get(alias) ?? []))];
  if (said.length > 0) {
    const left = [own, ...said].reduce(unitedSaid);
    return { ...rest, person: { id, ...left, choices }, interactions, own };
  }
  if (own.aliases.length > 0) return { ...rest, person: { id, ...own, choices }, interactions };
  const isWanted =
    hasWords(choices) ||
    interactions.length > 0 ||
    known.deleted.length > 0 ||
    known.visits.length > 0;
  // What the user wrote needs somebody to stand beside.
  if (isWanted)
    return {
      ...rest,
      person: { id, aliases, name, career: NOTHING_SAID.career, choices },
      interactions,
    };
  return undefined;
}

interface Removed {
  people: number;
  interactions: number;
}

async function withdraw(
  transaction: HistoryTransaction,
  known: KnownPerson,
  source: SourceId,
  others: SaidByOthers,
  removed: Removed,
): Promise<void> {
  const { id, aliases } = known.person;
  const after = withoutImport(known, source, others);
  const kept = new Set<Alias>(after?.person.aliases);
  for (const alias of aliases)
    if (!kept.has(alias)) void transaction.objectStore("aliases").delete(alias);
  removed.interactions += known.interactions.length - (after?.interactions.length ?? 0);
  if (after !== undefined) {
    await replace(transaction, [known], after);
    return;
  }
  removed.people += 1;
  await Promise.all([
    transaction.objectStore("people").delete(id),
    transaction.objectStore("interactions").delete(id),
  ]);
}

async function withdrawFrom(
  transaction: HistoryTransaction,
  book: AliasBook,
  asked: readonly (readonly Alias[])[],
  source: SourceId,
  others: SaidByOthers,
  removed: Removed,
): Promise<void> {
  const ids = await book.idsOf(asked);
  const known = await peopleWithIds(transaction, ids.flat());
  await Promise.all(
    [...known.values()].map((one) => withdraw(transaction, one, source, others, removed)),
  );
}

async function undo(
  transaction: HistoryTransaction,
  id: string,
  progress: ((people: number) => void) | undefined,
): Promise<void> {
  const imports = transaction.objectStore("imports");
  if (!isDone(await imports.get(id))) return;
  const source = importSource(id);
  const others = await saidByOthers(transaction, id);
  const keys = await transaction.objectStore("said").getAllKeys(partsOf(id));
  const removed: Removed = { people: 0, interactions: 0 };
  let book: AliasBook | undefined;
  let done = 0;
  for (const key of keys) {
    const said = (await transaction.objectStore("said").get(key)) ?? [];
    const asked = said.map(({ aliases }) => aliases);
    book ??= await aliasBook(transaction, asked.length * keys.length);
    await withdrawFrom(transaction, book, asked, source, others, removed);
    done += said.length;
    progress?.(done);
  }
  const authors = await withdrawWaiting(transaction, source);
  // After the others: whoever is only an author here has not been met above.
  const authorBook = await aliasBook(transaction, authors.length);
  await withdrawFrom(transaction, authorBook, authors, source, others, removed);
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
