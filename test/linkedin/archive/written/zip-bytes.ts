/** ZIPs written byte by byte, so that they can lie. */
import { crc32, deflateRawSync } from "node:zlib";

export interface LyingEntry {
  readonly name: string;
  readonly content: Uint8Array;
  /** 8 (deflate) when absent; 0 stores. */
  readonly method?: number;
  /** What the headers claim instead of the truth. */
  readonly claimedSize?: number;
  readonly claimedCrc?: number;
  readonly flags?: number;
  /** Points at the bytes of this earlier entry instead of own ones. */
  readonly sharesWith?: number;
  readonly localName?: string;
}

function number(value: number, bytes: 2 | 4): Buffer {
  const buffer = Buffer.alloc(bytes);
  if (bytes === 2) buffer.writeUInt16LE(value);
  else buffer.writeUInt32LE(value >>> 0);
  return buffer;
}

/** 4 May 2026, noon. */
const DOS_TIME = Buffer.concat([
  number(12 << 11, 2),
  number(((2026 - 1980) << 9) | (5 << 5) | 4, 2),
]);

/** A ZIP of these entries, lies included. */
export function lyingZip(entries: readonly LyingEntry[]): Blob {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { content, method = 8, flags = 0 } = entry;
    const packed = method === 8 ? deflateRawSync(content) : Buffer.from(content);
    const common = (name: Buffer): Buffer =>
      Buffer.concat([
        number(20, 2),
        number(flags, 2),
        number(method, 2),
        DOS_TIME,
        number(entry.claimedCrc ?? crc32(content), 4),
        number(packed.length, 4),
        number(entry.claimedSize ?? content.length, 4),
        number(name.length, 2),
        number(0, 2),
      ]);
    const localName = Buffer.from(entry.localName ?? entry.name);
    const name = Buffer.from(entry.name);
    const local = Buffer.concat([number(0x04034b50, 4), common(localName), localName, packed]);
    const at = entry.sharesWith === undefined ? offset : (offsets[entry.sharesWith] ?? 0);
    offsets.push(at);
    const tail = Buffer.concat([
      number(0, 2),
      number(0, 2),
      number(0, 2),
      number(0, 4),
      number(at, 4),
    ]);
    directory.push(Buffer.concat([number(0x02014b50, 4), number(20, 2), common(name), tail, name]));
    if (entry.sharesWith !== undefined) continue;
    parts.push(local);
    offset += local.length;
  }
  const records = Buffer.concat(directory);
  const count = number(entries.length, 2);
  const end = [
    number(0x06054b50, 4),
    number(0, 4),
    count,
    count,
    number(records.length, 4),
    number(offset, 4),
    number(0, 2),
  ];
  return new Blob([Buffer.concat([...parts, records, ...end])]);
}
