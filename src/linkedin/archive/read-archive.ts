/**
 * Reads archives of the site: ZIPs, unzipped folders, single files, in any mixture. Meant to run in a worker of ours; every
 * large file is parsed once, message texts are dropped with their row.
 */
import type { Alias } from "../../domain/person.ts";
import { fileReading } from "./file-reading.ts";
import { isNotNeeded, isTable, refusedFile } from "./file-names.ts";
import { FILE_FORMS, fileForm } from "./files.ts";
import { type Gathered, gathered } from "./gathered.ts";
import { meaningOf, newestMoment } from "./meaning.ts";
import { ownerOf } from "./owner.ts";
import type { ArchiveReading, FileReport } from "./reading.ts";
import { archiveReading } from "./archive-reading.ts";
import { ArchiveRefusal } from "./refusal.ts";
import { type ArchiveSource, type SourceFile, sourceFiles } from "./sources.ts";
import { type Tally, tally } from "./tally.ts";
import { ZIP_LIMITS, type ZipLimits } from "./zip-entries.ts";

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

interface ListedFile {
  readonly file: SourceFile;
  readonly tally: Tally;
  readonly isRead: boolean;
}

function order(a: SourceFile, b: SourceFile): number {
  const byForm =
    FILE_FORMS.findIndex((form) => form === fileForm(a.path)) -
    FILE_FORMS.findIndex((form) => form === fileForm(b.path));
  if (byForm !== 0) return byForm;
  // The order things were chosen in must not count.
  const [one, other] = [`${a.path}\0${a.source}`, `${b.path}\0${b.source}`];
  return one < other ? -1 : one > other ? 1 : 0;
}

function isWanted({ path }: SourceFile): boolean {
  return isTable(path) && refusedFile(path) === undefined && fileForm(path) !== undefined;
}

function reportOf({ file, tally: counted, isRead }: ListedFile): FileReport {
  const { path, source, bytes } = file;
  const refusedFor = refusedFile(path);
  const kind = fileForm(path)?.kind;
  const about = { path, source, bytes, ...counted.result() };
  if (refusedFor !== undefined) return { ...about, status: "refused", refusedFor };
  if (isWanted(file) && kind !== undefined)
    return { ...about, status: isRead ? "read" : "unreadable", kind };
  return { ...about, status: isNotNeeded(path) ? "not-needed" : "unknown" };
}

async function gather(
  files: readonly SourceFile[],
  into: Gathered,
  signal: AbortSignal | undefined,
  onProgress: ((progress: ArchiveProgress) => void) | undefined,
): Promise<readonly ListedFile[]> {
  const wanted = files.filter(isWanted).sort(order);
  const total = wanted.reduce((sum, file) => sum + file.bytes, 0);
  const listed: ListedFile[] = [];
  let done = 0;
  let rows = 0;
  for (const [index, file] of wanted.entries()) {
    const counts = tally();
    const place = { file: index, group: file.group, at: file.at, tally: counts };
    const form = fileForm(file.path);
    if (form === undefined) continue;
    const reading = fileReading(form, into, place);
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
    listed.push({ file, tally: counts, isRead });
  }
  const others = files
    .filter((file) => !isWanted(file))
    .map((file) => ({ file, tally: tally(), isRead: false }));
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
  const meant = await meaningOf(
    into,
    owner.people,
    ({ at }) => at || newest,
    signal,
    (done) => onProgress?.({ step: "sorting", done, total: into.messages.length, rows }),
  );
  const madeAt = Math.max(0, ...listed.filter((one) => one.isRead).map((one) => one.file.at));
  return archiveReading(into, meant, owner, listed.map(reportOf), madeAt || newest);
}
