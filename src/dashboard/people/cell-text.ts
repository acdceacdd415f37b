/**
 * What stands in a cell, in words; the same in the table and in an exported file but for moments, which a file has as days.
 */
import type { TableColumn, TableRow } from "../../domain/directory/people-table.ts";
import type { SourceWord } from "../../domain/tie/tie-state.ts";
import { everyText, periodText } from "../../words/moments.ts";
import { numberText, text, type TextKey } from "../../words/text.ts";
import { bandText, lastContactText } from "../../words/tie-words.ts";

/** What a column is called. */
export const COLUMN_NAMES: Readonly<Record<TableColumn, TextKey>> = {
  name: "columnName",
  company: "columnCompany",
  field: "columnField",
  band: "columnBand",
  last: "columnLast",
  rhythm: "columnRhythm",
  overdue: "columnOverdue",
  tags: "columnTags",
  note: "columnNote",
  connected: "columnConnected",
  mutual: "columnMutual",
  source: "columnSource",
};

const SOURCES: Readonly<Record<SourceWord, TextKey>> = {
  hand: "sourceHand",
  archive: "sourceArchive",
  page: "sourcePage",
};

/** The words of a cell; empty where nothing is known. */
export function cellText(row: TableRow, column: TableColumn, now: number): string {
  switch (column) {
    case "name":
      return row.name;
    case "company":
      return row.company ?? "";
    case "field":
      return row.field === "unknown" ? "" : text(`field_${row.field}`);
    case "band":
      return bandText(row.seen.band);
    case "last":
      return lastContactText(row.seen, now);
    case "rhythm":
      return row.rhythmDays === undefined ? "" : everyText(row.rhythmDays);
    case "overdue":
      return row.isOverdue ? text("filterLate") : "";
    case "tags":
      return row.tags?.join(", ") ?? "";
    case "note":
      return row.note ?? "";
    case "connected":
      return row.connected === undefined
        ? ""
        : periodText(row.connected.from, row.connected.to, now);
    case "mutual":
      return row.mutual === undefined ? "" : numberText(row.mutual);
    case "source":
      return row.source === undefined ? "" : text(SOURCES[row.source]);
  }
}
