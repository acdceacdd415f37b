/**
 * The lines of a file, read piece by piece, so that a file of any size takes the memory of one line.
 */
import { crc32 } from "./crc32.ts";

/** No line that Tielight writes comes near (bytes): 200,000 interactions with one person take half of it. */
export const LONGEST_LINE = 32 * 1024 * 1024;

/** As much is remembered of the end of a line that is too long (bytes): the subject stands there. */
const REMEMBERED = 4096;

/** A line. */
export interface FileLine {
  /** Counted from 1. */
  readonly number: number;
  /** Without the line feed; of a line that is too long only the end. */
  readonly bytes: Uint8Array;
  readonly isTooLong: boolean;
  /** CRC-32 of every byte before this line. */
  readonly crcBefore: number;
  /** How many bytes of the file come before the end of this line. */
  readonly end: number;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const piece of pieces) {
    all.set(piece, place);
    place += piece.length;
  }
  return all;
}

/** What was read of one line so far. */
class LineSoFar {
  #pieces: Uint8Array[] = [];
  #length = 0;

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  add(piece: Uint8Array): void {
    this.#length += piece.length;
    this.#pieces.push(piece);
    if (this.#length > LONGEST_LINE) this.#pieces = [joined(this.#pieces).slice(-REMEMBERED)];
  }

  line(place: Omit<FileLine, "bytes" | "isTooLong">): FileLine {
    return { ...place, bytes: joined(this.#pieces), isTooLong: this.#length > LONGEST_LINE };
  }
}

const LINE_FEED = 10;

/**
 * Every line of a file, in order.
 *
 * @param longest lines of more bytes are too long
 * @throws what the file throws that cannot be read, and the reason of the signal
 */
export async function* fileLines(file: Blob, signal: AbortSignal): AsyncGenerator<FileLine> {
  const reader = file.stream().getReader();
  try {
    let [number, crc, crcBefore, end] = [1, 0, 0, 0];
    let soFar = new LineSoFar();
    for (;;) {
      const { done, value: chunk } = await reader.read();
      signal.throwIfAborted();
      if (done) break;
      let start = 0;
      while (start < chunk.length) {
        const feed = chunk.indexOf(LINE_FEED, start);
        const stop = feed < 0 ? chunk.length : feed;
        const piece = chunk.subarray(start, stop);
        soFar.add(piece);
        crc = crc32(chunk.subarray(start, feed < 0 ? stop : stop + 1), crc);
        end += piece.length;
        start = stop + 1;
        if (feed < 0) break;
        end += 1;
        yield soFar.line({ number, crcBefore, end });
        soFar = new LineSoFar();
        [number, crcBefore] = [number + 1, crc];
      }
    }
    if (!soFar.isEmpty) yield soFar.line({ number, crcBefore, end });
  } finally {
    await reader.cancel();
  }
}
