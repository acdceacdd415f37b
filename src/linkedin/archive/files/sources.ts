/** What the user chose (ZIPs, folders, files), as a list of files. */
import { ArchiveRefusal } from "./refusal.ts";
import { dayInName } from "./file-names.ts";
import { isZip, ZIP_LIMITS, type ZipFile, type ZipLimits, zipFiles } from "./zip-entries.ts";

/** A ZIP, a file of an unzipped folder, or a single CSV. */
export interface ArchiveSource {
  /** The file's name, or its path within the chosen folder. */
  readonly name: string;
  readonly blob: Blob;
}

/** One file, in a ZIP or not. */
export interface SourceFile {
  readonly path: string;
  /** Name of the ZIP; the path itself for a file that is in none. */
  readonly source: string;
  /** Number of the archive it belongs to. */
  readonly group: number;
  /** When its archive was made (ms), 0 when nothing says so. */
  readonly at: number;
  /** How large it claims to be. */
  readonly bytes: number;
  /** What was chosen as a table is a document of a spreadsheet program. */
  readonly isWorkbook?: true;
  read(onBytes: (bytes: Uint8Array) => void, signal?: AbortSignal): Promise<void>;
}

async function readBlob(
  { name, blob }: ArchiveSource,
  limits: ZipLimits,
  onBytes: (bytes: Uint8Array) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (blob.size > limits.entryBytes) {
    throw new ArchiveRefusal("entry-too-large", {
      source: name,
      found: blob.size,
      limit: limits.entryBytes,
    });
  }
  const reader = blob.stream().getReader();
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await reader.read().catch(() => {
        throw new ArchiveRefusal("not-readable", { source: name });
      });
      if (done) return;
      onBytes(value);
    }
  } finally {
    reader.releaseLock();
  }
}

/** Loose files of one folder are one archive, and so are loose files without a folder. */
function folderOf(path: string): string {
  const slash = path.search(/[\\/]/);
  return slash === -1 ? "" : path.slice(0, slash);
}

/** A ZIP inside a ZIP is unpacked into memory; nobody sends more of them. */
const NESTED = 10;

/** What every zipped document of a spreadsheet program has. */
const WORKBOOK = /^(?:\[Content_Types\]\.xml|mimetype|Index\/Document\.iwa)$/;

async function unpacked(file: ZipFile, signal: AbortSignal | undefined): Promise<Blob> {
  const pieces: BlobPart[] = [];
  await file.read((bytes) => void pieces.push(bytes.slice()), signal);
  return new Blob(pieces);
}

/** Reads of all sources have the same limits, and count archives in the order they are met. */
interface Listing {
  readonly limits: ZipLimits;
  readonly signal: AbortSignal | undefined;
  groupOf(key: string): number;
}

async function inZip(
  { name, blob }: ArchiveSource,
  key: string,
  listing: Listing,
  outer?: { readonly source: string; readonly at: number },
): Promise<readonly SourceFile[]> {
  const { limits, signal } = listing;
  const files = await zipFiles(blob, outer?.source ?? name, signal, limits);
  if (files.some(({ path }) => WORKBOOK.test(path))) return [workbook(name, blob.size)];
  const packed = Math.max(0, ...files.map((file) => file.packedAt ?? 0));
  const group = listing.groupOf(key);
  const found: SourceFile[] = [];
  let nested = 0;
  for (const file of files) {
    const at = dayInName(file.path) ?? dayInName(name) ?? outer?.at ?? packed;
    const isNested = outer === undefined && /\.zip$/i.test(file.path) && nested < NESTED;
    const inner = isNested ? await unpacked(file, signal) : undefined;
    if (inner !== undefined && (await isZip(inner))) {
      nested += 1;
      const source = { name: file.path, blob: inner };
      found.push(...(await inZip(source, `${key} ${file.path}`, listing, { source: name, at })));
      continue;
    }
    found.push({
      path: file.path,
      source: outer?.source ?? name,
      group,
      at,
      bytes: file.claimedBytes,
      read: (onBytes, readSignal) => file.read(onBytes, readSignal),
    });
  }
  return found;
}

/** A file that is named in the report, and not read. */
const workbook = (name: string, bytes: number): SourceFile => ({
  path: name,
  source: name,
  group: -1,
  at: 0,
  bytes,
  isWorkbook: true,
  read: async () => undefined,
});

/** `archive.zip.001` and so on: one ZIP cut in pieces. */
const PIECE = /^(.*\.zip)\.(\d{3})$/i;

/** Pieces of one ZIP put together, where all of them were chosen. */
function joined(sources: readonly ArchiveSource[]): readonly ArchiveSource[] {
  const pieces = new Map<string, ArchiveSource[]>();
  const whole: ArchiveSource[] = [];
  for (const source of sources) {
    const name = PIECE.exec(source.name)?.[1];
    if (name === undefined) whole.push(source);
    else pieces.set(name, [...(pieces.get(name) ?? []), source]);
  }
  for (const [name, found] of pieces) {
    const sorted = found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const isWhole = sorted.every((one, place) => Number(PIECE.exec(one.name)?.[2]) === place + 1);
    if (!isWhole) throw new ArchiveRefusal("split", { source: name });
    whole.push({ name, blob: new Blob(sorted.map(({ blob }) => blob)) });
  }
  return whole;
}

/**
 * Lists every file of everything that was chosen.
 *
 * @throws {ArchiveRefusal} when a ZIP cannot be trusted
 */
export async function sourceFiles(
  sources: readonly ArchiveSource[],
  signal?: AbortSignal,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<readonly SourceFile[]> {
  const groups = new Map<string, number>();
  const groupOf = (key: string): number => {
    const group = groups.get(key) ?? groups.size;
    groups.set(key, group);
    return group;
  };
  const files: SourceFile[] = [];
  for (const [index, source] of joined(sources).entries()) {
    signal?.throwIfAborted();
    const { name, blob } = source;
    const isReallyZip = await isZip(blob).catch(() => {
      throw new ArchiveRefusal("not-readable", { source: name });
    });
    if (isReallyZip) {
      files.push(...(await inZip(source, `zip ${index}`, { limits, signal, groupOf })));
    } else if (/\.zip$/i.test(name)) {
      throw new ArchiveRefusal("not-a-zip", { source: name });
    } else if (/\.(?:xlsx?|ods|numbers)$/i.test(name)) {
      files.push(workbook(name, blob.size));
    } else {
      files.push({
        path: name,
        source: name,
        group: groupOf(`folder ${folderOf(name)}`),
        at: dayInName(name) ?? 0,
        bytes: blob.size,
        read: (onBytes, readSignal) => readBlob(source, limits, onBytes, readSignal),
      });
    }
  }
  return files;
}
