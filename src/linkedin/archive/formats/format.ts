/** How one kind of archive file is written down: its names, its columns, and what a row means. */
import type { Gathered, RowTaker } from "../gathered/gathered.ts";
import type { FilePlace } from "../gathered/place.ts";
import type { Row } from "../files/rows.ts";

/** Every kind of file that is read. */
export type FileKind =
  | "connections"
  | "invitations"
  | "endorsements-given"
  | "endorsements-received"
  | "recommendations-given"
  | "recommendations-received"
  | "comments"
  | "reactions"
  | "shares"
  | "member-follows"
  | "company-follows"
  | "profile"
  | "positions"
  | "education"
  | "messages";

/** Reads a cell of a row; empty where the row or the file has none. */
export type Cell = (row: Row) => string;

/** A row of the table of files. */
interface FormatRow<Column extends string> {
  readonly kind: FileKind;
  /** File names as `comparedFileName` gives them. */
  readonly names: readonly string[];
  /** Headers of each column over the years, compared without case and punctuation. */
  readonly columns: Readonly<Record<Column, readonly string[]>>;
  /** The line that has all of these is the header. */
  readonly required: readonly NoInfer<Column>[];
  /** A header that has all of these tells the file where it was renamed; absent where other files have them as well. */
  readonly telling?: readonly NoInfer<Column>[];
  /** `dated-lines`: no valid CSV, see there. */
  readonly layout?: "dated-lines";
  /** What a row means. `cells` has a reader for every column, also for those this file has not. */
  readonly rows: (
    cells: Readonly<Record<Column, Cell>>,
    into: Gathered,
    place: FilePlace,
    has: (column: Column) => boolean,
  ) => RowTaker;
}

/** The same with the names of its columns forgotten, so that formats of all files go in one table. */
export interface FileFormat {
  readonly kind: FileKind;
  readonly names: readonly string[];
  readonly layout: "table" | "dated-lines";
  isHeader(row: Row): boolean;
  /** Whether a header is of this format and of no other, whatever the name of the file. */
  isToldBy(row: Row): boolean;
  /** The column of dates below this header; empty where the format has none. */
  dateOf(header: Row): Cell;
  /** What to do with the rows below this header. */
  rowTaker(header: Row, into: Gathered, place: FilePlace): RowTaker;
}

function comparedHeader(cell: string): string {
  return cell.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Makes a row of the table of files. */
export function format<Column extends string>(written: FormatRow<Column>): FileFormat {
  const { kind, names, layout = "table" } = written;
  const indexOfAny = (header: Row, headings: readonly string[]): number => {
    const accepted = headings.map(comparedHeader);
    return header.findIndex((cell) => accepted.includes(comparedHeader(cell)));
  };
  const indexOf = (header: Row, column: Column): number =>
    indexOfAny(header, written.columns[column]);
  const hasAll = (row: Row, wanted: readonly Column[]): boolean =>
    wanted.every((column) => indexOf(row, column) !== -1);
  return {
    kind,
    names,
    layout,
    isHeader: (row) => hasAll(row, written.required),
    isToldBy: (row) => written.telling !== undefined && hasAll(row, written.telling),
    dateOf(header) {
      const { columns }: { readonly columns: Readonly<Record<string, readonly string[]>> } =
        written;
      const index = indexOfAny(header, columns["date"] ?? []);
      return index === -1 ? () => "" : (row) => row[index] ?? "";
    },
    rowTaker(header, into, place) {
      const cell = (column: Column): Cell => {
        const index = indexOf(header, column);
        return index === -1 ? () => "" : (row) => row[index] ?? "";
      };
      const cells = mapped(written.columns, cell);
      const take = written.rows(cells, into, place, (column) => indexOf(header, column) !== -1);
      const width = header.length;
      return (row, number) => {
        // A separator inside a text that was not quoted moves every cell behind it.
        if (row.length > width && row.slice(width).some((extra) => extra !== ""))
          return "wrong-columns";
        return take(row, number);
      };
    },
  };
}

function isKeyOf<T extends object>(object: T, key: PropertyKey): key is keyof T & string {
  return Object.hasOwn(object, key);
}

function mapped<Column extends string, Out>(
  columns: Readonly<Record<Column, unknown>>,
  make: (column: Column) => Out,
): Readonly<Record<Column, Out>> {
  const result: Partial<Record<Column, Out>> = {};
  for (const column of Object.keys(columns))
    if (isKeyOf(columns, column)) result[column] = make(column);
  return result as Readonly<Record<Column, Out>>;
}
