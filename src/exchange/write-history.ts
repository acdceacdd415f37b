/**
 * The whole history as a file: JSON Lines, a head, one record a line in the order of their ids, and a line that says that all is there.
 * `docs/formats/tielight-history.md` describes it.
 */
import {
  type ExportedRecord,
  type ExportHead,
  recordId,
} from "../domain/records/exported-history.ts";
import type { Asked } from "../protocol/transport.ts";
import type { PageQuestions } from "../protocol/page-questions.ts";
import { canonicalJson } from "./canonical-json.ts";
import { crc32, crcText } from "./crc32.ts";
import { lineOf } from "./record-lines.ts";

/** The questions of an export. */
export type ExportAsker = Pick<Asked<PageQuestions>, "exportHead" | "exportRecords">;

/** Records in one part: with 17 interactions each they take about 15 ms. */
const RECORDS_IN_PART = 100;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Records as lines in the order of their ids. */
export const historyLines = (records: readonly ExportedRecord[]): string =>
  records
    .map((record) => [recordId(record), record] as const)
    .sort(([a], [b]) => compareText(a, b))
    .map(([, record]) => `${canonicalJson(lineOf(record))}\n`)
    .join("");

/** A file that grows line by line and knows its checksum. */
class GrowingFile {
  readonly #parts: Blob[] = [];
  readonly #encoder = new TextEncoder();
  #checksum = 0;

  add(lines: string): void {
    const bytes = this.#encoder.encode(lines);
    this.#checksum = crc32(bytes, this.#checksum);
    // A blob keeps its bytes outside of the page.
    this.#parts.push(new Blob([bytes]));
  }

  /** The file with its last line. */
  whole(records: number): Blob {
    const end = { format: "tielight-history-end", records, crc32: crcText(this.#checksum) };
    return new Blob([...this.#parts, `${canonicalJson(end)}\n`], { type: "application/jsonl" });
  }
}

/**
 * The history in use as a file.
 *
 * @param erased whether the marks of erased people and their keys are in it
 * @param progress is called with the number of records written so far
 * @throws what the questions throw, and the reason of the signal
 */
export async function historyFile(
  ask: ExportAsker,
  erased: boolean,
  progress: (records: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const file = new GrowingFile();
  const head: ExportHead = await ask.exportHead();
  file.add(`${canonicalJson(head)}\n`);
  let written = 0;
  let after: string | undefined;
  do {
    const { records, next } = await ask.exportRecords({ erased, after, atMost: RECORDS_IN_PART });
    signal.throwIfAborted();
    file.add(historyLines(records));
    written += records.length;
    progress(written);
    after = next;
  } while (after !== undefined);
  return file.whole(written);
}
