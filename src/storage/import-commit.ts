/**
 * Making an import part of the history: everything that was staged, in one transaction. Whatever ends it on the way (the browser, the
 * user, a full disk), the history is as it was.
 */
import {
  importSource,
  type ImportOutcome,
  type LoggedImport,
  type PlacedName,
  type SaidOfPerson,
} from "../domain/archive-import.ts";
import { union } from "../domain/history.ts";
import type { Alias } from "../domain/person.ts";
import { addCounts } from "./about.ts";
import {
  historyTransaction,
  type HistoryDatabase,
  type HistoryTransaction,
  type StagedPerson,
} from "./database.ts";
import { addErased, type AliasHashes, areCurrent, erasedAmong, hashesOf } from "./erasures.ts";
import { type AliasBook, aliasBook, peopleWithIds } from "./find-people.ts";
import { addImportedCoverage } from "./import-coverage.ts";
import { type Adding, addPeople } from "./import-people.ts";
import { isDone, partsOf } from "./import-staging.ts";
import { outdateLists } from "./kept-lists.ts";
import { replace } from "./known-person.ts";
import { decideNames } from "./placed-names.ts";
import type { NewId } from "./record.ts";
import { addOwnPosts, addWaiting, type Attributed } from "./waiting.ts";

/** How a commit is carried out. */
export interface CommitOptions {
  /** How many parts were staged. */
  readonly parts: number;
  readonly newId: NewId;
  readonly now: number;
  /** Cancels it; the history is then as it was. */
  readonly signal?: AbortSignal;
  /** Told how many people are written. */
  readonly progress?: (people: number) => void;
}

/** Counts while it goes on. */
type Counting = { -readonly [Name in keyof ImportOutcome]: number };

/** The import was dropped, or parts of it never came. */
export class ImportIncomplete extends Error {}

/** An erasure came in between; nothing was written. */
class Outrun extends Error {}

const saidBy = ({ aliases, name, career, under }: SaidOfPerson): SaidOfPerson => ({
  aliases,
  name,
  career,
  ...(under && { under }),
});

/** What the aliases of an import have to be compared with when somebody was erased; `undefined` when nobody was. */
async function hashesOfStaged(
  database: HistoryDatabase,
  id: string,
): Promise<AliasHashes | undefined> {
  if ((await hashesOf(database, [])) === undefined) return undefined;
  const staged = await database.getAll("staged", partsOf(id));
  return hashesOf(
    database,
    staged.flatMap(({ people }) => people.flatMap(({ aliases }) => aliases)),
  );
}

/**
 * The people less those who were erased: nothing of them is taken, under any alias. Whoever is in the history under another alias
 * stays there, without the erased one.
 */
async function notErased(
  transaction: HistoryTransaction,
  book: AliasBook,
  people: readonly StagedPerson[],
  hashes: AliasHashes | undefined,
  erased: ReadonlySet<Alias>,
): Promise<readonly StagedPerson[]> {
  if (hashes === undefined || erased.size === 0) return people;
  const left: StagedPerson[] = [];
  for (const person of people) {
    const aliases = person.aliases.filter((alias) => !erased.has(alias));
    const [ids = []] = await book.idsOf([aliases]);
    if (aliases.length === person.aliases.length || ids.length > 0)
      left.push({ ...person, aliases });
    else await addErased(transaction, hashes, aliases);
  }
  return left;
}

/** Reactions and comments whose authors a page has shown before. Answers how many are new. */
async function addAttributed(
  { transaction, book }: Adding,
  attributed: readonly Attributed[],
): Promise<number> {
  let added = 0;
  for (const { author, facts } of attributed) {
    const [ids = []] = await book.idsOf([author]);
    const [known] = (await peopleWithIds(transaction, ids)).values();
    if (known === undefined) continue;
    const interactions = union(known.interactions, facts);
    added += interactions.length - known.interactions.length;
    await replace(transaction, [known], { ...known, interactions });
  }
  return added;
}

async function commit(
  transaction: HistoryTransaction,
  id: string,
  hashes: AliasHashes | undefined,
  { parts, newId, now, signal, progress }: CommitOptions,
): Promise<ImportOutcome> {
  const imports = transaction.objectStore("imports");
  const head = await imports.get(id);
  if (isDone(head)) return head.outcome;
  const staged = transaction.objectStore("staged");
  const keys = await staged.getAllKeys(partsOf(id));
  if (head === undefined || keys.length !== parts) throw new ImportIncomplete(id);
  if (!(await areCurrent(transaction, hashes))) throw new Outrun();
  const counting: Counting = {
    peopleNew: 0,
    peopleKnown: 0,
    interactionsNew: 0,
    interactionsKnown: 0,
    waiting: 0,
    erased: 0,
  };
  const before = await transaction.objectStore("people").count();
  const erased = hashes ? await erasedAmong(transaction, hashes) : new Set<Alias>();
  let adding: Adding | undefined;
  let done = 0;
  const placed: PlacedName[] = [];
  for (const key of keys) {
    const part = await staged.get(key);
    signal?.throwIfAborted();
    if (part === undefined) throw new ImportIncomplete(id);
    adding ??= {
      transaction,
      book: await aliasBook(transaction, part.people.length * keys.length),
      newId,
      now,
    };
    const people = await notErased(transaction, adding.book, part.people, hashes, erased);
    counting.erased += part.people.length - people.length;
    const added = await addPeople(adding, people);
    counting.peopleNew += added.peopleNew;
    counting.peopleKnown += added.peopleKnown;
    counting.interactionsNew += added.interactionsNew;
    counting.interactionsKnown += added.interactionsKnown;
    await addOwnPosts(transaction, part.own ?? [], importSource(id));
    const { added: waiting, attributed } = await addWaiting(transaction, part.waiting);
    counting.waiting += waiting;
    counting.interactionsNew += await addAttributed(adding, attributed);
    placed.push(...(part.placed ?? []));
    await transaction.objectStore("said").put(added.taken.map(saidBy), key);
    done += part.people.length;
    progress?.(done);
  }
  const gone = adding === undefined ? 0 : await decideNames(adding, placed, id);
  await staged.delete(partsOf(id));
  await addImportedCoverage(transaction, head.coverage);
  const people = (await transaction.objectStore("people").count()) - before;
  await addCounts(transaction, { people, interactions: counting.interactionsNew - gone });
  await outdateLists(transaction);
  const logged: LoggedImport = { ...head, doneAt: now, outcome: counting };
  await imports.put(logged);
  return counting;
}

/**
 * Makes a staged import part of the history. Resolves after the transaction completed; committing what is committed answers the same
 * again. The source of every fact has to be the import itself. Nothing is taken of people the user erased.
 *
 * @throws {ImportIncomplete} when it was dropped or parts of it are missing
 * @throws the reason of `signal`, or what IndexedDB throws (`QuotaExceededError`); then nothing has changed
 */
export async function commitImport(
  database: HistoryDatabase,
  id: string,
  options: CommitOptions,
): Promise<ImportOutcome> {
  const hashes = await hashesOfStaged(database, id);
  const transaction = historyTransaction(database);
  // What ends the transaction is thrown from the request it broke, or from here; nobody hears it twice.
  transaction.done.catch(() => undefined);
  try {
    const outcome = await commit(transaction, id, hashes, options);
    options.signal?.throwIfAborted();
    await transaction.done;
    return outcome;
  } catch (error) {
    const cause = transaction.error ?? error;
    try {
      transaction.abort();
    } catch {
      // It has ended by itself.
    }
    if (cause instanceof Outrun) return commitImport(database, id, options);
    throw cause;
  }
}
