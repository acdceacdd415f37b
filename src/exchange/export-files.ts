/**
 * The history as files: JSON, complete and lossless, and CSV for spreadsheets and other tools.
 */
import Papa from "papaparse";
import { shownCareer, shownName } from "../domain/corrected.ts";
import type { ExportedPerson, ExportHead } from "../domain/exported-history.ts";
import type { Interaction } from "../domain/interaction.ts";
import type { Asked, PageQuestions } from "../messages.ts";

/** People in one message: a few megabytes at the most, where browsers end at 64. */
const PEOPLE_IN_PART = 1000;

/** All people of the history in use, part by part. */
async function* parts(ask: Asked<PageQuestions>): AsyncGenerator<readonly ExportedPerson[]> {
  let after: string | undefined;
  do {
    const { people, next } = await ask.exportPeople({ after, atMost: PEOPLE_IN_PART });
    yield people;
    after = next;
  } while (after !== undefined);
}

/** The whole history as JSON text in pieces, one person a line; `undefined` when there is no history. */
export async function jsonExport(
  ask: Asked<PageQuestions>,
): Promise<readonly string[] | undefined> {
  const head = await ask.exportHead();
  if (head === undefined) return undefined;
  const pieces = [`${JSON.stringify(head satisfies ExportHead).slice(0, -1)},"people":[\n`];
  let separator = "";
  for await (const people of parts(ask)) {
    for (const person of people) {
      pieces.push(`${separator}${JSON.stringify(person)}`);
      separator = ",\n";
    }
  }
  pieces.push("\n]}\n");
  return pieces;
}

/** The columns of the CSV file, in order. */
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
  "note",
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
    person.choices.tags?.value.join(", ") ?? "",
    person.choices.note?.value ?? "",
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

/**
 * The history as CSV text in pieces, one interaction a line; somebody without any has one line with the person alone. Moments are
 * ISO 8601 in UTC. `undefined` when there is no history.
 */
export async function csvExport(ask: Asked<PageQuestions>): Promise<readonly string[] | undefined> {
  if ((await ask.exportHead()) === undefined) return undefined;
  // The byte order mark is what makes spreadsheets read the file as UTF-8.
  const pieces = [`\uFEFF${csvText([CSV_COLUMNS])}`];
  for await (const people of parts(ask)) {
    const rows = people.flatMap((person) =>
      person.interactions.length === 0
        ? [row(person, undefined)]
        : person.interactions.map((interaction) => row(person, interaction)),
    );
    pieces.push(csvText(rows));
  }
  return pieces;
}
