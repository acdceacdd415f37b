/**
 * Packing and unpacking with gzip (RFC 1952), by the browser's own streams.
 */
import { type ReadPart, readPart } from "./read-stream.ts";

/** Pieces in which a packed file is unpacked (bytes): where it is damaged, no more than one of them is lost before the damage. */
const PIECE = 16_384;

/** A stream of small pieces of a file. */
function pieces(file: Blob): ReadableStream<Uint8Array<ArrayBuffer>> {
  let place = 0;
  return new ReadableStream({
    async pull(controller) {
      if (place >= file.size) return controller.close();
      const bytes = await file.slice(place, place + PIECE).arrayBuffer();
      place += PIECE;
      controller.enqueue(new Uint8Array(bytes));
    },
  });
}

/** The file, packed. */
export const gzipped = (file: Blob): Promise<Blob> =>
  new Response(file.stream().pipeThrough(new CompressionStream("gzip"))).blob();

/** The file, unpacked, as far as it can be. @param atMost see {@link readPart} */
export const unzipped = (file: Blob, atMost?: number): Promise<ReadPart> =>
  readPart(pieces(file).pipeThrough(new DecompressionStream("gzip")), atMost);
