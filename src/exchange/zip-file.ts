/**
 * ZIP files of many small texts, written piece by piece. Files are stored and not packed: each is a few hundred bytes, and the whole is
 * ready in the time that reading the people takes.
 *
 * APPNOTE.TXT 6.3.10 of PKWARE describes the format. Sizes and checksums stand before each file, so that any program can read it.
 */
import { crc32 } from "./crc32.ts";

/** A text in the ZIP. */
export interface ZippedText {
  /** With `/` between folders; no part of it is empty, `.` or `..`. */
  readonly path: string;
  readonly text: string;
}

/** Names are UTF-8. */
const UTF8 = 0x08_00;
/** A number of 16 or 32 bits that says: look in the ZIP64 record. */
const ELSEWHERE_16 = 0xff_ff;
const ELSEWHERE_32 = 0xff_ff_ff_ff;
/** Bytes that wait until they become a part of the file. */
const PART_BYTES = 1024 * 1024;

/** Little-endian numbers: size in bytes, and value. */
type PackedNumber = readonly [size: 2 | 4 | 8, value: number];

function packed(fields: readonly PackedNumber[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let place = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(place, value, true);
    else if (size === 4) view.setUint32(place, value, true);
    else view.setBigUint64(place, BigInt(value), true);
    place += size;
  }
  return bytes;
}

/** Day and time as MS-DOS has them: local, from 1980, every second second. */
function dosTime(at: number): readonly PackedNumber[] {
  const day = new Date(at);
  const time = (day.getHours() << 11) | (day.getMinutes() << 5) | (day.getSeconds() >> 1);
  const date = ((day.getFullYear() - 1980) << 9) | ((day.getMonth() + 1) << 5) | day.getDate();
  return [
    [2, time],
    [2, date],
  ];
}

/** Bytes that become parts of a blob, which keeps them outside of the page. */
class GrowingBlob {
  readonly #parts: Blob[] = [];
  #waiting: Uint8Array<ArrayBuffer>[] = [];
  #waitingBytes = 0;
  length = 0;

  add(bytes: Uint8Array<ArrayBuffer>): void {
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    this.length += bytes.length;
    if (this.#waitingBytes >= PART_BYTES) this.#settle();
  }

  #settle(): void {
    this.#parts.push(new Blob(this.#waiting));
    [this.#waiting, this.#waitingBytes] = [[], 0];
  }

  whole(type: string): Blob {
    this.#settle();
    return new Blob(this.#parts, { type });
  }
}

/** The end of the file; with more than 65,534 files the ZIP64 records stand before it. */
function endOf(files: number, start: number, bytes: number): Uint8Array<ArrayBuffer>[] {
  const isMany = files >= ELSEWHERE_16;
  const end = start + bytes;
  const zip64 = packed([
    [4, 0x06_06_4b_50],
    [8, 44],
    [2, 45],
    [2, 45],
    [4, 0],
    [4, 0],
    [8, files],
    [8, files],
    [8, bytes],
    [8, start],
    [4, 0x07_06_4b_50],
    [4, 0],
    [8, end],
    [4, 1],
  ]);
  const count = isMany ? ELSEWHERE_16 : files;
  const last = packed([
    [4, 0x06_05_4b_50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, bytes],
    [4, start],
    [2, 0],
  ]);
  return isMany ? [zip64, last] : [last];
}

/**
 * The ZIP of some texts, all of one moment.
 *
 * @param at the moment (ms)
 * @throws {RangeError} beyond 4 GiB, and whatever the texts throw
 */
export async function zipFile(texts: AsyncIterable<ZippedText>, at: number): Promise<Blob> {
  const encoder = new TextEncoder();
  const file = new GrowingBlob();
  const directory = new GrowingBlob();
  let files = 0;
  for await (const { path, text } of texts) {
    const [name, content] = [encoder.encode(path), encoder.encode(text)];
    const about: readonly PackedNumber[] = [
      [2, 20],
      [2, UTF8],
      [2, 0],
      ...dosTime(at),
      [4, crc32(content)],
      [4, content.length],
      [4, content.length],
      [2, name.length],
      [2, 0],
    ];
    directory.add(
      packed([
        [4, 0x02_01_4b_50],
        [2, 20],
        ...about,
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, file.length],
      ]),
    );
    directory.add(name);
    file.add(packed([[4, 0x04_03_4b_50], ...about]));
    file.add(name);
    file.add(content);
    if (file.length + directory.length >= ELSEWHERE_32) throw new RangeError("Too large for a ZIP");
    files += 1;
  }
  const end = new GrowingBlob();
  for (const bytes of endOf(files, file.length, directory.length)) end.add(bytes);
  return new Blob([file.whole(""), directory.whole(""), end.whole("")], {
    type: "application/zip",
  });
}
