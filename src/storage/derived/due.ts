/**
 * Who is due now, by a date or by a cadence of the user's own.
 */
import { directoryRow } from "../../domain/directory/directory-row.ts";
import { readyRow } from "../../domain/directory/ready-row.ts";
import { suggestionReasons } from "../../domain/suggestions/reasons.ts";
import { due, type Reminder } from "../../domain/directory/reminders.ts";
import { tieOfDay } from "../../domain/suggestions/tie-of-day.ts";
import type { DueRow } from "../../domain/week/week.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { storedCoverage } from "../view/about.ts";
import { storedReminders } from "./reminders.ts";

/** As many rows as anybody looks through at once. */
const ROWS = 50;

/** Rows of those who are due at `now`, longest due first. */
export async function dueRows(database: HistoryDatabase, now: number): Promise<readonly DueRow[]> {
  const [reminders, coverage] = await Promise.all([
    storedReminders(database),
    storedCoverage(database),
  ]);
  const shown = due(reminders, coverage, now).slice(0, ROWS);
  const store = database.transaction("people").store;
  const people = await Promise.all(shown.map(({ subject }) => store.get(subject)));
  return shown.flatMap(({ due: isDue }, place): readonly DueRow[] => {
    const person = people[place];
    if (person === undefined) return [];
    const row = directoryRow(person);
    const tie = tieOfDay(row.person, coverage, now);
    const { inTouchElsewhere, snoozedUntil } = person.choices;
    return [
      {
        ...readyRow(row, tie, suggestionReasons(row.person, tie, {})),
        dueBy: isDue.by,
        dueAt: isDue.at,
        ...(isDue.by === "date" && { reminder: isDue.reminder }),
        chosen: {
          ...(inTouchElsewhere?.value !== undefined && {
            inTouchElsewhere: inTouchElsewhere.value,
          }),
          ...(snoozedUntil?.value !== undefined && { snoozedUntil: snoozedUntil.value }),
        },
      },
    ];
  });
}

/** How many people are due at `now`, and everything that lies ahead. */
export async function dueNow(
  database: HistoryDatabase,
  now: number,
): Promise<{ readonly count: number; readonly reminders: readonly Reminder[] }> {
  const [reminders, coverage] = await Promise.all([
    storedReminders(database),
    storedCoverage(database),
  ]);
  return { count: due(reminders, coverage, now).length, reminders };
}
