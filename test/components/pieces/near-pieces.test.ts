import fc from "fast-check";
import { expect, test } from "vitest";
import { heightBefore, nearPieces } from "../../../src/components/pieces/near-pieces.ts";

const pieces = (...heights: readonly number[]) => ({
  count: heights.length,
  heightOf: (piece: number) => heights[piece] ?? 0,
});

test("the pieces near the window are those that overlap what is seen", () => {
  const list = pieces(100, 100, 100, 100, 100);
  expect(nearPieces(list, -50, 80)).toEqual({ start: 0, end: 1 });
  expect(nearPieces(list, 150, 250)).toEqual({ start: 1, end: 3 });
  expect(nearPieces(list, 450, 900)).toEqual({ start: 4, end: 5 });
});

test("a list that was scrolled away keeps its last piece", () => {
  expect(nearPieces(pieces(100, 100), 5000, 6000)).toEqual({ start: 1, end: 2 });
});

test("what is seen is always covered, whatever the heights", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 0, max: 50_000 }),
      fc.integer({ min: 1, max: 3000 }),
      (heights, from, room) => {
        const list = pieces(...heights);
        const whole = heightBefore(heights.length, list);
        const seen = Math.min(from, whole - 1);
        const { start, end } = nearPieces(list, seen, seen + room);
        expect(heightBefore(start, list)).toBeLessThanOrEqual(seen);
        expect(heightBefore(end, list)).toBeGreaterThanOrEqual(Math.min(seen + room, whole));
        // And no piece more than that.
        expect(heightBefore(start + 1, list)).toBeGreaterThan(seen);
        expect(heightBefore(end - 1, list)).toBeLessThan(seen + room);
      },
    ),
  );
});
