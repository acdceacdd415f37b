/**
 * ZIP files that come out the same, byte for byte, on every machine: names in order, one date for all, no compressor of the platform.
 */
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from "@zip.js/zip.js";

/** A file in an archive. */
export interface PackedFile {
  readonly bytes: Uint8Array;
  /** Whether it is a program. */
  readonly executable?: boolean;
}

/** Files by their names, with `/` between folders. */
export type PackedFiles = ReadonlyMap<string, PackedFile>;

/** The date of every file: it says nothing. In local time, which is what the format holds. */
const noDate = (): Date => new Date(2000, 0, 1);

/** Packs files. The same files give the same bytes. */
export async function zipOf(files: PackedFiles): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    level: 9,
    useCompressionStream: false,
    useWebWorkers: false,
    lastModDate: noDate(),
    extendedTimestamp: false,
  });
  for (const [name, { bytes, executable }] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    await writer.add(name, new Uint8ArrayReader(bytes), {
      unixMode: executable ? 0o100755 : 0o100644,
    });
  return writer.close();
}

/** The files of an archive that {@link zipOf} wrote. */
export async function filesOfZip(zip: Uint8Array): Promise<PackedFiles> {
  const reader = new ZipReader(new Uint8ArrayReader(zip), { useWebWorkers: false });
  const files = new Map<string, PackedFile>();
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue;
    const bytes = await entry.getData(new Uint8ArrayWriter());
    files.set(entry.filename, { bytes, executable: ((entry.unixMode ?? 0) & 0o100) !== 0 });
  }
  await reader.close();
  return files;
}
