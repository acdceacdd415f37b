/**
 * Reminders and cadences as events of whole days: iCalendar (RFC 5545). `docs/formats/calendar.md` describes the file.
 */
import type { ExportedPerson } from "../../domain/directory/exported-person.ts";
import { contentLine, textValue } from "./content-lines.ts";
import type { PeopleParts } from "./people-parts.ts";
import { type FileOptions, notesText, personInFile } from "./person-in-file.ts";
import { basicDay, basicMoment } from "./written-time.ts";

/** A day on which the user is to be reminded. */
interface DayAhead {
  /** The same in every export, so that a calendar which takes the file in again has one event and not two. */
  readonly uid: string;
  readonly at: number;
  /** Days until the next time; absent where it is once. */
  readonly everyDays?: number;
}

/** The days of a person, none before the end of a snooze. */
function daysAhead({ id, ahead, choices }: ExportedPerson): readonly DayAhead[] {
  if (ahead === undefined) return [];
  const { dates, cadenceAt, notBefore = -Infinity } = ahead;
  const days: DayAhead[] = dates.map((date) => ({
    uid: `${id}-${date.id}@tielight`,
    at: Math.max(date.at, notBefore),
  }));
  if (cadenceAt !== undefined)
    days.push({
      uid: `${id}-cadence@tielight`,
      at: Math.max(cadenceAt, notBefore),
      everyDays: Math.max(1, Math.round(choices.cadenceDays?.value ?? 1)),
    });
  return days;
}

/** How many events a person has in the file. */
export const eventsOf = (person: ExportedPerson): number => daysAhead(person).length;

function event(
  person: ExportedPerson,
  { uid, at, everyDays }: DayAhead,
  { isOwnIncluded, words, now }: FileOptions,
): string {
  const { name, profile } = personInFile(person);
  const notes = isOwnIncluded ? notesText(person.choices.notes) : "";
  const lines: readonly (readonly [name: string, value: string])[] = [
    ["BEGIN", "VEVENT"],
    ["UID", textValue(uid)],
    ["DTSTAMP", basicMoment(now)],
    ["DTSTART;VALUE=DATE", basicDay(at)],
    ["RRULE", everyDays === undefined ? "" : `FREQ=DAILY;INTERVAL=${everyDays}`],
    ["SUMMARY", textValue(words.getInTouch(name))],
    ["DESCRIPTION", textValue(notes)],
    ["URL", profile],
    // The day stays free.
    ["TRANSP", "TRANSPARENT"],
    ["END", "VEVENT"],
  ];
  return lines
    .filter(([, value]) => value !== "")
    .map(([key, value]) => contentLine(key, value))
    .join("");
}

/** The text of the file, piece by piece. */
export async function* calendar(parts: PeopleParts, options: FileOptions): AsyncGenerator<string> {
  yield [
    ["BEGIN", "VCALENDAR"],
    ["VERSION", "2.0"],
    ["PRODID", "-//Tielight//Tielight//EN"],
    ["CALSCALE", "GREGORIAN"],
  ]
    .map(([name = "", value = ""]) => contentLine(name, value))
    .join("");
  for await (const people of parts)
    yield people
      .flatMap((person) => daysAhead(person).map((one) => event(person, one, options)))
      .join("");
  yield contentLine("END", "VCALENDAR");
}
