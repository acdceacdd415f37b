/**
 * What is remembered of the last backup of a history, and how much came since.
 */
import { newsMoment } from "../../domain/backup/news-moment.ts";
import type { SinceBackup } from "../../domain/backup/backup-due.ts";
import { dayOf } from "../../domain/time/day.ts";
import { isOfPerson, type Statement } from "../../domain/records/statement.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { groundOf } from "../ground/ground.ts";
import { storedRevision } from "../view/about.ts";
import { withRoom } from "../database/room.ts";
import { writing } from "../database/writing.ts";

/** Names of values in `about`. */
const BACKUP = "backup";
const DAYS = "daysSinceBackup";

interface BackupNote {
  /** When the backup was begun (ms). */
  readonly at: number;
  /** The revision that it holds at least. */
  readonly revision: number;
}

const noted = async (database: HistoryDatabase): Promise<BackupNote | undefined> =>
  (await database.get("about", BACKUP)) as BackupNote | undefined;

const daysNoted = async (database: HistoryDatabase): Promise<readonly number[]> =>
  ((await database.get("about", DAYS)) as readonly number[] | undefined) ?? [];

/** The day that was noted last of each history, so that most writes read nothing here. */
const notedOn = new WeakMap<object, number>();

/** Remembers that a backup was written. What was written to the history while it was made may be in it or not, so it counts as new. */
export async function noteBackup(database: HistoryDatabase, note: BackupNote): Promise<void> {
  const isBehind = (await storedRevision(database)) > note.revision;
  await writing(database, ["about"], async ({ store }) => {
    await store.put(note, BACKUP);
    await store.put(isBehind ? [dayOf(note.at)] : [], DAYS);
  });
  notedOn.delete(database);
}

/** Remembers that something was written on this day. */
export async function noteWritten(database: HistoryDatabase, now: number): Promise<void> {
  if (notedOn.get(database) === dayOf(now)) return;
  const [note, revision, days] = await Promise.all([
    noted(database),
    storedRevision(database),
    daysNoted(database),
  ]);
  if (revision <= (note?.revision ?? 0)) return;
  if (days.at(-1) !== dayOf(now))
    await withRoom(() => database.put("about", [...days, dayOf(now)], DAYS));
  notedOn.set(database, dayOf(now));
}

/** Statements that are looked at before others are answered. */
const AT_ONCE = 500;

/** Of how many people pages or the user said something since the last backup; 0 where there was none. */
export async function peopleSinceBackup(database: HistoryDatabase): Promise<number> {
  const at = (await noted(database))?.at;
  if (at === undefined) return 0;
  const found = new Set<string>();
  let after: IDBKeyRange | undefined;
  for (;;) {
    const some = await database.getAll("statements", after, AT_ONCE);
    for (const { authors: _indexed, ...stored } of some) {
      const statement = stored as Statement;
      if (isOfPerson(statement) && newsMoment(statement) >= at) found.add(statement.subject);
    }
    const last = some.at(-1);
    if (last === undefined || some.length < AT_ONCE) return found.size;
    after = IDBKeyRange.lowerBound([last.subject, last.source, last.replica], true);
  }
}

/** What the last backup does not hold. */
export async function sinceBackup(database: HistoryDatabase): Promise<SinceBackup> {
  const [note, days, { imports }] = await Promise.all([
    noted(database),
    daysNoted(database),
    groundOf(database),
  ]);
  return {
    ...(note !== undefined && { at: note.at }),
    days: days.length,
    imports: imports.filter(({ doneAt = 0 }) => doneAt >= (note?.at ?? 0)).length,
  };
}
