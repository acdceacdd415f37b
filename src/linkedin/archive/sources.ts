/** What the user chose, as a list of files whatever it came in. */
import { ArchiveRefusal } from "./refusal.ts";
import { dayInName } from "./file-names.ts";
import { isZip, ZIP_LIMITS, type ZipLimits, zipFiles } from "./zip-entries.ts";

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

async function inZip(
  { name, blob }: ArchiveSource,
  group: number,
  limits: ZipLimits,
  signal: AbortSignal | undefined,
): Promise<readonly SourceFile[]> {
  const files = await zipFiles(blob, name, signal, limits);
  const packed = Math.max(0, ...files.map((file) => file.packedAt ?? 0));
  return files.map((file) => ({
    path: file.path,
    source: name,
    group,
    at: dayInName(name) ?? dayInName(file.path) ?? packed,
    bytes: file.claimedBytes,
    read: (onBytes, readSignal) => file.read(onBytes, readSignal),
  }));
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
  for (const [index, source] of sources.entries()) {
    signal?.throwIfAborted();
    const isReallyZip = await isZip(source.blob).catch(() => {
      throw new ArchiveRefusal("not-readable", { source: source.name });
    });
    if (isReallyZip) {
      files.push(...(await inZip(source, groupOf(`zip ${index}`), limits, signal)));
    } else if (/\.zip$/i.test(source.name)) {
      throw new ArchiveRefusal("not-a-zip", { source: source.name });
    } else {
      files.push({
        path: source.name,
        source: source.name,
        group: groupOf(`folder ${folderOf(source.name)}`),
        at: dayInName(source.name) ?? 0,
        bytes: source.blob.size,
        read: (onBytes, readSignal) => readBlob(source, limits, onBytes, readSignal),
      });
    }
  }
  return files;
}
