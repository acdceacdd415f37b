/**
 * The week as the popup asks for it.
 */
import type { Surroundings } from "../../domain/suggestions/circle.ts";
import { dayOf } from "../../domain/time/day.ts";
import { localWeek, type WeekStart } from "../../domain/time/local-time.ts";
import { directoryRow, type DirectoryRow } from "../../domain/directory/directory-row.ts";
import {
  freePlaces,
  unitedWeeks,
  type WeeksOfReplica,
  withWeek,
} from "../../domain/week/made-weeks.ts";
import type { Outdated } from "../../domain/directory/outdated.ts";
import type { PersonId } from "../../domain/person/person.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import type { MadeWeek, WeekRow } from "../../domain/records/statement.ts";
import { HISTORY } from "../../domain/records/subject.ts";
import { shownWeek, type Week } from "../../domain/week/week.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { groundOf, timeOf } from "../ground/ground.ts";
import { writeHistoryStatement } from "../records/history-statement.ts";
import { storedCoverage } from "../view/about.ts";
import { dueRows } from "../derived/due.ts";
import { subjectOfHandle } from "../view/find-person.ts";
import { sumOf, WRITTEN, type ShardWrites } from "../view/shards.ts";
import { placeText, storedWeekNotes, type WeekNotes } from "../derived/week-notes.ts";

/** The weeks of every statement by hand: of this machine and of others. */
export async function saidWeeks(database: HistoryDatabase): Promise<readonly WeeksOfReplica[]> {
  const said = await database.getAll(
    "statements",
    IDBKeyRange.bound([HISTORY, "hand"], [HISTORY, "hand", []]),
  );
  return said.flatMap(({ body, replica }) =>
    "weeks" in body && body.weeks ? [{ replica, weeks: body.weeks }] : [],
  );
}

/** The week of this number; `undefined` where none was made. */
export const weekAt = (said: readonly WeeksOfReplica[], number: number): MadeWeek | undefined =>
  unitedWeeks(said.map(({ weeks }) => weeks)).find(({ week }) => week === number);

/** The record of the person a handle leads to. The subject that was noted for it is tried first. */
async function personOf(
  database: HistoryDatabase,
  handle: string,
  notes: WeekNotes | undefined,
): Promise<PersonRecord | undefined> {
  const noted = notes?.people[handle]?.subject;
  const person = noted === undefined ? undefined : await database.get("people", noted);
  if (person?.id === handle) return person;
  const subject = await subjectOfHandle(database, handle);
  return subject === undefined ? undefined : database.get("people", subject);
}

/** Why the lists do not hold; `undefined` while they do. */
function outdated(
  week: MadeWeek | undefined,
  notes: WeekNotes | undefined,
  written: number,
  number: number,
  now: number,
): Outdated | undefined {
  const isToday = notes?.day === dayOf(now) && notes.week === number;
  if (notes === undefined || notes.outdated) return "about-others";
  const hasRoom = (["reconnect", "hello"] as const).some(
    (list) => freePlaces(week, list, notes.perWeek) > 0,
  );
  const isFilled = !hasRoom || notes.written === written;
  if (isToday && isFilled) return undefined;
  return week === undefined ? "about-others" : "of-another-day";
}

const NOBODY: Surroundings = {};

/** The week as it is read, with what showing it would write. */
export interface WeekRead {
  readonly shown: Week;
  /** The number of the week, see `localWeek`. */
  readonly number: number;
  /** Absent where it was not made yet. */
  readonly week: MadeWeek | undefined;
  /** Handles of rows that are shown for the first time. */
  readonly unnoted: readonly string[];
}

/**
 * The week as it stands at `now`; nothing is written.
 *
 * @param start when the user's weeks begin
 */
export async function readWeek(
  database: HistoryDatabase,
  start: WeekStart,
  now: number,
): Promise<WeekRead> {
  const number = localWeek(now, start).week;
  const [said, notes, coverage, due, written = {}] = await Promise.all([
    saidWeeks(database),
    storedWeekNotes(database),
    storedCoverage(database),
    dueRows(database, now),
    database.get("lists", WRITTEN) as Promise<ShardWrites | undefined>,
  ]);
  const week = weekAt(said, number);
  const handles = (week?.rows ?? []).map(({ handle }) => handle);
  const people = await Promise.all(handles.map((one) => personOf(database, one, notes)));
  const rows = new Map<string, DirectoryRow>();
  for (const [place, handle] of handles.entries()) {
    const person = people[place];
    if (person !== undefined) rows.set(handle, directoryRow(person));
  }
  const { reconnect, neverTalked, unnoted } = shownWeek(
    week ?? { rows: [] },
    (handle) => rows.get(handle),
    (handle, person) => {
      const noted = notes?.people[handle];
      return noted?.place === placeText(person) ? noted.around : NOBODY;
    },
    coverage,
    now,
  );
  const why = outdated(week, notes, sumOf(written), number, now);
  const shown: Week = {
    number,
    reconnect,
    neverTalked,
    due,
    doneThisWeek: [...reconnect, ...neverTalked].filter(({ done }) => done).length,
    ...(why && { outdated: why }),
  };
  // What is about to be made anew is not shown.
  return { shown, number, week, unnoted: why === "about-others" ? [] : unnoted };
}

/**
 * The week as it stands at `now`. Rows that are shown for the first time count as suggested from now on.
 *
 * @param start when the user's weeks begin
 */
export async function storedWeek(
  database: HistoryDatabase,
  start: WeekStart,
  now: number,
): Promise<Week> {
  const { shown, number, week, unnoted } = await readWeek(database, start, now);
  if (unnoted.length > 0)
    await changeRows(
      database,
      week,
      new Set(unnoted),
      (row) => ({ ...row, shownAt: now }),
      number,
      now,
    );
  return shown;
}

/** Changes rows of this week in this machine's own statement. */
async function changeRows(
  database: HistoryDatabase,
  week: MadeWeek | undefined,
  handles: ReadonlySet<string>,
  change: (row: WeekRow) => WeekRow,
  number: number,
  now: number,
): Promise<void> {
  await writeHistoryStatement(
    database,
    (body) => {
      const before = body.weeks ?? [];
      const weeks = withWeek(
        before,
        week,
        (rows) => rows.map((row) => (handles.has(row.handle) ? change(row) : row)),
        number,
        now,
      );
      return weeks === before ? body : { ...body, weeks };
    },
    now,
  );
}

/**
 * Marks a suggestion of this week as done, or takes that back. Answers `false`, and changes nothing, where no row of the week leads to the
 * person with this handle.
 *
 * @param start when the user's weeks begin
 */
export async function markDone(
  database: HistoryDatabase,
  id: PersonId,
  done: boolean,
  start: WeekStart,
  now: number,
): Promise<boolean> {
  const number = localWeek(now, start).week;
  const week = weekAt(await saidWeeks(database), number);
  const subject = await subjectOfHandle(database, id);
  if (week === undefined || subject === undefined) return false;
  const subjects = await Promise.all(
    week.rows.map(({ handle }) => subjectOfHandle(database, handle)),
  );
  const handles = new Set(
    week.rows.flatMap(({ handle }, place) => (subjects[place] === subject ? [handle] : [])),
  );
  if (handles.size === 0) return false;
  const time = timeOf(await groundOf(database), now);
  await changeRows(
    database,
    week,
    handles,
    (row) => ({ ...row, shownAt: row.shownAt ?? now, done: { value: done, time } }),
    number,
    now,
  );
  return true;
}
