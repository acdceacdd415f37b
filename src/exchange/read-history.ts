/**
 * Reading an exported history line by line. Every line is checked; what is damaged is set aside and named, the rest is taken.
 */
import type { ExportHead } from "../domain/records/exported-history.ts";
import type { StagedRecord } from "../protocol/exchange-questions.ts";
import { crcText } from "./crc32.ts";
import { type FileLine, fileLines } from "./file-lines.ts";
import { type OtherFile, recognisedFile } from "./recognised-file.ts";
import { endLine, headLine, recordLine } from "./record-schemas.ts";
import { stagedLine } from "./record-lines.ts";
import { jsonOfLine, readLine, type SetAside } from "./set-aside.ts";
import { is } from "valibot";

/** Why nothing can be restored from a file; the pages put it in words. */
export type RestoreProblem =
  /** It is something else. */
  | { readonly code: "other-file"; readonly file: OtherFile }
  /** It was made by a later version. */
  | { readonly code: "later-version"; readonly version: number }
  /** It ends before the first record. */
  | { readonly code: "cut-off" }
  /** The first line is damaged, and without it the owner is unknown. */
  | { readonly code: "damaged-head"; readonly place?: string };

/** What was read. */
export interface HistoryReading {
  readonly head: ExportHead;
  /** Lines that were taken. */
  readonly records: number;
  /** The first lines that were not. */
  readonly setAside: readonly SetAside[];
  readonly setAsideCount: number;
  /** Settings are among the records. */
  readonly hasSettings: boolean;
  /** The last line of the export is there. */
  readonly isWhole: boolean;
  /** Every byte is as Tielight wrote it. */
  readonly isUnchanged: boolean;
}

/** Takes what is read. The next part is read when the one before is taken. */
export interface Receiver {
  begin(head: ExportHead): Promise<void>;
  take(records: readonly StagedRecord[]): Promise<void>;
  /** How much of the file was read, between 0 and 1. */
  progress(share: number): void;
}

/** So many lines, or so many bytes, in one part: they take about 20 ms. */
const LINES_IN_PART = 200;
const BYTES_IN_PART = 512 * 1024;

/** As many lines as a person looks through. */
const NAMED = 100;

/** Nothing stands in a line, or the half of a line end that some editors write. */
const isBlank = ({ bytes }: FileLine): boolean => bytes.every((byte) => byte === 13);

/** The first line, as the head or as a reason to stop. */
async function headOf(
  file: Blob,
  line: FileLine | undefined,
): Promise<{ readonly head: ExportHead } | { readonly problem: RestoreProblem }> {
  const json = line && jsonOfLine(line);
  const isObject = typeof json === "object" && json !== null;
  if (
    line === undefined ||
    !isObject ||
    !("format" in json) ||
    json.format !== "tielight-history"
  ) {
    const begun = new TextDecoder().decode(line?.bytes.subarray(0, 4096));
    if (!isObject && /^\uFEFF?\{"(?:exportedAt":|format":"tielight-history")/.test(begun))
      return { problem: { code: line?.end === file.size ? "cut-off" : "damaged-head" } };
    return { problem: { code: "other-file", file: await recognisedFile(file) } };
  }
  if ("version" in json && typeof json.version === "number" && json.version > 1)
    return { problem: { code: "later-version", version: json.version } };
  const { value, setAside } = readLine(line, headLine);
  if (value !== undefined) return { head: value };
  const place = setAside?.place;
  return { problem: { code: "damaged-head", ...(place !== undefined && { place }) } };
}

/**
 * Reads a file, and gives what is in it to the receiver part by part.
 *
 * @throws what the file or the receiver throws, and the reason of the signal
 */
export async function readHistory(
  file: Blob,
  receiver: Receiver,
  signal: AbortSignal,
): Promise<{ readonly reading: HistoryReading } | { readonly problem: RestoreProblem }> {
  const lines = fileLines(file, signal);
  const first = await lines.next();
  const begun = await headOf(file, first.done ? undefined : first.value);
  if ("problem" in begun) {
    await lines.return(undefined);
    return begun;
  }
  const { head } = begun;
  await receiver.begin(head);

  let records = 0;
  const setAside: SetAside[] = [];
  let setAsideCount = 0;
  let hasSettings = false;
  let end: { readonly isUnchanged: boolean } | undefined;
  let part: StagedRecord[] = [];
  let partFrom = 0;
  const leave = (one: SetAside) => {
    setAsideCount += 1;
    if (setAside.length < NAMED) setAside.push(one);
  };
  const give = async (place: number) => {
    if (part.length > 0) await receiver.take(part);
    [part, partFrom] = [[], place];
    receiver.progress(place / file.size);
  };
  for await (const line of lines) {
    if (isBlank(line)) continue;
    if (end !== undefined) {
      leave({ line: line.number, reason: "after-end" });
      continue;
    }
    const { value, setAside: left } = readLine(line, recordLine);
    if (value !== undefined) {
      part.push(stagedLine(value));
      records += 1;
      hasSettings ||= value.kind === "settings";
    } else {
      const json = jsonOfLine(line);
      if (is(endLine, json))
        end = {
          isUnchanged:
            json.crc32 === crcText(line.crcBefore) && json.records === records + setAsideCount,
        };
      else leave(left);
    }
    if (part.length >= LINES_IN_PART || line.end - partFrom >= BYTES_IN_PART) await give(line.end);
  }
  await give(file.size);
  if (records + setAsideCount === 0 && end === undefined) return { problem: { code: "cut-off" } };
  return {
    reading: {
      head,
      records,
      setAside,
      setAsideCount,
      hasSettings,
      isWhole: end !== undefined,
      isUnchanged: end?.isUnchanged === true && setAsideCount === 0,
    },
  };
}
