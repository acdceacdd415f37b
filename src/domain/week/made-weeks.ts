/**
 * Weeks as statements keep them: uniting them over machines, and changing one's own.
 */
import {
  type ClockCorrection,
  compareTimes,
  correctedMoment,
  type ReplicaId,
} from "../records/hybrid-time.ts";
import type { MadeWeek, Register, WeekRow } from "../records/statement.ts";
import type { Suggestions } from "../suggestions/suggestions.ts";

/** So many weeks are kept, the one that is written and the latest others: nothing reads older ones any more. */
const KEPT_WEEKS = 60;

type Outcome = Pick<WeekRow, "shownAt" | "done">;

/** The later word; of the same moment the one that sorts last as JSON. */
function laterWord(
  a: Register<boolean> | undefined,
  b: Register<boolean> | undefined,
): Register<boolean> | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const order = compareTimes(a.time, b.time) || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  return order < 0 ? b : a;
}

function unitedOutcome(a: Outcome, b: Outcome): Outcome {
  const shownAt = Math.min(a.shownAt ?? Infinity, b.shownAt ?? Infinity);
  const done = laterWord(a.done, b.done);
  return { ...(Number.isFinite(shownAt) && { shownAt }), ...(done && { done }) };
}

/** One week, as several machines keep it. */
function unitedWeek(weeks: readonly MadeWeek[], week: number): MadeWeek {
  const at = weeks.reduce((first, one) => Math.min(first, one.at), Infinity);
  const outcomes = new Map<string, Outcome>();
  for (const { rows } of weeks)
    for (const row of rows)
      outcomes.set(row.handle, unitedOutcome(outcomes.get(row.handle) ?? {}, row));
  const places = new Map<string, { readonly row: WeekRow; place: number }>();
  for (const { rows } of weeks.filter((one) => one.at === at))
    for (const [place, row] of rows.entries()) {
      const key = `${row.list} ${row.handle}`;
      const known = places.get(key);
      if (known === undefined) places.set(key, { row, place });
      else known.place = Math.min(known.place, place);
    }
  const rows = [...places]
    .sort(([keyA, a], [keyB, b]) => a.place - b.place || (keyA < keyB ? -1 : 1))
    .map(
      ([
        ,
        {
          row: { handle, list },
        },
      ]) => ({ handle, list, ...outcomes.get(handle) }),
    );
  return { week, at, rows };
}

/**
 * The weeks of several statements as one, oldest first. Of one week the one that was made first gives the rows, and of each outcome the later
 * word holds. The order of the statements does not matter, nor does repetition.
 */
export function unitedWeeks(said: readonly (readonly MadeWeek[])[]): readonly MadeWeek[] {
  const byWeek = new Map<number, MadeWeek[]>();
  for (const one of said.flat()) {
    const same = byWeek.get(one.week);
    if (same === undefined) byWeek.set(one.week, [one]);
    else same.push(one);
  }
  return [...byWeek].sort(([a], [b]) => a - b).map(([week, weeks]) => unitedWeek(weeks, week));
}

/** The weeks that one replica made. */
export interface WeeksOfReplica {
  readonly replica: ReplicaId;
  readonly weeks: readonly MadeWeek[];
}

/**
 * When each handle was last suggested (ms), on any machine: shown, or marked as done. What a clock noted that had run ahead is read as noted at
 * the moment of its correction: nobody rests until the year that it showed.
 */
export function lastSuggested(
  said: readonly WeeksOfReplica[],
  corrections: readonly ClockCorrection[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { replica, weeks } of said)
    for (const { handle, shownAt = -Infinity, done } of weeks.flatMap(({ rows }) => rows)) {
      const [doneAt, , doneBy] = done?.value === true ? done.time : [-Infinity, 0, replica];
      const at = Math.max(
        correctedMoment(shownAt, replica, corrections),
        correctedMoment(doneAt, doneBy, corrections),
        found.get(handle) ?? -Infinity,
      );
      if (Number.isFinite(at)) found.set(handle, at);
    }
  return found;
}

/** How many places of a list are free in a week that is to have so many rows a list. */
export const freePlaces = (
  week: Pick<MadeWeek, "rows"> | undefined,
  list: WeekRow["list"],
  perWeek: number,
): number => Math.max(0, perWeek - (week?.rows.filter((row) => row.list === list).length ?? 0));

/** The rows that fill the free places of a week. Nobody in `suggestions` is in the week already. */
export const fillingRows = (
  week: Pick<MadeWeek, "rows"> | undefined,
  { reconnect, neverTalked }: Suggestions,
  perWeek: number,
): readonly WeekRow[] => [
  ...reconnect
    .slice(0, freePlaces(week, "reconnect", perWeek))
    .map(({ id }): WeekRow => ({ handle: id, list: "reconnect" })),
  ...neverTalked
    .slice(0, freePlaces(week, "hello", perWeek))
    .map(({ id }): WeekRow => ({ handle: id, list: "hello" })),
];

/** The weeks that are kept beside one. They are counted: by its number alone the week of a clock that ran years ahead would drop every other one. */
function keptBeside(weeks: readonly MadeWeek[], number: number): readonly MadeWeek[] {
  const others = new Set(weeks.flatMap(({ week }) => (week === number ? [] : week)));
  const first = [...others].sort((a, b) => b - a)[KEPT_WEEKS - 2] ?? -Infinity;
  return weeks.filter(({ week }) => week === number || week >= first);
}

/**
 * One's own weeks with a change of the rows of a week, without weeks that are too old. A week that another machine made first is copied, so
 * that one's own outcomes and rows stand beside its own.
 *
 * @param weeks the weeks of one's own statement
 * @param united the week as all machines know it; `undefined` where none was made
 * @param number the number of the week, see `localWeek`
 */
export function withWeek(
  weeks: readonly MadeWeek[],
  united: MadeWeek | undefined,
  change: (rows: readonly WeekRow[]) => readonly WeekRow[],
  number: number,
  now: number,
): readonly MadeWeek[] {
  const at = united?.at ?? now;
  const isIt = (one: MadeWeek): boolean => one.week === number && one.at === at;
  const [own] = unitedWeeks([weeks.filter(isIt)]);
  const ownRows = new Map(own?.rows.map((row) => [`${row.list} ${row.handle}`, row]));
  const before =
    (united ?? own)?.rows.map(
      ({ handle, list }): WeekRow => ownRows.get(`${list} ${handle}`) ?? { handle, list },
    ) ?? [];
  const rows = change(before);
  if (rows === before || (own === undefined && rows.length === 0)) return weeks;
  const others = weeks.filter((one) => !isIt(one));
  return [...keptBeside(others, number), { week: number, at, rows }];
}
