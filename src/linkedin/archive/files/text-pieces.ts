/**
 * Bytes of a text file in, text in large pieces out. The archive mixes UTF-8 with and without a mark, UTF-16, and what
 * spreadsheets save in Western Europe.
 */
import { ArchiveRefusal } from "./refusal.ts";

/** Small pieces cost: the parser starts anew with each. */
const PIECE_BYTES = 1024 * 1024;

/** The longest line measured has some 40,000 characters; a file without line ends must still not fill the memory. */
const LONGEST_LINE_BYTES = 16 * PIECE_BYTES;

const REPLACEMENT = "\uFFFD";

interface Encoding {
  readonly label: "utf-8" | "utf-16le" | "utf-16be";
  /** Bytes of a character that ends a line, and which of them holds the line feed. */
  readonly width: 1 | 2;
  readonly feedAt: 0 | 1;
}

const UTF_8: Encoding = { label: "utf-8", width: 1, feedAt: 0 };
const UTF_16LE: Encoding = { label: "utf-16le", width: 2, feedAt: 0 };
const UTF_16BE: Encoding = { label: "utf-16be", width: 2, feedAt: 1 };

function encodingOf(start: Uint8Array): Encoding {
  if (start[0] === 0xff && start[1] === 0xfe) return UTF_16LE;
  if (start[0] === 0xfe && start[1] === 0xff) return UTF_16BE;
  return UTF_8;
}

/** Where the last whole line ends (exclusive), 0 when none does. */
function endOfLastLine(bytes: Uint8Array, { width, feedAt }: Encoding): number {
  if (width === 1) return bytes.lastIndexOf(10) + 1;
  for (let at = bytes.length - (bytes.length % 2) - 2; at >= 0; at -= 2) {
    if (bytes[at + feedAt] === 10 && bytes[at + 1 - feedAt] === 0) return at + 2;
  }
  return 0;
}

/** What Windows writes with the bytes 0x80 to 0x9F. Some decoders leave them as control characters; five have no meaning. */
const WINDOWS_1252 =
  "\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F" +
  "\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178";

function westernEuropean(line: Uint8Array): string {
  let text = "";
  for (const byte of line) {
    text += WINDOWS_1252[byte - 0x80] ?? String.fromCharCode(byte);
  }
  return text;
}

/** One line that may not be UTF-8: then it is the Windows encoding of Western Europe, which has a character for every byte. */
function decodedLine(line: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(line);
  } catch {
    return westernEuropean(line);
  }
}

function decodedLines(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length;) {
    const feed = bytes.indexOf(10, start);
    const end = feed === -1 ? bytes.length : feed + 1;
    lines.push(decodedLine(bytes.subarray(start, end)));
    start = end;
  }
  return lines.join("");
}

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  const text = new TextDecoder(encoding.label).decode(bytes);
  // The mark of an undecodable byte, unless it is what the file really says; line by line both come out right.
  return encoding.width === 1 && text.includes(REPLACEMENT) ? decodedLines(bytes) : text;
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks;
  if (first && chunks.length === 1) return first;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Takes bytes as they come and passes text on. */
export interface TextPieces {
  push(bytes: Uint8Array): void;
  /** The file is at its end: passes on what is left. */
  end(): void;
}

/**
 * Decodes a file while it is read.
 *
 * @param onText gets text that ends where a line ends, at least about 1 MB each time, except for the last
 * @param pieceBytes how much to gather, for tests
 */
export function textPieces(onText: (text: string) => void, pieceBytes = PIECE_BYTES): TextPieces {
  let chunks: Uint8Array[] = [];
  let length = 0;
  let encoding: Encoding | undefined;

  const passOn = (atEnd: boolean): void => {
    const bytes = joined(chunks, length);
    encoding ??= encodingOf(bytes);
    const end = atEnd ? bytes.length : endOfLastLine(bytes, encoding);
    if (end === 0 && bytes.length > LONGEST_LINE_BYTES) {
      throw new ArchiveRefusal("row-too-long", { found: bytes.length, limit: LONGEST_LINE_BYTES });
    }
    const rest = bytes.slice(end);
    chunks = rest.length > 0 ? [rest] : [];
    length = rest.length;
    if (end > 0) onText(decoded(bytes.subarray(0, end), encoding));
  };

  return {
    push(bytes) {
      chunks.push(bytes);
      length += bytes.length;
      if (length >= pieceBytes) passOn(false);
    },
    end() {
      if (length > 0) passOn(true);
    },
  };
}
