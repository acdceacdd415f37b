/**
 * The week's lists as the popup asks for them.
 */
import { candidate, candidateCircumstances } from "../domain/candidate.ts";
import { weekOf } from "../domain/day.ts";
import type { PersonId } from "../domain/person.ts";
import { readyRow } from "../domain/ready-list.ts";
import { due } from "../domain/reminders.ts";
import { suggestionReasons } from "../domain/reasons.ts";
import { tie } from "../domain/tie.ts";
import { type DueRow, notYetSuggested, visible, type Week } from "../domain/week.ts";
import { storedCoverage } from "./about.ts";
import { chooseForMany } from "./choose.ts";
import type { HistoryDatabase } from "./database.ts";
import { keptList, outdated } from "./kept-lists.ts";

/** As many reminders as anybody looks through at once. */
const REMINDERS_SHOWN = 50;

async function dueRows(database: HistoryDatabase, now: number): Promise<Week["due"]> {
  const [{ reminders }, coverage] = await Promise.all([
    keptList(database, "reminders"),
    storedCoverage(database),
  ]);
  const shown = due(reminders, coverage, now).slice(0, REMINDERS_SHOWN);
  const store = database.transaction("people").store;
  const people = await Promise.all(shown.map(({ id }) => store.get(id)));
  return people.flatMap((person, place): readonly DueRow[] => {
    const { remindAt = Infinity, cadenceAt = Infinity } = shown[place] ?? {};
    if (person === undefined) return [];
    const ranked = candidate(person, person.summary);
    const known = tie(person.summary, candidateCircumstances(ranked, coverage), now);
    const row = readyRow(person, known, suggestionReasons(ranked, known, {}));
    if (row === undefined) return [];
    const isDate = remindAt <= now;
    const { inTouchElsewhere, snoozedUntil } = person.choices;
    return [
      {
        ...row,
        dueBy: isDate ? "date" : "cadence",
        dueAt: isDate ? remindAt : cadenceAt,
        chosen: {
          ...(inTouchElsewhere && { inTouchElsewhere }),
          ...(snoozedUntil && { snoozedUntil }),
        },
      },
    ];
  });
}

/** The week as it stands at `now`. Whoever is shown in it for the first time counts as suggested from now on. */
export async function storedWeek(database: HistoryDatabase, now: number): Promise<Week> {
  const [lists, reminders] = await Promise.all([
    keptList(database, "week"),
    dueRows(database, now),
  ]);
  const why = outdated(lists, now);
  const suggested = why === undefined ? notYetSuggested(lists) : [];
  if (suggested.length > 0)
    await chooseForMany(database, suggested, { suggestedAt: { value: now, at: now } });
  const [reconnect, neverTalked] = [visible(lists.reconnect), visible(lists.neverTalked)];
  return {
    reconnect,
    neverTalked,
    due: reminders,
    doneThisWeek: [...reconnect, ...neverTalked].filter(({ done }) => done).length,
    ...(why && { outdated: lists.week === weekOf(now) ? why : "about-others" }),
  };
}

/** Marks a suggestion as done, or takes that back. */
export async function markDone(
  database: HistoryDatabase,
  id: PersonId,
  done: boolean,
  now: number,
): Promise<void> {
  await chooseForMany(
    database,
    [id],
    done
      ? { suggestionDone: { value: true, at: now }, suggestedAt: { value: now, at: now } }
      : { suggestionDone: { at: now } },
  );
}

/** How many people are due at `now`, by a date or by a cadence of the user's own, and the reminders that are ahead. */
export async function dueNow(database: HistoryDatabase, now: number) {
  const [{ reminders }, coverage] = await Promise.all([
    keptList(database, "reminders"),
    storedCoverage(database),
  ]);
  return { count: due(reminders, coverage, now).length, reminders };
}
