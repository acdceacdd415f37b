/** Packed files are unpacked as far as they go, and no further than is asked for. */
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { unzipped } from "../../../src/exchange/backup/gzip.ts";

/** A small file that holds many bytes. */
const packed = new Blob([Uint8Array.from(gzipSync(new Uint8Array(4_000_000)))]);

test("what holds more than is asked for is left on the way, and is not whole", async () => {
  expect(packed.size).toBeLessThan(10_000);
  const { file, isWhole } = await unzipped(packed, 1_000_000);
  expect(isWhole).toBe(false);
  expect(file.size).toBeLessThanOrEqual(1_000_000);
});

test("what holds no more than is asked for is whole", async () => {
  for (const atMost of [4_000_000, undefined]) {
    const { file, isWhole } = await unzipped(packed, atMost);
    expect([file.size, isWhole]).toEqual([4_000_000, true]);
  }
});
