import { expect, test } from "vitest";
import { webmFile } from "../../practice/journey/webm-file.ts";

interface Element {
  readonly id: number;
  readonly content: Buffer;
}

/** The elements of a piece of EBML, read by its rules and not by how it was written. */
function elements(bytes: Buffer): readonly Element[] {
  const found: Element[] = [];
  let at = 0;
  const long = (): number => Math.clz32(bytes[at] ?? 0) - 23;
  while (at < bytes.length) {
    const idLength = long();
    const id = bytes.readUIntBE(at, idLength);
    at += idLength;
    const sizeLength = long();
    let size = (bytes[at] ?? 0) & (0xff >> sizeLength);
    for (const byte of bytes.subarray(at + 1, at + sizeLength)) size = size * 256 + byte;
    at += sizeLength;
    found.push({ id, content: bytes.subarray(at, at + size) });
    at += size;
  }
  expect(at).toBe(bytes.length);
  return found;
}

const inside = (all: readonly Element[], id: number): readonly Element[] =>
  all.filter((one) => one.id === id).flatMap(({ content }) => elements(content));
const only = (all: readonly Element[], id: number): Buffer => {
  const [one, ...more] = all.filter((element) => element.id === id);
  expect(more).toEqual([]);
  return one?.content ?? Buffer.alloc(0);
};

test("a film has each picture at its time, and says how long and large it is", () => {
  const frames = Array.from({ length: 300 }, (_, place) => ({
    at: place * 40,
    isWhole: place % 120 === 0,
    bytes: Buffer.from([place % 256, ...Array.from({ length: place }, () => 7)]),
  }));
  const file = webmFile({ width: 1280, height: 800, duration: 12_000 }, frames);
  const top = elements(file);
  expect(top.map(({ id }) => id)).toEqual([0x1a45dfa3, 0x18538067]);
  expect(only(inside(top, 0x1a45dfa3), 0x4282).toString()).toBe("webm");
  const segment = inside(top, 0x18538067);
  expect(only(inside(segment, 0x1549a966), 0x4489).readDoubleBE()).toBe(12_000);
  const video = inside(inside(inside(segment, 0x1654ae6b), 0xae), 0xe0);
  expect([only(video, 0xb0).readUInt16BE(), only(video, 0xba).readUInt16BE()]).toEqual([1280, 800]);
  const clusters = segment.filter(({ id }) => id === 0x1f43b675);
  expect(clusters).toHaveLength(3);
  const read = clusters.flatMap(({ content }) => {
    const parts = elements(content);
    const time = only(parts, 0xe7);
    const from = time.readUIntBE(0, time.length);
    return parts
      .filter(({ id }) => id === 0xa3)
      .map(({ content: block }) => ({
        track: block[0],
        at: from + block.readInt16BE(1),
        isWhole: block[3] === 0x80,
        bytes: Buffer.from(block.subarray(4)),
      }));
  });
  expect(read).toEqual(frames.map((frame) => ({ track: 0x81, ...frame })));
});
