/** Reads one file of an archive row by row. */
import { datedLineReader } from "./dates/dated-lines.ts";
import type { FileFormat } from "./formats/format.ts";
import type { Gathered, RowTaker } from "./gathered/gathered.ts";
import type { FilePlace } from "./gathered/place.ts";
import {
  DELIMITERS,
  type Delimiter,
  firstRows,
  isBlank,
  type Row,
  type RowReader,
  rowReader,
} from "./files/rows.ts";
import { textPieces } from "./files/text-pieces.ts";

/** The header comes after a preamble of a few lines at most. */
const HEADER_WITHIN = 40;

/** A file on its way in. */
export interface FileReading {
  push(bytes: Uint8Array): void;
  /** The file is at its end. Answers whether its header was found; without one, no row was taken. */
  end(): boolean;
}

/** The first rows of a file that may be the header, as each delimiter gives them. */
export const possibleHeaders = (start: string): readonly (readonly [Delimiter, readonly Row[]])[] =>
  DELIMITERS.map(
    (delimiter) => [delimiter, firstRows(start, delimiter).slice(0, HEADER_WITHIN)] as const,
  );

const delimiterOf = (start: string, format: FileFormat): Delimiter | undefined =>
  possibleHeaders(start).find(([, rows]) => rows.some(format.isHeader))?.[0];

/**
 * The rows of a file of a known form.
 *
 * @param onHeader is given the header, and answers what to do with each row below it that is not blank
 */
export function fileRows(
  format: FileFormat,
  onHeader: (header: Row) => (row: Row) => void,
): FileReading {
  let take: ((row: Row) => void) | undefined;
  let reader: RowReader | undefined;
  let isHopeless = false;

  const onRow = (row: Row): void => {
    if (take === undefined) {
      if (format.isHeader(row)) take = onHeader(row);
    } else if (!isBlank(row)) take(row);
  };
  const onRows = (rows: readonly Row[]): void => rows.forEach(onRow);

  const readerFor = (start: string): RowReader | undefined => {
    if (format.layout === "dated-lines") return datedLineReader(format.isHeader, onRows);
    const delimiter = delimiterOf(start, format);
    return delimiter && rowReader(delimiter, onRows);
  };

  const pieces = textPieces((text) => {
    if (isHopeless) return;
    reader ??= readerFor(text);
    isHopeless = reader === undefined;
    reader?.push(text);
  });

  return {
    push: pieces.push,
    end() {
      pieces.end();
      reader?.end();
      return take !== undefined;
    },
  };
}

/** Reads a file of a known format into the notebook; every row below the header is counted. */
export const fileReading = (format: FileFormat, into: Gathered, place: FilePlace): FileReading =>
  fileRows(format, (header) => {
    const take: RowTaker = format.rowTaker(header, into, place);
    return (row) => {
      const number = place.tally.read();
      const reason = take(row, number);
      if (reason !== undefined) place.tally.skip(reason, { row: number });
    };
  });
