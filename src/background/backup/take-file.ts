/**
 * Taking a file of another copy into the history that it is of.
 */
import { parse, ValiError } from "valibot";
import type { ExportedRecord, ExportHead } from "../../domain/records/exported-history.ts";
import type { FolderFile } from "../../domain/backup/folder-files.ts";
import { fileCheck } from "../../exchange/backup/file-check.ts";
import { unzipped } from "../../exchange/backup/gzip.ts";
import { readHistory } from "../../exchange/read-history.ts";
import { stagedRecordSchema } from "../../exchange/record-lines.ts";
import { takeRecords } from "../../storage/exchange/take-records.ts";
import type { Folder, KeptHistories } from "./folder.ts";

/** What became of a file. */
export type FileOutcome =
  /** What it says is in the history. */
  | "taken"
  /** It is not there whole, yet. */
  | "incomplete"
  /** A later version of Tielight wrote it. It is left as it is. */
  | "later"
  /** It is of a member whose history is not in this browser. */
  | "other";

/** What is in a file. */
export interface ReadFile {
  readonly head: ExportHead;
  readonly parts: readonly (readonly ExportedRecord[])[];
}

/** No history of tens of thousands of people comes near these (bytes): a file that holds more must not fill the memory of the browser. */
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_BYTES_UNPACKED = 1024 * 1024 * 1024;

/**
 * Why a file cannot be read that no other file suffers from: it went meanwhile, a program that syncs has it elsewhere, a folder is called
 * like it, or it is too long for one piece of memory; or it holds what no version of Tielight writes.
 */
const isOfOneFile = (error: unknown): boolean =>
  error instanceof ValiError ||
  error instanceof RangeError ||
  (error instanceof DOMException &&
    ["NotFoundError", "NotReadableError", "TypeMismatchError"].includes(error.name));

async function read(folder: Folder, { name, check }: FolderFile): Promise<ReadFile | FileOutcome> {
  const file = await folder.read(name);
  if (file.size > MOST_BYTES || (await fileCheck(file)) !== check) return "incomplete";
  const { file: lines, isWhole } = await unzipped(file, MOST_BYTES_UNPACKED);
  if (!isWhole) return "incomplete";
  const heads: ExportHead[] = [];
  const parts: (readonly ExportedRecord[])[] = [];
  const result = await readHistory(
    lines,
    {
      begin: async (head) => {
        heads.push(head);
      },
      take: async (records) => {
        parts.push(
          records
            .map((record) => parse(stagedRecordSchema, record))
            .filter(({ kind }) => kind !== "settings"),
        );
      },
      progress: () => undefined,
    },
    new AbortController().signal,
  );
  const [head] = heads;
  if ("problem" in result) return result.problem.code === "later-version" ? "later" : "incomplete";
  return head === undefined || !result.reading.isUnchanged ? "incomplete" : { head, parts };
}

/** Reads a file whole, or says why that cannot be. @throws what the folder throws, but for what is of one file alone */
export const readFolderFile = (folder: Folder, file: FolderFile): Promise<ReadFile | FileOutcome> =>
  read(folder, file).catch((error: unknown): FileOutcome => {
    // It must not keep the other files from being read, and the own one from being written.
    if (isOfOneFile(error)) return "incomplete";
    throw error;
  });

async function* each<T>(parts: readonly T[]): AsyncGenerator<T> {
  yield* parts;
}

/** Takes a file in. @throws what storage throws, and the folder */
export async function takeFile(
  folder: Folder,
  file: FolderFile,
  histories: KeptHistories,
  now: number,
): Promise<FileOutcome> {
  const made = await readFolderFile(folder, file);
  if (typeof made === "string") return made;
  const history = await histories.ofHead(made.head);
  if (history === undefined) return "other";
  await takeRecords(history.database, each(made.parts), {}, now);
  await histories.changed(history);
  return "taken";
}
