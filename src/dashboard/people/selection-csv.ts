/**
 * A selection as a CSV file: a line for each person, the columns of the view, days as days.
 */
import type { TableColumn, TableRow } from "../../domain/directory/people-table.ts";
import { csvText } from "../../exchange/csv-file.ts";
import { profileLink } from "../../components/profile-link.ts";
import { text } from "../../words/text.ts";
import { cellText, COLUMN_NAMES } from "./cell-text.ts";

/** The day of a moment in UTC, as spreadsheets read it: `2026-05-20`. */
const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

function fileCell(row: TableRow, column: TableColumn, now: number): string | number {
  if (column === "last") {
    const { elsewhereAt, lastExchange } = row.seen;
    const at = elsewhereAt ?? lastExchange?.to;
    return at === undefined ? "" : isoDay(at);
  }
  if (column === "connected") return row.connected === undefined ? "" : isoDay(row.connected.from);
  if (column === "mutual") return row.mutual ?? "";
  if (column === "rhythm") return row.rhythmDays === undefined ? "" : Math.round(row.rhythmDays);
  return cellText(row, column, now);
}

/** The text of the file, with a byte order mark, which is what makes spreadsheets read it as UTF-8. */
export function selectionCsv(
  rows: readonly TableRow[],
  columns: readonly TableColumn[],
  now: number,
): string {
  const heading = [...columns.map((column) => text(COLUMN_NAMES[column])), text("columnProfile")];
  const lines = rows.map((row) => [
    ...columns.map((column) => fileCell(row, column, now)),
    (row.alias && profileLink(row.alias)) ?? "",
  ]);
  return `\uFEFF${csvText([heading, ...lines])}`;
}
