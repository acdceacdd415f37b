/**
 * Reads ZIPs that may be hostile. Sizes and names in a ZIP are claims of its maker: bytes are counted as they come out,
 * check sums are checked, names are only ever compared.
 */
import {
  ERR_AMBIGUOUS_ARCHIVE,
  ERR_BAD_FORMAT,
  ERR_CENTRAL_DIRECTORY_NOT_FOUND,
  ERR_ENCRYPTED,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  ERR_ENTRY_DATA_OUT_OF_BOUNDS,
  ERR_EOCDR_NOT_FOUND,
  ERR_LOCAL_FILE_HEADER_NOT_FOUND,
  ERR_OVERLAPPING_ENTRY,
  ERR_SPLIT_ZIP_FILE,
  ERR_UNSUPPORTED_COMPRESSION,
  ERR_UNSUPPORTED_ENCRYPTION,
  type Entry,
  type FileEntry,
  WARNING_TRAILING_CENTRAL_DIRECTORY_DATA,
  // This entry point has no WebAssembly, no worker source as text and no requests: what an extension's page may run.
  ZipReader,
} from "@zip.js/zip.js/lib/zip-core-reader.js";
import { zipBytes } from "./zip-bytes.ts";
import { ArchiveRefusal, type RefusalCode, type RefusalDetail } from "./refusal.ts";

/** What no real archive comes near. Bytes, except the counts. */
export interface ZipLimits {
  readonly archiveBytes: number;
  readonly entries: number;
  readonly entryBytes: number;
  readonly totalBytes: number;
  /** Bytes out for each byte in, checked once `ratioFromBytes` came out. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /**
   * A ZIP of up to so many bytes is held in memory. Each slice of a file is a question to another process, and reading a ZIP asks for
   * nine slices of every file in it.
   */
  readonly heldBytes: number;
}

const MEBIBYTE = 1024 * 1024;

/** Half a million messages unpack to about 150 MB, seven times their packed size. */
export const ZIP_LIMITS: ZipLimits = {
  archiveBytes: 4096 * MEBIBYTE,
  entries: 20_000,
  entryBytes: 1024 * MEBIBYTE,
  totalBytes: 2048 * MEBIBYTE,
  ratio: 200,
  ratioFromBytes: MEBIBYTE,
  heldBytes: 16 * MEBIBYTE,
};

/** Directory records are read in one piece, so a forged length must not ask for the whole memory. */
const LONGEST_SINGLE_READ = 64 * MEBIBYTE;

/** One file inside a ZIP. */
export interface ZipFile {
  /** As the ZIP has it. Never to be used as a path. */
  readonly path: string;
  /** Unpacked size, as claimed. For progress only. */
  readonly claimedBytes: number;
  /** The UTC day (ms) it was packed, by the clock of the machine that packed it. */
  readonly packedAt: number | undefined;
  /**
   * Unpacks it piece by piece.
   *
   * @throws {ArchiveRefusal} when it is damaged or too large; what came before must then be thrown away
   */
  read(onBytes: (bytes: Uint8Array) => void | Promise<void>, signal?: AbortSignal): Promise<void>;
}

const CODES: ReadonlyMap<string, RefusalCode> = new Map([
  [ERR_BAD_FORMAT, "truncated"],
  [ERR_EOCDR_NOT_FOUND, "truncated"],
  [ERR_CENTRAL_DIRECTORY_NOT_FOUND, "truncated"],
  [ERR_LOCAL_FILE_HEADER_NOT_FOUND, "truncated"],
  [ERR_ENTRY_DATA_OUT_OF_BOUNDS, "truncated"],
  [ERR_AMBIGUOUS_ARCHIVE, "ambiguous-zip"],
  [ERR_ENCRYPTED, "encrypted"],
  [ERR_ENCRYPTED_CENTRAL_DIRECTORY, "encrypted"],
  [ERR_UNSUPPORTED_ENCRYPTION, "encrypted"],
  [ERR_OVERLAPPING_ENTRY, "overlapping"],
  [ERR_SPLIT_ZIP_FILE, "split"],
  [ERR_UNSUPPORTED_COMPRESSION, "unknown-method"],
]);

function refused(error: unknown, detail: RefusalDetail): ArchiveRefusal {
  if (error instanceof ArchiveRefusal) return error;
  const message = error instanceof Error ? error.message : "";
  return new ArchiveRefusal(CODES.get(message) ?? "damaged", detail);
}

/** Runs one step of reading. Every error is the archive's fault, except that the user cancelled. */
async function guarded<T>(
  step: () => Promise<T>,
  detail: RefusalDetail,
  signal: AbortSignal | undefined,
): Promise<T> {
  try {
    return await step();
  } catch (error) {
    signal?.throwIfAborted();
    throw refused(error, detail);
  }
}

async function blobReader(archive: Blob, { heldBytes }: ZipLimits) {
  const { size } = archive;
  const range = await zipBytes(archive, heldBytes);
  const createReadable = (wanted: { readonly offset?: number; readonly size?: number } = {}) => {
    const offset = wanted.offset ?? 0;
    return range.stream(offset, Math.min(size, offset + (wanted.size ?? size - offset)));
  };
  return {
    size,
    get readable() {
      return createReadable();
    },
    createReadable,
    async readUint8Array(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
      if (length > LONGEST_SINGLE_READ) {
        throw new ArchiveRefusal("damaged", { found: length, limit: LONGEST_SINGLE_READ });
      }
      return range.slice(offset, offset + length);
    },
  };
}

