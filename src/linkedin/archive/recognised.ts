/** What a file is, by its name and by what it begins with. */
import { columnOrder, type DateOrder } from "./dates/date-order.ts";
import { fileRows, possibleHeaders } from "./file-reading.ts";
import { isNotNeeded, isTable, refusedFile } from "./files/file-names.ts";
import { FILE_FORMATS, formatOfFile } from "./formats/files.ts";
import type { FileFormat } from "./formats/format.ts";
import type { SourceFile } from "./files/sources.ts";
import { textPieces } from "./files/text-pieces.ts";

/** A file as it will be read. */
export interface RecognisedFile {
  readonly file: SourceFile;
  /** Absent for a file that is not read. */
  readonly format?: FileFormat;
  /** Which number is the month in its dates of numbers, where its column tells. */
  readonly order?: DateOrder;
  /** It has dates of numbers, and nothing tells which one is the month. */
  readonly isOrderOpen?: true;
  /** A document of a spreadsheet program that is named like a table. */
  readonly isWorkbook?: true;
}

/** Enough for the preamble and the header of any file. */
const START_BYTES = 64 * 1024;

/** What zipped and older documents of spreadsheet programs begin with. */
const BEGINNINGS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 3, 4],
  [0xd0, 0xcf, 0x11, 0xe0],
];

async function startOf(
  file: SourceFile,
  signal: AbortSignal | undefined,
): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const enough = new AbortController();
  const signals = signal ? [signal, enough.signal] : [enough.signal];
  try {
    await file.read((bytes) => {
      chunks.push(bytes.slice(0, START_BYTES));
      length += bytes.length;
      if (length >= START_BYTES) enough.abort();
    }, AbortSignal.any(signals));
  } catch (error) {
    signal?.throwIfAborted();
    if (!enough.signal.aborted) throw error;
  }
  return chunks;
}

function textOf(chunks: readonly Uint8Array[]): string {
  let text = "";
  const pieces = textPieces((piece) => {
    text += piece;
  });
  for (const chunk of chunks) pieces.push(chunk);
  pieces.end();
  return text;
}

const isWorkbook = ([first]: readonly Uint8Array[]): boolean =>
  BEGINNINGS.some((beginning) => beginning.every((byte, place) => first?.[place] === byte));

/** The form of a file: by its name where its columns agree, else by columns that only one form has. */
function formOf(path: string, start: string): FileFormat | undefined {
  const named = formatOfFile(path);
  const headers = possibleHeaders(start).flatMap(([, rows]) => rows);
  if (named !== undefined && headers.some(named.isHeader)) return named;
  return FILE_FORMATS.find((format) => headers.some(format.isToldBy)) ?? named;
}

async function orderOf(
  file: SourceFile,
  format: FileFormat,
  start: string,
  signal: AbortSignal | undefined,
): Promise<Pick<RecognisedFile, "order" | "isOrderOpen">> {
  const column = columnOrder();
  const reading = () =>
    fileRows(format, (header) => {
      const cell = format.dateOf(header);
      return (row) => column.see(cell(row));
    });
  const first = reading();
  first.push(new TextEncoder().encode(start));
  first.end();
  // The site's own files have no such dates, and are read once.
  if (!column.isNeeded) return {};
  const whole = reading();
  await file.read(whole.push, signal);
  whole.end();
  const order = column.order();
  return order === undefined ? { isOrderOpen: true } : { order };
}

/** Recognises a file. What must not be read, or is known to have nothing to tell, is not looked into. */
export async function recognised(
  file: SourceFile,
  signal: AbortSignal | undefined,
): Promise<RecognisedFile> {
  const { path } = file;
  if (file.isWorkbook) return { file, isWorkbook: true };
  if (!isTable(path) || refusedFile(path) !== undefined || isNotNeeded(path)) return { file };
  const chunks = await startOf(file, signal);
  if (isWorkbook(chunks)) return { file, isWorkbook: true };
  const start = textOf(chunks);
  const format = formOf(path, start);
  return format === undefined
    ? { file }
    : { file, format, ...(await orderOf(file, format, start, signal)) };
}
