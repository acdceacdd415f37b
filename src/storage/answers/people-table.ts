/**
 * The table of everybody, a part at a time: filtered and sorted in memory, and only the rows that are seen are read whole.
 */
import type { RowOfDay } from "../../domain/directory/directory.ts";
import {
  fitting,
  sortedBy,
  type TableAsked,
  type TableChoices,
  type TableFound,
  tableRow,
  type TableRow,
  type TableView,
} from "../../domain/directory/people-table.ts";
import type { PersonId } from "../../domain/person/person.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import { folded } from "../../domain/names/names.ts";
import type { PersonSubject } from "../../domain/records/subject.ts";
import { tieOfDay } from "../../domain/suggestions/tie-of-day.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { type Everybody, everybody } from "../derived/everybody.ts";

/** Everybody by one column, as long as nobody changes: a user scrolls in one order. */
const sorted = new WeakMap<readonly RowOfDay[], { order: string; rows: readonly RowOfDay[] }>();

function inOrder(rows: readonly RowOfDay[], { by, descending }: TableView): readonly RowOfDay[] {
  const order = `${by} ${descending}`;
  const known = sorted.get(rows);
  if (known?.order === order) return known.rows;
  const made = { order, rows: sortedBy(rows, by, descending) };
  sorted.set(rows, made);
  return made.rows;
}

const found = ({ rows }: Everybody, view: TableView): readonly RowOfDay[] =>
  inOrder(rows, view).filter(fitting(view));

async function readPeople(
  database: HistoryDatabase,
  subjects: readonly PersonSubject[],
): Promise<readonly PersonRecord[]> {
  const { store } = database.transaction("people");
  const people = await Promise.all(subjects.map((subject) => store.get(subject)));
  return people.filter((one) => one !== undefined);
}

async function rowsOf(
  database: HistoryDatabase,
  { rowOf, coverage }: Everybody,
  rows: readonly RowOfDay[],
  now: number,
): Promise<readonly TableRow[]> {
  const known = rows.flatMap((row) => {
    const whole = rowOf(row.id);
    return whole === undefined ? [] : [{ row, whole, tie: tieOfDay(whole.person, coverage, now) }];
  });
  const people = await readPeople(
    database,
    known.map(({ whole }) => whole.subject),
  );
  const byId = new Map(people.map((one) => [one.id, one]));
  return known.flatMap(({ row, tie }): readonly TableRow[] => {
    const person = byId.get(row.id);
    return person === undefined ? [] : [tableRow(person, row, tie)];
  });
}

/** A part of the table, see {@link TableAsked}. */
export async function peopleTable(
  database: HistoryDatabase,
  { start, atMost, ...view }: TableAsked,
  now: number,
): Promise<TableFound> {
  const all = await everybody(database, now);
  const fit = found(all, view);
  const shown = fit.slice(start, start + atMost);
  return { count: fit.length, rows: await rowsOf(database, all, shown, now) };
}

/** Handles of everybody who fits, in the order of the table. */
export async function tableIds(
  database: HistoryDatabase,
  view: TableView,
  now: number,
): Promise<readonly PersonId[]> {
  return found(await everybody(database, now), view).map(({ id }) => id);
}

/** The rows of these people, in this order; who is no longer there is left out. */
export async function tableRows(
  database: HistoryDatabase,
  ids: readonly PersonId[],
  now: number,
): Promise<readonly TableRow[]> {
  const all = await everybody(database, now);
  const wanted = new Set(ids);
  const byId = new Map(all.rows.flatMap((row) => (wanted.has(row.id) ? [[row.id, row]] : [])));
  const rows = ids.flatMap((id) => byId.get(id) ?? []);
  return rowsOf(database, all, rows, now);
}

/** Companies offered: nobody reads a longer list, and any other name can be typed. */
const MOST_COMPANIES = 500;

/** The companies and tags there are, the companies with most people first. */
export async function tableChoices(database: HistoryDatabase, now: number): Promise<TableChoices> {
  const { rows, candidates, rowOf } = await everybody(database, now);
  const companies = new Map<string, { name: string; people: number }>();
  for (const { company, companyKey } of candidates()) {
    if (company === undefined || companyKey === undefined) continue;
    const known = companies.get(companyKey);
    if (known === undefined) companies.set(companyKey, { name: company, people: 1 });
    else {
      known.people += 1;
      // One spelling of several, the same every time.
      if (company < known.name) known.name = company;
    }
  }
  // Rows have tags folded; how each is written says the record of one person who has it.
  const withTag = new Map<string, PersonSubject>();
  for (const { id, tags = [] } of rows)
    for (const tag of tags)
      if (!withTag.has(tag)) {
        const subject = rowOf(id)?.subject;
        if (subject !== undefined) withTag.set(tag, subject);
      }
  const people = await readPeople(database, [...new Set(withTag.values())]);
  const written = new Map(
    people.flatMap(({ choices }) => (choices.tags ?? []).map((tag) => [folded(tag), tag])),
  );
  return {
    companies: [...companies.values()]
      .sort((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1))
      .slice(0, MOST_COMPANIES)
      .map(({ name }) => name),
    tags: [...withTag.keys()].map((tag) => written.get(tag) ?? tag).sort(),
  };
}