/** Whether something begins like a ZIP, an empty one included. */
export async function isZip(file: Blob): Promise<boolean> {
  const [p, k, third, fourth] = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (p !== 0x50 || k !== 0x4b) return false;
  return (third === 3 && fourth === 4) || (third === 5 && fourth === 6);
}

const CHECKED = { useWebWorkers: false, checkCrc32: true, checkLocalFilename: true } as const;

/** DOS times have no zone and end in 2107; two seconds exact. Read as UTC, because only the day matters. */
function packedAt(raw: number | bigint): number | undefined {
  const value = Number(raw);
  const day = Date.UTC(1980 + (value >>> 25), ((value >>> 21) & 15) - 1, (value >>> 16) & 31);
  return day >= Date.UTC(2003, 0, 1) ? day : undefined;
}

async function bytesOf(
  entry: FileEntry,
  limits: ZipLimits,
  allowed: (bytes: number) => void,
  onBytes: (bytes: Uint8Array) => void | Promise<void>,
  signal: AbortSignal | undefined,
): Promise<void> {
  let out = 0;
  const sink = new WritableStream<Uint8Array>({
    async write(bytes) {
      out += bytes.length;
      allowed(bytes.length);
      if (out > limits.entryBytes) {
        throw new ArchiveRefusal("entry-too-large", {
          entry: entry.filename,
          found: out,
          limit: limits.entryBytes,
        });
      }
      const ratio = Math.round(out / Math.max(1, entry.compressedSize));
      if (out > limits.ratioFromBytes && ratio > limits.ratio) {
        throw new ArchiveRefusal("ratio", {
          entry: entry.filename,
          found: ratio,
          limit: limits.ratio,
        });
      }
      await onBytes(bytes);
    },
  });
  await entry.getData(sink, { ...CHECKED, ...(signal && { signal }) });
}

/** Reads the local record of an entry and compares it with the directory, without unpacking. */
async function check(entry: FileEntry): Promise<void> {
  if (entry.encrypted) throw new ArchiveRefusal("encrypted", { entry: entry.filename });
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    throw new ArchiveRefusal("unknown-method", {
      entry: entry.filename,
      found: entry.compressionMethod,
    });
  }
  await entry.getData(new WritableStream(), { ...CHECKED, checkOverlappingEntryOnly: true });
  if (entry.localDirectory?.rawLastModDate !== entry.rawLastModDate) {
    throw new ArchiveRefusal("damaged", { entry: entry.filename });
  }
}

async function listed(
  reader: ZipReader<unknown>,
  limits: ZipLimits,
): Promise<readonly FileEntry[]> {
  const entries: FileEntry[] = [];
  const names = new Set<string>();
  // Names are judged where they are compared; here they are only text.
  const directory: AsyncIterable<Entry> = reader.getEntriesGenerator({
    filenameValidation: "tolerant",
  });
  for await (const entry of directory) {
    if (entries.length >= limits.entries) {
      throw new ArchiveRefusal("too-many-entries", {
        found: entries.length + 1,
        limit: limits.entries,
      });
    }
    if (entry.directory) {
      // A file that is marked as a folder would silently be missing.
      if (!entry.filename.endsWith("/"))
        throw new ArchiveRefusal("damaged", { entry: entry.filename });
      continue;
    }
    const name = entry.filename.normalize("NFC").toLowerCase();
    if (names.has(name)) throw new ArchiveRefusal("duplicated", { entry: entry.filename });
    names.add(name);
    entries.push(entry);
  }
  // So would a file the directory lists beyond the number it claims.
  if (reader.warnings?.some(({ reason }) => reason === WARNING_TRAILING_CENTRAL_DIRECTORY_DATA)) {
    throw new ArchiveRefusal("ambiguous-zip");
  }
  return entries;
}

/**
 * The files of a ZIP. Every record was compared with its copy in the directory and no two share bytes; the content is only
 * checked while it is read.
 *
 * @param source name of the ZIP, for the refusal
 * @throws {ArchiveRefusal}
 */
export async function zipFiles(
  archive: Blob,
  source: string,
  signal?: AbortSignal,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<readonly ZipFile[]> {
  if (archive.size > limits.archiveBytes) {
    throw new ArchiveRefusal("archive-too-large", {
      source,
      found: archive.size,
      limit: limits.archiveBytes,
    });
  }
  const entries = await guarded(
    async () =>
      listed(new ZipReader(await blobReader(archive, limits), { strictness: "balanced" }), limits),
    { source },
    signal,
  );
  let total = 0;
  const allowed = (bytes: number): void => {
    total += bytes;
    if (total <= limits.totalBytes) return;
    throw new ArchiveRefusal("total-too-large", { source, found: total, limit: limits.totalBytes });
  };
  for (const entry of entries) {
    signal?.throwIfAborted();
    await guarded(() => check(entry), { source, entry: entry.filename }, signal);
  }
  return entries.map((entry) => ({
    path: entry.filename,
    claimedBytes: entry.uncompressedSize,
    packedAt: packedAt(entry.rawLastModDate),
    read: (onBytes, readSignal) =>
      guarded(
        () => bytesOf(entry, limits, allowed, onBytes, readSignal),
        { source, entry: entry.filename },
        readSignal,
      ),
  }));
}
