/**
 * A table of interactions for spreadsheets: one interaction a line. `docs/formats/tables.md` describes it.
 */
import type { ExportedPerson } from "../../domain/directory/exported-person.ts";
import { BYTE_ORDER_MARK, type CsvCell, csvText, idCell } from "./csv-text.ts";
import type { PeopleParts } from "./people-parts.ts";
import { type FileOptions, notesText, personInFile } from "./person-in-file.ts";
import { isoDays } from "./written-time.ts";

const KNOWN = [
  "name",
  "profile",
  "company",
  "title",
  "headline",
  "day",
  "moment",
  "kind",
  "direction",
  "group_size",
  "reference",
  "sources",
] as const;

const OWN = ["words", "tags", "notes"] as const;

function rowsOf(person: ExportedPerson, isOwnIncluded: boolean): readonly (readonly CsvCell[])[] {
  const { name, profile, company, title, headline } = personInFile(person);
  const { tags, notes } = person.choices;
  const own = [tags?.join(", ") ?? "", notesText(notes)];
  return person.interactions.map(
    ({ from, to, kind, direction, groupSize, ref, sources, words }) => [
      name,
      profile,
      company,
      title,
      headline,
      isoDays(from, to),
      from === to ? new Date(from).toISOString() : "",
      kind,
      direction,
      groupSize ?? "",
      ref === undefined ? "" : idCell(ref),
      sources.join(" "),
      ...(isOwnIncluded ? [words ?? "", ...own] : []),
    ],
  );
}

/** The text of the file, piece by piece. */
export async function* interactionsCsv(
  parts: PeopleParts,
  { isOwnIncluded }: Pick<FileOptions, "isOwnIncluded">,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvText([isOwnIncluded ? [...KNOWN, ...OWN] : KNOWN]);
  for await (const people of parts)
    yield csvText(people.flatMap((person) => rowsOf(person, isOwnIncluded)));
}
