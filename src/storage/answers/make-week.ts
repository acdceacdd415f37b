/**
 * Making the week: once, and again only for places that are still free.
 */
import type { KnownPerson } from "../../domain/suggestions/circle.ts";
import { dayOf } from "../../domain/time/day.ts";
import { localWeek, type WeekStart } from "../../domain/time/local-time.ts";
import { fillingRows, freePlaces, lastSuggested, withWeek } from "../../domain/week/made-weeks.ts";
import type { PersonId } from "../../domain/person/person.ts";
import type { MadeWeek, WeekRow } from "../../domain/records/statement.ts";
import type { ReplyCount } from "../../domain/suggestions/replies.ts";
import { replyWeights } from "../../domain/suggestions/reply-weight.ts";
import { SUGGESTION_DEFAULTS, suggestionsAmong } from "../../domain/suggestions/suggestions.ts";
import { tieOfDay } from "../../domain/suggestions/tie-of-day.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { writeHistoryStatement } from "../records/history-statement.ts";
import { type Everybody, everybody } from "../derived/everybody.ts";
import { storedReplyCounts } from "../derived/sent.ts";
import { saidWeeks, weekAt } from "./week.ts";
import { type NotedPerson, placeText, WEEK_NOTES, type WeekNotes } from "../derived/week-notes.ts";
import { registersInForce } from "../../domain/projection/registers-in-force.ts";
import { inTurn } from "../database/turn.ts";
import { groundNow } from "../records/ground-now.ts";
import { writing } from "../database/writing.ts";

/** Handles that no directory row has, with the handle that the same person has now. */
async function presentHandles(
  database: HistoryDatabase,
  handles: Iterable<string>,
  { rows }: Everybody,
): Promise<ReadonlyMap<string, PersonId>> {
  const present = new Set<string>(rows.map(({ id }) => id));
  const absent = [...handles].filter((handle) => !present.has(handle));
  const transaction = database.transaction(["handles", "people"]);
  const people = await Promise.all(
    absent.map(async (handle) => {
      const subject = await transaction.objectStore("handles").get(handle);
      return subject === undefined ? undefined : transaction.objectStore("people").get(subject);
    }),
  );
  return new Map(
    absent.flatMap((handle, place) => {
      const id = people[place]?.id;
      return id === undefined ? [] : [[handle, id] as const];
    }),
  );
}

/** The rows of the week with those that are to fill its free places. */
function filled(
  week: MadeWeek | undefined,
  perWeek: number,
  suggestedAt: ReadonlyMap<PersonId, number>,
  replies: readonly ReplyCount[],
  presentOf: (handle: string) => PersonId,
  { candidates, around, coverage }: Everybody,
  now: number,
): readonly WeekRow[] {
  const room = freePlaces(week, "reconnect", perWeek) + freePlaces(week, "hello", perWeek);
  if (room === 0) return [];
  const taken = new Set((week?.rows ?? []).map(({ handle }) => presentOf(handle)));
  const everyone = candidates()
    .filter(({ deceased }) => !deceased)
    .map((person): KnownPerson => ({ person, tie: tieOfDay(person, coverage, now) }));
  const network = everyone.filter(({ person }) => !taken.has(person.id));
  const greeted = new Set(
    (week?.rows ?? []).flatMap(({ handle, list }) => (list === "hello" ? presentOf(handle) : [])),
  );
  const beside = everyone.filter(({ person }) => greeted.has(person.id));
  const settings = {
    ...SUGGESTION_DEFAULTS,
    perWeek,
    suggestedAt,
    replyWeights: replyWeights(replies),
    beside,
  };
  return fillingRows(week, suggestionsAmong(network, around, settings, now), perWeek);
}

/**
 * Makes the week of `now`, or fills places of it that are free, and notes what the network says of everybody in it. A week in which nobody
 * is suggested is not kept.
 *
 * @param perWeek suggestions a week and list
 * @param start when the user's weeks begin
 */
export async function makeWeek(
  database: HistoryDatabase,
  perWeek: number,
  start: WeekStart,
  now: number,
): Promise<void> {
  // Where the clock was put right since the last act, that is noted first: it decides who rests.
  const { registers } = await inTurn(database, () => groundNow(database, now));
  const { corrections } = registersInForce(registers.filter(({ word }) => word.kind === "clock"));
  const said = await saidWeeks(database);
  const number = localWeek(now, start).week;
  const week = weekAt(said, number);
  const suggested = lastSuggested(said, corrections);
  const handles = new Set([...suggested.keys(), ...(week?.rows ?? []).map(({ handle }) => handle)]);
  const present = await presentHandles(database, handles, await everybody(database, now));
  const presentOf = (handle: string) => present.get(handle) ?? (handle as PersonId);
  const suggestedAt = new Map<PersonId, number>();
  for (const [handle, at] of suggested) {
    const id = presentOf(handle);
    suggestedAt.set(id, Math.max(at, suggestedAt.get(id) ?? -Infinity));
  }
  const replies = await storedReplyCounts(database, now);
  const network = await everybody(database, now);
  const fresh = filled(week, perWeek, suggestedAt, replies, presentOf, network, now);
  const notesOf = (rows: readonly WeekRow[]) =>
    rows.flatMap(({ handle }) => {
      const row = network.rowOf(presentOf(handle));
      if (row === undefined) return [];
      const { subject, person } = row;
      const noted: NotedPerson = {
        subject,
        around: network.around(person),
        place: placeText(person),
      };
      return [[handle, noted] as const];
    });
  const notes: WeekNotes = {
    day: dayOf(now),
    week: number,
    written: network.written,
    perWeek,
    people: Object.fromEntries(notesOf([...(week?.rows ?? []), ...fresh])),
  };
  if (fresh.length > 0)
    await writeHistoryStatement(
      database,
      (body) => {
        const before = body.weeks ?? [];
        const weeks = withWeek(before, week, (rows) => withRows(rows, fresh, perWeek), number, now);
        return weeks === before ? body : { ...body, weeks };
      },
      now,
    );
  await putNotes(database, notes);
}

/** Stores the notes without people who were erased since they were read: no word of theirs may come back. */
const putNotes = (database: HistoryDatabase, notes: WeekNotes): Promise<void> =>
  writing(database, ["people", "lists"], async (transaction) => {
    const noted = Object.entries(notes.people);
    const keys = await Promise.all(
      noted.map(([, { subject }]) => transaction.objectStore("people").getKey(subject)),
    );
    const people = Object.fromEntries(noted.filter((_, place) => keys[place] !== undefined));
    await transaction.objectStore("lists").put({ ...notes, people }, WEEK_NOTES);
  });

/** The rows with those of the others that have room and are not among them. */
function withRows(
  rows: readonly WeekRow[],
  others: readonly WeekRow[],
  perWeek: number,
): readonly WeekRow[] {
  return others.reduce(
    (all, row) =>
      freePlaces({ rows: all }, row.list, perWeek) === 0 ||
      all.some(({ handle }) => handle === row.handle)
        ? all
        : [...all, row],
    rows,
  );
}
