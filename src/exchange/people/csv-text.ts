/**
 * Tables as RFC 4180 text that spreadsheets read as it is meant.
 */
import Papa from "papaparse";

/** A cell. */
export type CsvCell = string | number;

/** What makes spreadsheets read a file as UTF-8. */
export const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Cells that a spreadsheet would take for a formula get a leading apostrophe: those that begin with = + - @, a tab, a line
 * break, or the full-width forms of these signs (CVE-2021-41270 and what came after it). Quoting alone does not defuse them.
 */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** What a spreadsheet would take for a number or a date, and round or turn round. */
const NUMBER = /^[\d\s.,:/-]*\d(?:[eE][+-]?\d+)?$/;

/** An id, which stays text in every spreadsheet. */
export const idCell = (id: string): string => (NUMBER.test(id) ? `'${id}` : id);

/** Rows as text, each line ended by CR LF, formulas defused. */
export const csvText = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.length === 0
    ? ""
    : `${Papa.unparse(rows as CsvCell[][], { newline: "\r\n", escapeFormulae: FORMULA })}\r\n`;
