/**
 * The history as CSV, for spreadsheets and other tools: one interaction a line.
 */
import Papa from "papaparse";
import { shownCareer, shownName } from "../domain/person/corrected.ts";
import type { ExportedPerson } from "../domain/records/exported-history.ts";
import type { Interaction } from "../domain/interactions/interaction.ts";
import type { Asked } from "../protocol/transport.ts";
import type { PageQuestions } from "../protocol/page-questions.ts";

/** People in one part. */
const PEOPLE_IN_PART = 500;

/** The columns of the file, in order. */
export const CSV_COLUMNS = [
  "name",
  "profile",
  "company",
  "title",
  "headline",
  "kind",
  "direction",
  "from",
  "to",
  "group_size",
  "reference",
  "sources",
  "tags",
  "notes",
] as const;

const slugOf = (person: ExportedPerson): string | undefined =>
  person.aliases.find((alias) => alias.startsWith("slug:"))?.slice("slug:".length) ??
  person.aliases.find((alias) => alias.startsWith("member:"))?.slice("member:".length);

const isoTime = (at: number): string => new Date(at).toISOString();

function row(
  person: ExportedPerson,
  interaction: Interaction | undefined,
): readonly (string | number)[] {
  const career = shownCareer(person).at(-1);
  const slug = slugOf(person);
  return [
    shownName(person),
    slug === undefined ? "" : `https://www.linkedin.com/in/${encodeURIComponent(slug)}/`,
    career?.company ?? "",
    career?.title ?? "",
    career?.headline ?? "",
    interaction?.kind ?? "",
    interaction?.direction ?? "",
    interaction === undefined ? "" : isoTime(interaction.from),
    interaction === undefined ? "" : isoTime(interaction.to),
    interaction?.groupSize ?? "",
    interaction?.ref ?? "",
    interaction?.sources.join(" ") ?? "",
    person.choices.tags?.join(", ") ?? "",
    person.choices.notes?.map(({ text }) => text).join("\n\n") ?? "",
  ];
}

/**
 * Cells that a spreadsheet would take for a formula get a leading apostrophe: those that begin with = + - @, a tab, a line
 * break, or the full-width forms of these signs (CVE-2021-41270 and what came after it). Quoting alone does not defuse them.
 */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Rows as RFC 4180 text, each line ended by CR LF, formulas defused. */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.length === 0
    ? ""
    : `${Papa.unparse(rows as (string | number)[][], { newline: "\r\n", escapeFormulae: FORMULA })}\r\n`;

/** The lines of some people, one for each interaction; a person without any has one line. */
const peopleText = (people: readonly ExportedPerson[]): string =>
  csvText(
    people.flatMap((person) =>
      person.interactions.length === 0
        ? [row(person, undefined)]
        : person.interactions.map((interaction) => row(person, interaction)),
    ),
  );

/**
 * The history in use as a CSV file. Moments are ISO 8601 in UTC.
 *
 * @throws what the questions throw, and the reason of the signal
 */
export async function csvFile(
  ask: Pick<Asked<PageQuestions>, "exportPeople">,
  signal: AbortSignal,
): Promise<Blob> {
  // The byte order mark is what makes spreadsheets read the file as UTF-8.
  const parts = [new Blob([`\uFEFF${csvText([CSV_COLUMNS])}`])];
  let after: string | undefined;
  do {
    const { people, next } = await ask.exportPeople({ after, atMost: PEOPLE_IN_PART });
    signal.throwIfAborted();
    parts.push(new Blob([peopleText(people)]));
    after = next;
  } while (after !== undefined);
  return new Blob(parts, { type: "text/csv;charset=utf-8" });
}
