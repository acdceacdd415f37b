/** The bytes of a ZIP, on the disk or held in memory. */

/** Unpacking a large piece at once would hold all that comes out of it. */
const PIECE_BYTES = 64 * 1024;

/** Some bytes of a ZIP. */
export interface ByteRange {
  slice(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
  stream(start: number, end: number): ReadableStream<Uint8Array>;
}

const fromDisk = (archive: Blob): ByteRange => ({
  slice: async (start, end) => new Uint8Array(await archive.slice(start, end).arrayBuffer()),
  stream: (start, end) => archive.slice(start, end).stream(),
});

const fromMemory = (bytes: Uint8Array<ArrayBuffer>): ByteRange => ({
  slice: async (start, end) => bytes.slice(start, end),
  stream(start, end) {
    let at = start;
    return new ReadableStream({
      pull(controller) {
        const next = Math.min(at + PIECE_BYTES, end);
        // A copy: what comes out of a stream may be handed over to another thread.
        if (next > at) controller.enqueue(bytes.slice(at, next));
        at = next;
        if (at >= end) controller.close();
      },
    });
  },
});

/**
 * Ranges of the bytes of a ZIP.
 *
 * @param heldBytes up to this size the ZIP is read at once and held
 */
export const zipBytes = async (archive: Blob, heldBytes: number): Promise<ByteRange> =>
  archive.size <= heldBytes
    ? fromMemory(new Uint8Array(await archive.arrayBuffer()))
    : fromDisk(archive);
