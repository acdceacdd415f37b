/** One file of a written archive, in the encoding and with the separators of its year. */
import type { Shape } from "./archive-variants.ts";

const PIECE = 1_000_000;

export interface WrittenFile {
  readonly path: string;
  blob(): Blob;
}

function utf16(text: string): Uint8Array<ArrayBuffer> {
  const units = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    units[at * 2] = unit & 255;
    units[at * 2 + 1] = unit >> 8;
  }
  return units;
}

export interface FileWriter extends WrittenFile {
  row(cells: readonly string[]): void;
  raw(text: string): void;
}

export function fileWriter(path: string, shape: Shape): FileWriter {
  const parts: BlobPart[] = [];
  let pending = "";
  const special = new RegExp(`["\\r\\n${shape.delimiter}]`);
  const flush = (): void => {
    parts.push(shape.encoding === "utf-16le" ? utf16(pending) : pending);
    pending = "";
  };
  const raw = (text: string): void => {
    pending += text;
    if (pending.length > PIECE) flush();
  };
  if (shape.encoding !== "utf-8") raw("\uFEFF");
  return {
    path,
    raw,
    row(cells) {
      const quoted = cells.map((cell) =>
        shape.quotesAll || special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
      );
      raw(quoted.join(shape.delimiter) + shape.lineEnd);
    },
    blob() {
      flush();
      return new Blob(parts);
    },
  };
}
