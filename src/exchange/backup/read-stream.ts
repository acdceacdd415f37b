/**
 * Streams that may break off: what came before the damage is kept.
 */

/** As much of a file as could be read. */
export interface ReadPart {
  readonly file: Blob;
  /** It was read to its end. */
  readonly isWhole: boolean;
}

/** The browser no longer has the file, or may not read it. That says nothing about what is in the file. */
const isOfBrowser = (error: unknown): boolean =>
  error instanceof DOMException &&
  ["NotReadableError", "NotFoundError", "SecurityError", "AbortError"].includes(error.name);

/**
 * Reads a stream as far as it goes.
 *
 * @param atMost bytes after which it is left, and not whole
 * @throws what the browser throws that no longer has the file
 */
export async function readPart(
  stream: ReadableStream<Uint8Array>,
  atMost = Infinity,
): Promise<ReadPart> {
  const reader = stream.getReader();
  const parts: Blob[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { file: new Blob(parts), isWhole: true };
      size += value.length;
      if (size > atMost) {
        await reader.cancel();
        return { file: new Blob(parts), isWhole: false };
      }
      // A blob keeps its bytes outside of the page.
      parts.push(new Blob([value as Uint8Array<ArrayBuffer>]));
    }
  } catch (error) {
    if (isOfBrowser(error)) throw error;
    return { file: new Blob(parts), isWhole: false };
  }
}
