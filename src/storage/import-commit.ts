/**
 * Making an import part of the history: everything that was staged, in one transaction. Whatever ends it on the way (the browser, the
 * user, a full disk), the history is as it was.
 */
import {
  type ImportOutcome,
  type LoggedImport,
  NOTHING_SAID,
  type SaidOfPerson,
} from "../domain/archive-import.ts";
import { interactionKey } from "../domain/interaction.ts";
import { interactionsOf } from "../domain/interaction-columns.ts";
import { union } from "../domain/history.ts";
import type { Alias, Person, PersonId } from "../domain/person.ts";
import { samePerson } from "../domain/same-person.ts";
import { SUMMARY_VERSION } from "../domain/tie-summary.ts";
import { addCounts } from "./about.ts";
import { historyTransaction, type HistoryDatabase, type HistoryTransaction } from "./database.ts";
import type { StagedPart, StagedPerson } from "./database.ts";
import { type AliasBook, aliasBook, peopleWithIds } from "./find-people.ts";
import { addImportedCoverage } from "./import-coverage.ts";
import { isDone, partsOf } from "./import-staging.ts";
import { type KnownPerson, ownPart, replace, unitedSaid } from "./known-person.ts";
import { united } from "./merged.ts";
import { outdateLists } from "./kept-lists.ts";
import type { NewId } from "./record.ts";
import { addWaiting, type Attributed } from "./waiting.ts";

/** How a commit is carried out. */
export interface CommitOptions {
  /** How many parts were staged. */
  readonly parts: number;
  readonly newId: NewId;
  readonly now: number;
  /** People of whom nothing may be taken: the user erased them. */
  readonly isErased?: (aliases: readonly Alias[]) => boolean;
  /** Cancels it; the history is then as it was. */
  readonly signal?: AbortSignal;
  /** Told how many people are written. */
  readonly progress?: (people: number) => void;
}

/** Counts while it goes on. */
type Counting = { -readonly [Name in keyof ImportOutcome]: number };

/** The import was dropped, or parts of it never came. */
export class ImportIncomplete extends Error {}

const saidBy = ({ aliases, name, career }: SaidOfPerson): SaidOfPerson => ({
  aliases,
  name,
  career,
});

const personOf = ({ aliases, name, career }: SaidOfPerson, id: PersonId): Person => ({
  id,
  aliases,
  name,
  career,
  choices: {},
});

/** Somebody nobody knew: the records are made of what was staged as it is. */
function addNew(
  transaction: HistoryTransaction,
  book: AliasBook,
  staged: StagedPerson,
  id: PersonId,
): void {
  const { summary, interactions } = staged;
  const person = { ...personOf(staged, id), summary, visits: [], own: NOTHING_SAID };
  void transaction.objectStore("people").put(person);
  void transaction
    .objectStore("interactions")
    .put({ packed: interactions, count: interactions.count, deleted: [] }, id);
  for (const alias of staged.aliases) void transaction.objectStore("aliases").put(id, alias);
  book.note(staged.aliases, id);
}

/** What is known of one person with what an import says added. */
function withImport(
  known: readonly KnownPerson[],
  staged: readonly StagedPerson[],
  id: PersonId,
): KnownPerson {
  const empty: KnownPerson = {
    person: personOf(NOTHING_SAID, id),
    interactions: [],
    deleted: [],
    visits: [],
    own: NOTHING_SAID,
  };
  const before = known.length === 0 ? empty : known.reduce(united);
  const said = staged.reduce<SaidOfPerson>(unitedSaid, before.person);
  return {
    ...before,
    person: { ...before.person, ...saidBy(said) },
    interactions: union(
      before.interactions,
      staged.flatMap(({ interactions }) => interactionsOf(interactions)),
    ),
    own: ownPart(before),
  };
}

