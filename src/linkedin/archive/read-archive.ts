/**
 * Reads archives of the site: ZIPs, unzipped folders, single files, in any mixture. Meant to run in a worker of ours; every
 * large file is parsed once, message texts are dropped with their row.
 */
import type { Alias } from "../../domain/person/person.ts";
import { fileReading } from "./file-reading.ts";
import { isNotNeeded, refusedFile } from "./files/file-names.ts";
import { FILE_FORMATS } from "./formats/files.ts";
import type { FileFormat } from "./formats/format.ts";
import { type Gathered, gathered } from "./gathered/gathered.ts";
import { madeAtOf, newestMoment } from "./meaning/made-at.ts";
import { meaningOf } from "./meaning/meaning.ts";
import { ownerOf } from "./meaning/owner.ts";
import type { ArchiveReading, FileReport } from "./reading.ts";
import { type RecognisedFile, recognised } from "./recognised.ts";
import { archiveReading } from "./archive-reading.ts";
import { ArchiveRefusal } from "./files/refusal.ts";
import { type ArchiveSource, type SourceFile, sourceFiles } from "./files/sources.ts";
import { type RowTally, tally } from "./files/tally.ts";
import { ZIP_LIMITS, type ZipLimits } from "./files/zip-entries.ts";

export interface ArchiveOptions {
  /** The present moment (ms): nothing can have happened later. */
  readonly now: number;
  /** Who the owner is, when the user says so. Without effect when none of the aliases is in the archive. */
  readonly owner?: readonly Alias[];
  readonly limits?: ZipLimits;
}

export interface ArchiveProgress {
  /** `reading`: bytes of the files. `sorting`: rows of messages. */
  readonly step: "reading" | "sorting";
  readonly done: number;
  readonly total: number;
  /** Rows read up to now. */
  readonly rows: number;
  /** The file being read. */
  readonly path?: string;
}

interface ListedFile extends RecognisedFile {
  readonly tally: RowTally;
  readonly isRead: boolean;
}

/** A file that is read, and one that is not. */
const isWanted = (one: RecognisedFile): one is RecognisedFile & { readonly format: FileFormat } =>
  one.format !== undefined;

function order(a: RecognisedFile, b: RecognisedFile): number {
  const byFormat =
    FILE_FORMATS.findIndex((format) => format === a.format) -
    FILE_FORMATS.findIndex((format) => format === b.format);
  if (byFormat !== 0) return byFormat;
  // The order things were chosen in must not count.
  const [one, other] = [a.file, b.file].map(({ path, source }) => `${path}\0${source}`);
  return (one ?? "") < (other ?? "") ? -1 : one === other ? 0 : 1;
}

/** Rows with unreadable dates may be a few; when they are half of a file, it is not as the site wrote it. */
const isResaved = ({ isOrderOpen, tally: counted }: ListedFile): boolean => {
  const { rows, skipped } = counted.result();
  const bad = skipped.find(({ reason }) => reason === "bad-date")?.count ?? 0;
  return bad > 0 && (isOrderOpen === true || bad * 2 >= rows);
};

function reportOf(one: ListedFile): FileReport {
  const { file, format, isRead, tally: counted } = one;
  const { path, source, bytes } = file;
  const refusedFor = one.isWorkbook ? "workbook" : refusedFile(path);
  const about = { path, source, bytes, ...counted.result() };
  if (refusedFor !== undefined) return { ...about, status: "refused", refusedFor };
  if (format !== undefined)
    return {
      ...about,
      status: isRead ? "read" : "unreadable",
      kind: format.kind,
      ...(isResaved(one) && { isResaved: true }),
    };
  return { ...about, status: isNotNeeded(path) ? "not-needed" : "unknown" };
}

async function gather(
  files: readonly SourceFile[],
  into: Gathered,
  signal: AbortSignal | undefined,
  onProgress: ((progress: ArchiveProgress) => void) | undefined,
): Promise<readonly ListedFile[]> {
  const all: RecognisedFile[] = [];
  for (const file of files) all.push(await recognised(file, signal));
  const wanted = all.filter(isWanted).sort(order);
  const total = wanted.reduce((sum, { file }) => sum + file.bytes, 0);
  const listed: ListedFile[] = [];
  let done = 0;
  let rows = 0;
  for (const [index, one] of wanted.entries()) {
    const { file, format, order: dateOrder } = one;
    const counts = tally();
    const place = {
      file: index,
      group: file.group,
      at: file.at,
      ...(dateOrder && { order: dateOrder }),
      tally: counts,
    };
    const reading = fileReading(format, into, place);
    let bytes = 0;
    await file.read((piece) => {
      reading.push(piece);
      bytes += piece.length;
      onProgress?.({
        step: "reading",
        done: done + bytes,
        total: Math.max(total, done + bytes),
        rows: rows + counts.rows,
        path: file.path,
      });
    }, signal);
    const isRead = reading.end();
    done += bytes;
    rows += counts.rows;
    listed.push({ ...one, tally: counts, isRead });
  }
  const others = all
    .filter((one) => !isWanted(one))
    .map((one) => ({ ...one, tally: tally(), isRead: false }));
  return [...listed, ...others];
}

/**
 * Reads everything that was chosen. Reading changes nothing anywhere, and the same sources give the same reading in whatever order
 * they come.
 *
 * @param signal cancels; the promise then rejects with its reason
 * @param onProgress called at least for every megabyte
 * @throws {ArchiveRefusal} when one of the sources cannot be trusted; then nothing of the others is taken either
 */
export async function readArchive(
  sources: readonly ArchiveSource[],
  options: ArchiveOptions,
  signal?: AbortSignal,
  onProgress?: (progress: ArchiveProgress) => void,
): Promise<ArchiveReading> {
  const { now, owner: given = [], limits = ZIP_LIMITS } = options;
  const into = gathered(now);
  if (given.length > 0) into.people.join(given);
  const files = await sourceFiles(sources, signal, limits);
  const listed = await gather(files, into, signal, onProgress);
  const owner = ownerOf(into, given);
  if ("group" in owner) {
    const source = files.find((file) => file.group === owner.group)?.source;
    throw new ArchiveRefusal("several-owners", source === undefined ? {} : { source });
  }
  const rows = listed.reduce((sum, one) => sum + one.tally.rows, 0);
  const newest = newestMoment(into);
  const meant = await meaningOf(into, owner.people, madeAtOf(into), signal, (done) =>
    onProgress?.({ step: "sorting", done, total: into.messages.length, rows }),
  );
  const madeAt = Math.max(0, ...listed.filter((one) => one.isRead).map((one) => one.file.at));
  return archiveReading(into, meant, owner, listed.map(reportOf), madeAt || newest);
}
