/**
 * A table of people for spreadsheets: one person a line. `docs/formats/tables.md` describes it.
 */
import type { ExportedPerson } from "../../domain/directory/exported-person.ts";
import type { Cleared } from "../../domain/person/person.ts";
import { BYTE_ORDER_MARK, type CsvCell, csvText, idCell } from "./csv-text.ts";
import type { PeopleParts } from "./people-parts.ts";
import { type FileOptions, notesText, personInFile } from "./person-in-file.ts";
import { isoDay, isoDays } from "./written-time.ts";

const day = (at: number | undefined): string => (at === undefined ? "" : isoDay(at));
const yes = (choice: Cleared<boolean> | undefined): string => (choice?.value ? "yes" : "");

type Column = readonly [name: string, cell: (person: ExportedPerson) => CsvCell];

/** What is known of people. */
const KNOWN: readonly Column[] = [
  ["name", (person) => personInFile(person).name],
  ["profile", (person) => personInFile(person).profile],
  ["company", (person) => personInFile(person).company],
  ["title", (person) => personInFile(person).title],
  ["headline", (person) => personInFile(person).headline],
  ["band", ({ tie }) => tie.band],
  [
    "last_exchange",
    ({ tie: { lastExchange } }) =>
      lastExchange === undefined ? "" : isoDays(lastExchange.from, lastExchange.to),
  ],
  ["known_until", ({ tie }) => day(tie.knownUntil)],
  ["rhythm_days", ({ tie }) => (tie.ownCadence || tie.rhythmKnown ? Math.round(tie.gapDays) : "")],
  ["overdue", ({ isOverdue }) => (isOverdue ? "yes" : "")],
  ["connected", ({ connected }) => (connected ? isoDays(connected.from, connected.to) : "")],
  ["mutual", ({ mutual }) => mutual ?? ""],
  ["aliases", ({ aliases }) => aliases.map(idCell).join(" ")],
];

/** What the user wrote and chose. */
const OWN: readonly Column[] = [
  ["tags", ({ choices }) => choices.tags?.join(", ") ?? ""],
  ["how_met", ({ choices }) => choices.howMet?.value ?? ""],
  ["notes", ({ choices }) => notesText(choices.notes)],
  ["reminders", ({ choices }) => choices.reminders?.map(({ at }) => isoDay(at)).join(" ") ?? ""],
  ["snoozed_until", ({ choices }) => day(choices.snoozedUntil?.value)],
  ["in_touch_elsewhere", ({ choices }) => day(choices.inTouchElsewhere?.value)],
  ["knows", ({ choices }) => choices.knows?.value ?? ""],
  ["never_suggest", ({ choices }) => yes(choices.muted)],
  ["stop_recording", ({ choices }) => yes(choices.neverTrack)],
  ["passed_away", ({ choices }) => yes(choices.deceased)],
];

/** The text of the file, piece by piece. */
export async function* peopleCsv(
  parts: PeopleParts,
  { isOwnIncluded }: Pick<FileOptions, "isOwnIncluded">,
): AsyncGenerator<string> {
  const columns = isOwnIncluded ? [...KNOWN, ...OWN] : KNOWN;
  yield BYTE_ORDER_MARK + csvText([columns.map(([name]) => name)]);
  for await (const people of parts)
    yield csvText(people.map((person) => columns.map(([, cell]) => cell(person))));
}
