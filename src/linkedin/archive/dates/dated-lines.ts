/**
 * Comments.csv is no valid CSV: line breaks stand in it without quotes, and quotes inside a text are escaped with a backslash.
 * But its rows begin with a date and a link, and the text after them is of no interest here.
 */
import type { Row, RowReader } from "../files/rows.ts";

/** What may be a date: as the site writes it, and what spreadsheets and tools make of it. Whether it is one, the reader of dates says. */
const DATE =
  String.raw`\d{4}[-/]\d{2}[-/]\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?UTC|Z|[+-]\d{2}:?\d{2})?)?` +
  String.raw`|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?:,? \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?)?`;

/** A line that begins a row: a date, then a link, which may be missing. Any other line goes on with the text of the row before. */
const BEGINNING = new RegExp(
  `^"?(${DATE})"?[,;\\t](?:"?((?:https?:\\/\\/|www\\.)[^",;\\s]*)"?|"")?(?:[,;\\t]|$)`,
);

const HEADER_CELL = /^"?([^",]*)"?$/;

function cells(line: string): Row | undefined {
  const match = BEGINNING.exec(line);
  if (match) return [match[1] ?? "", match[2] ?? ""];
  return undefined;
}

/** The cells of a line that may be the header: three short ones, quoted or not. */
export function headerCells(line: string): Row {
  return line.split(/[,;\t]/).map((cell) => HEADER_CELL.exec(cell.trim())?.[1] ?? cell);
}

/**
 * Reads rows with two well-formed cells at the start and nothing well-formed after them.
 *
 * @param onRows gets the header line's cells, then rows of date and link. Text between the header
 *   and the first dated row comes as one row of a question mark, so that nothing goes uncounted
 * @param isHeader tells the header
 */
export function datedLineReader(
  isHeader: (row: Row) => boolean,
  onRows: (rows: readonly Row[]) => void,
): RowReader {
  let held = "";
  let headerSeen = false;
  let rowSeen = false;

  const rowOf = (line: string): Row | undefined => {
    const row = cells(line);
    if (row) {
      rowSeen = true;
      return row;
    }
    if (!headerSeen) {
      const header = headerCells(line);
      headerSeen = isHeader(header);
      return header;
    }
    if (rowSeen || line.trim() === "") return undefined;
    rowSeen = true;
    return ["?"];
  };

  const read = (text: string, atEnd: boolean): void => {
    const lines = text.split(/\r\n|\n|\r/);
    held = atEnd ? "" : (lines.pop() ?? "");
    onRows(lines.flatMap((line) => [rowOf(line)].filter((row) => row !== undefined)));
  };
  return {
    push: (text) => read(held + text, false),
    end: () => read(held, true),
  };
}
