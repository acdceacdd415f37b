/**
 * Rows out of text that comes in pieces. A row may go on in the next piece, so the last one of each piece waits.
 */
import Papa from "papaparse";
import { ArchiveRefusal } from "./refusal.ts";

/** Cells as written, quotes taken off. */
export type Row = readonly string[];

/** A row with an opening quote that nothing closes goes on for ever. */
const LONGEST_ROW = 4 * 1024 * 1024;

/** Enough to see the preamble, the header and how lines end. */
const START = 64 * 1024;

export const DELIMITERS = [",", "\t", ";"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

interface Parsed {
  readonly rows: readonly Row[];
  /** How many characters the rows take up. */
  readonly taken: number;
}

type LineEnd = "\n" | "\r";

/** Lines end in a line feed, with or without a return before it; only very old spreadsheets write returns alone. */
function lineEndOf(start: string): LineEnd {
  return !start.includes("\n") && start.includes("\r") ? "\r" : "\n";
}

function isRows(value: unknown): value is string[][] {
  return Array.isArray(value) && (value.length === 0 || Array.isArray(value[0]));
}

function parsed(
  text: string,
  delimiter: Delimiter,
  newline: LineEnd,
  holdLastRow: boolean,
): Parsed {
  const parser = new Papa.Parser({ delimiter, newline });
  const result: unknown = parser.parse(text, 0, holdLastRow);
  if (typeof result !== "object" || result === null || !("data" in result) || !("meta" in result)) {
    throw new TypeError("papaparse changed its result");
  }
  const { data, meta } = result;
  if (!isRows(data) || typeof meta !== "object" || meta === null || !("cursor" in meta)) {
    throw new TypeError("papaparse changed its result");
  }
  const rows: string[][] = data;
  if (newline === "\n") for (const row of rows) withoutReturn(row);
  return { rows, taken: Number(meta.cursor) };
}

function withoutReturn(row: string[]): void {
  const last = row.length - 1;
  const cell = row[last];
  if (cell !== undefined && cell.charCodeAt(cell.length - 1) === 13) row[last] = cell.slice(0, -1);
}

/** Whether a row is an empty line, or a line of nothing but separators as spreadsheets leave them. */
export function isBlank(row: Row): boolean {
  return row.every((cell) => cell === "");
}

/** The first rows of a file, as they read with a given delimiter. */
export function firstRows(start: string, delimiter: Delimiter): readonly Row[] {
  const text = start.slice(0, START);
  return parsed(text, delimiter, lineEndOf(text), text.length < start.length).rows;
}

/** Takes text as it comes and passes rows on. */
export interface RowReader {
  push(text: string): void;
  /** The file is at its end: passes on the last row. */
  end(): void;
}

/**
 * Reads rows of comma (or tab, or semicolon) separated text.
 *
 * @param onRows gets every row in order, the preamble and blank lines included
 * @throws {ArchiveRefusal} `row-too-long`
 */
export function rowReader(delimiter: Delimiter, onRows: (rows: readonly Row[]) => void): RowReader {
  let held = "";
  let newline: LineEnd | undefined;
  const read = (text: string, atEnd: boolean): void => {
    if (text === "") return;
    newline ??= lineEndOf(text);
    const { rows, taken } = parsed(text, delimiter, newline, !atEnd);
    held = text.slice(taken);
    if (!atEnd && held.length > LONGEST_ROW) {
      throw new ArchiveRefusal("row-too-long", { found: held.length, limit: LONGEST_ROW });
    }
    onRows(rows);
  };
  return {
    push: (text) => read(held + text, false),
    end: () => read(held, true),
  };
}
