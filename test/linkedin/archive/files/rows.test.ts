import fc from "fast-check";
import { expect, test } from "vitest";
import { type Row, rowReader } from "../../../../src/linkedin/archive/files/rows.ts";
import { textPieces } from "../../../../src/linkedin/archive/files/text-pieces.ts";
import { runs } from "../../../effort.ts";

const cell = fc.string({
  unit: fc.constantFrom(...('ab,;\t"\n é🙂'.match(/./gsu) ?? [])),
  maxLength: 12,
});
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), {
  minLength: 1,
  maxLength: 30,
});

function written(rows: readonly Row[], lineEnd: string): string {
  return rows
    .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(",") + lineEnd)
    .join("");
}

function read(bytes: Uint8Array, chunk: number, piece: number): readonly Row[] {
  const found: Row[] = [];
  const reader = rowReader(",", (rows) => found.push(...rows));
  const pieces = textPieces(reader.push, piece);
  for (let at = 0; at < bytes.length; at += chunk) pieces.push(bytes.slice(at, at + chunk));
  pieces.end();
  reader.end();
  return found.filter((row) => row.length > 1);
}

test("rows come out as they were written, wherever the pieces are cut", () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom("\n", "\r\n"),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 60 }),
      (rows, lineEnd, chunk, piece) => {
        const bytes = new TextEncoder().encode(written(rows, lineEnd));
        expect(read(bytes, chunk, piece)).toEqual(rows);
      },
    ),
    { numRuns: runs(500) },
  );
});

test("the last row needs no line end", () => {
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 40 }), (rows, piece) => {
      const bytes = new TextEncoder().encode(written(rows, "\n").slice(0, -1));
      expect(read(bytes, 7, piece)).toEqual(rows);
    }),
  );
});

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1)
    view.setUint16(at * 2, text.charCodeAt(at), !isBigEndian);
  return bytes;
}

test("UTF-16 of either order is read as well", () => {
  fc.assert(
    fc.property(
      table,
      fc.boolean(),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 90 }),
      (rows, isBig, chunk, piece) => {
        const bytes = utf16(`\uFEFF${written(rows, "\n")}`, isBig);
        expect(read(bytes, chunk, piece + 2)).toEqual(rows);
      },
    ),
  );
});

test("a line that is no UTF-8 is Western European, and its neighbours are not", () => {
  const bytes = Uint8Array.from(
    [..."a,Zo"].map((one) => one.charCodeAt(0)).concat(0xeb, 0x20, 0x93, 0x94, 0x80, 10),
  );
  const others = new TextEncoder().encode("b,Zoë\n");
  expect(read(Uint8Array.from([...others, ...bytes, ...others]), 5, 3)).toEqual([
    ["b", "Zoë"],
    ["a", "Zoë “”€"],
    ["b", "Zoë"],
  ]);
});

test("a quote that nothing closes is refused before it fills the memory", () => {
  const reader = rowReader(",", () => {});
  const piece = `"${"a\n".repeat(600_000)}`;
  expect(() => {
    for (let round = 0; round < 10; round += 1) reader.push(piece);
  }).toThrow(expect.objectContaining({ code: "row-too-long" }));
});

test("a file without any line end is refused before it fills the memory", () => {
  const pieces = textPieces(() => {});
  const bytes = new Uint8Array(4 * 1024 * 1024).fill(97);
  expect(() => {
    for (let round = 0; round < 10; round += 1) pieces.push(bytes);
  }).toThrow(expect.objectContaining({ code: "row-too-long" }));
});
