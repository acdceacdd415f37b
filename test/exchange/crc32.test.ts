import { crc32 as crc32OfNode } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { crc32, crcText } from "../../src/exchange/crc32.ts";
import { runs } from "../effort.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test("the checksum is the one that everybody calls CRC-32", () => {
  expect(crcText(crc32(bytes("123456789")))).toBe("cbf43926");
  expect(crcText(crc32(bytes("")))).toBe("00000000");
});

test("in pieces or at once, the checksum is that of another implementation", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat({ max: 200 }), (all, place) => {
      expect(crc32(all.subarray(place), crc32(all.subarray(0, place)))).toBe(crc32OfNode(all));
    }),
    { numRuns: runs(200) },
  );
});
