/**
 * Taking a file of another copy into the history that it is of.
 */
import { parse } from "valibot";
import type { ExportedRecord, ExportHead } from "../../domain/records/exported-history.ts";
import type { FolderFile } from "../../domain/backup/folder-files.ts";
import { isSealed } from "../../exchange/backup/age-header.ts";
import { fileCheck } from "../../exchange/backup/file-check.ts";
import { type KeyFile, keysInHeader } from "../../exchange/backup/folder-key.ts";
import { unzipped } from "../../exchange/backup/gzip.ts";
import { openedByKeys } from "../../exchange/backup/key-sealed-file.ts";
import { readHistory } from "../../exchange/read-history.ts";
import { stagedRecordSchema } from "../../exchange/record-lines.ts";
import { takeRecords } from "../../storage/exchange/take-records.ts";
import type { Folder, KeptHistories } from "./folder.ts";
import { type FolderKey, openingKeys } from "./folder-keys.ts";
import { isOfOneFile } from "./of-one-file.ts";

/** What became of a file. */
export type FileOutcome =
  /** What it says is in the history. */
  | "taken"
  /** It is not there whole, yet. */
  | "incomplete"
  /** A later version of Tielight wrote it. It is left as it is. */
  | "later"
  /** It is sealed, and no key that is here opens it. */
  | "locked"
  /** It is of a member whose history is not in this browser. */
  | "other";

/** What became of a file, and for one that is locked the keys that stand in it. */
export interface FileEnd {
  readonly outcome: FileOutcome;
  readonly keys?: readonly KeyFile[];
}

/** What is in a file. */
export interface ReadFile {
  readonly head: ExportHead;
  readonly parts: readonly (readonly ExportedRecord[])[];
}

/** No history of tens of thousands of people comes near these (bytes): a file that holds more must not fill the memory of the browser. */
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_BYTES_UNPACKED = 1024 * 1024 * 1024;

const INCOMPLETE: FileEnd = { outcome: "incomplete" };

/** The packed lines in a file. */
async function packedIn(file: Blob, keys: readonly FolderKey[]): Promise<Blob | FileEnd> {
  if (!(await isSealed(file))) return file;
  const opened = await openedByKeys(file, openingKeys(keys));
  if (opened.outcome === "other-key")
    return { outcome: "locked", keys: await keysInHeader(opened.header) };
  return opened.outcome === "opened" && opened.isWhole ? opened.file : INCOMPLETE;
}

async function read(
  folder: Folder,
  { name, check }: FolderFile,
  keys: readonly FolderKey[],
): Promise<ReadFile | FileEnd> {
  const file = await folder.read(name);
  if (file.size > MOST_BYTES || (await fileCheck(file)) !== check) return INCOMPLETE;
  const packed = await packedIn(file, keys);
  if ("outcome" in packed) return packed;
  const { file: lines, isWhole } = await unzipped(packed, MOST_BYTES_UNPACKED);
  if (!isWhole) return INCOMPLETE;
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
  if ("problem" in result)
    return { outcome: result.problem.code === "later-version" ? "later" : "incomplete" };
  return head === undefined || !result.reading.isUnchanged ? INCOMPLETE : { head, parts };
}

/** Reads a file whole, or says why that cannot be. @throws what the folder throws, but for what is of one file alone */
export const readFolderFile = (
  folder: Folder,
  file: FolderFile,
  keys: readonly FolderKey[],
): Promise<ReadFile | FileEnd> =>
  read(folder, file, keys).catch((error: unknown): FileEnd => {
    // It must not keep the other files from being read, and the own one from being written.
    if (isOfOneFile(error)) return INCOMPLETE;
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
  keys: readonly FolderKey[],
  now: number,
): Promise<FileEnd> {
  const made = await readFolderFile(folder, file, keys);
  if ("outcome" in made) return made;
  const history = await histories.ofHead(made.head);
  if (history === undefined) return { outcome: "other" };
  await takeRecords(history.database, each(made.parts), {}, now);
  await histories.changed(history);
  return { outcome: "taken" };
}
