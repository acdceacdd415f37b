/**
 * Finding people among everybody. The background keeps the directory in memory while it lives and follows every change, so that a
 * keystroke reads nothing but the rows it shows.
 */
import { candidate, type Candidate, candidateCircumstances } from "../domain/candidate.ts";
import { type Circles, circles } from "../domain/circle.ts";
import type { Coverage } from "../domain/coverage.ts";
import { dayOf } from "../domain/day.ts";
import {
  type DirectoryRow,
  directoryRow,
  inOrder,
  type PeopleAsked,
  type PeopleFound,
  type PeopleOrder,
  wanted,
} from "../domain/directory.ts";
import type { PersonId } from "../domain/person.ts";
import type { PersonRecord } from "../domain/person-record.ts";
import { readyRow } from "../domain/ready-list.ts";
import { suggestionReasons } from "../domain/reasons.ts";
import { tie } from "../domain/tie.ts";
import { storedCoverage } from "./about.ts";
import type { HistoryDatabase, HistoryTransaction } from "./database.ts";
import { storedEdition } from "./edition.ts";
import { storedOwnCompanies } from "./own-companies.ts";

/** The directory as of one edition of the history. */
interface Directory {
  edition: number;
  readonly now: number;
  readonly coverage: Coverage;
  readonly circles: Circles;
  readonly rows: Map<PersonId, DirectoryRow>;
  /** Everybody in an order, as far as it was asked for since the last change. */
  readonly orders: Map<PeopleOrder, readonly DirectoryRow[]>;
}

/** What a transaction changed. */
interface Noted {
  readonly changed: readonly PersonRecord[];
  readonly gone: readonly PersonId[];
}

const directories = new WeakMap<object, Directory>();
/** Changes by the edition they made, until the directory has taken them in. */
const journals = new WeakMap<object, Map<number, Noted>>();

/** Notes what a transaction changes, for a directory that is in memory. */
export function noteChanges(
  transaction: HistoryTransaction,
  edition: number,
  changed: readonly PersonRecord[],
  gone: readonly PersonId[],
): void {
  if (!directories.has(transaction.db)) return;
  const journal = journals.get(transaction.db) ?? new Map<number, Noted>();
  journals.set(transaction.db, journal.set(edition, { changed, gone }));
}

const tieOf = (person: Candidate, coverage: Coverage, now: number) =>
  tie(person.summary, candidateCircumstances(person, coverage), now);

function put(directory: Directory, person: PersonRecord): void {
  const { coverage, now, rows } = directory;
  const ranked = candidate(person, person.summary);
  const known = { person: ranked, tie: tieOf(ranked, coverage, now) };
  directory.circles.put(known);
  const row = directoryRow(person, known, directory.circles.around);
  if (row === undefined) rows.delete(person.id);
  else rows.set(person.id, row);
}

async function madeDirectory(database: HistoryDatabase, now: number): Promise<Directory> {
  const edition = await storedEdition(database);
  const [people, coverage, ownCompanies] = await Promise.all([
    database.getAll("people"),
    storedCoverage(database),
    storedOwnCompanies(database),
  ]);
  const directory: Directory = {
    edition,
    now,
    coverage,
    circles: circles(ownCompanies),
    rows: new Map(),
    orders: new Map(),
  };
  for (const person of people) put(directory, person);
  directories.set(database, directory);
  journals.delete(database);
  return directory;
}

/** The directory brought up to this edition; `undefined` when too much has changed for that. */
function followed(
  database: HistoryDatabase,
  directory: Directory,
  edition: number,
): Directory | undefined {
  const journal = journals.get(database);
  for (let next = directory.edition + 1; next <= edition; next += 1) {
    const noted = journal?.get(next);
    if (noted === undefined) return undefined;
    for (const id of noted.gone) {
      directory.rows.delete(id);
      directory.circles.remove(id);
    }
    for (const person of noted.changed) put(directory, person);
    journal?.delete(next);
    directory.edition = next;
    directory.orders.clear();
  }
  return directory;
}

async function currentDirectory(database: HistoryDatabase, now: number): Promise<Directory> {
  const kept = directories.get(database);
  if (kept !== undefined && dayOf(kept.now) === dayOf(now)) {
    const current = followed(database, kept, await storedEdition(database));
    if (current !== undefined) return current;
  }
  return madeDirectory(database, now);
}

// Two questions at once must not read everybody twice, nor follow the same change twice.
const turns = new WeakMap<object, Promise<Directory>>();

/** Has the directory in memory, so that the first keystroke need not wait for it. */
export function directoryOf(database: HistoryDatabase, now: number): Promise<Directory> {
  const before = turns.get(database) ?? Promise.resolve();
  const next = before.then(
    () => currentDirectory(database, now),
    () => currentDirectory(database, now),
  );
  turns.set(database, next);
  return next;
}

/** Finds people, see {@link PeopleAsked}. */
export async function foundPeople(
  database: HistoryDatabase,
  asked: PeopleAsked,
  now: number,
): Promise<PeopleFound> {
  const directory = await directoryOf(database, now);
  const { orders, rows, coverage } = directory;
  const all =
    orders.get(asked.order) ?? inOrder([...rows.values()], asked.order, directory.circles.around);
  orders.set(asked.order, all);
  const found = all.filter(wanted(asked));
  const shown = found.slice(asked.start, asked.start + asked.atMost);
  const store = database.transaction("people").store;
  const people = await Promise.all(shown.map(({ id }) => store.get(id)));
  return {
    count: found.length,
    rows: people.flatMap((person) => {
      if (person === undefined) return [];
      const ranked = candidate(person, person.summary);
      const known = tieOf(ranked, coverage, now);
      return (
        readyRow(
          person,
          known,
          suggestionReasons(ranked, known, directory.circles.around(ranked)),
        ) ?? []
      );
    }),
  };
}