async function addPart(
  transaction: HistoryTransaction,
  book: AliasBook,
  people: readonly StagedPerson[],
  newId: NewId,
  counting: Counting,
): Promise<void> {
  const ids = await book.idsOf(people.map(({ aliases }) => aliases));
  const known = await peopleWithIds(transaction, ids.flat());
  const groups = samePerson(
    people.map(({ aliases }, place) => [...aliases, ...(ids[place] ?? [])]),
  );
  const replacing: Promise<unknown>[] = [];
  for (const group of groups) {
    const staged = group.flatMap((place) => people[place] ?? []);
    const theirs = [...new Set(group.flatMap((place) => ids[place] ?? []))].sort();
    const before = theirs.flatMap((id) => known.get(id) ?? []);
    const [first] = staged;
    const id = before[0]?.person.id ?? newId();
    if (before.length === 0) counting.peopleNew += 1;
    else counting.peopleKnown += staged.length;
    const isPlain = before.length === 0 && staged.length === 1;
    if (isPlain && first?.summary.version === SUMMARY_VERSION) {
      addNew(transaction, book, first, id);
      counting.interactionsNew += first.interactions.count;
      continue;
    }
    const after = withImport(before, staged, id);
    const keys = new Set(before.flatMap(({ interactions }) => interactions.map(interactionKey)));
    const added = after.interactions.length - keys.size;
    counting.interactionsNew += added;
    counting.interactionsKnown +=
      staged.reduce((sum, { interactions }) => sum + interactions.count, 0) - added;
    replacing.push(replace(transaction, before, after));
    book.note(after.person.aliases, id);
  }
  await Promise.all(replacing);
}

/** Reactions and comments whose authors a page has shown before. */
async function addAttributed(
  transaction: HistoryTransaction,
  book: AliasBook,
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
  { parts, newId, now, isErased, signal, progress }: CommitOptions,
): Promise<ImportOutcome> {
  const imports = transaction.objectStore("imports");
  const head = await imports.get(id);
  if (isDone(head)) return head.outcome;
  const staged = transaction.objectStore("staged");
  const keys = await staged.getAllKeys(partsOf(id));
  if (head === undefined || keys.length !== parts) throw new ImportIncomplete(id);
  const counting: Counting = {
    peopleNew: 0,
    peopleKnown: 0,
    interactionsNew: 0,
    interactionsKnown: 0,
    waiting: 0,
    erased: 0,
  };
  const before = (await transaction.objectStore("people").count()) || 0;
  let book: AliasBook | undefined;
  let done = 0;
  for (const key of keys) {
    const part: StagedPart | undefined = await staged.get(key);
    signal?.throwIfAborted();
    if (part === undefined) throw new ImportIncomplete(id);
    const people = isErased ? part.people.filter(({ aliases }) => !isErased(aliases)) : part.people;
    counting.erased += part.people.length - people.length;
    book ??= await aliasBook(transaction, part.people.length * keys.length);
    await addPart(transaction, book, people, newId, counting);
    const attributed = await addWaiting(transaction, part.waiting);
    counting.waiting += part.waiting.length;
    counting.interactionsNew += await addAttributed(transaction, book, attributed);
    await transaction.objectStore("said").put(people.map(saidBy), key);
    done += part.people.length;
    progress?.(done);
  }
  await staged.delete(partsOf(id));
  await addImportedCoverage(transaction, head.coverage);
  const people = (await transaction.objectStore("people").count()) - before;
  await addCounts(transaction, { people, interactions: counting.interactionsNew });
  await outdateLists(transaction);
  const logged: LoggedImport = { ...head, doneAt: now, outcome: counting };
  await imports.put(logged);
  return counting;
}

/**
 * Makes a staged import part of the history. Resolves after the transaction completed; committing what is committed answers the same
 * again. The source of every fact has to be the import itself.
 *
 * @throws {ImportIncomplete} when it was dropped or parts of it are missing
 * @throws the reason of `signal`, or what IndexedDB throws (`QuotaExceededError`); then nothing has changed
 */
export async function commitImport(
  database: HistoryDatabase,
  id: string,
  options: CommitOptions,
): Promise<ImportOutcome> {
  const transaction = historyTransaction(database);
  // What ends the transaction is thrown from the request it broke, or from here; nobody hears it twice.
  transaction.done.catch(() => undefined);
  try {
    const outcome = await commit(transaction, id, options);
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
    throw cause;
  }
}
