import fc from "fast-check";
import { expect, test } from "vitest";
import { beside } from "../../../src/components/pieces/beside.ts";

const room = { width: 1000, height: 800 };

test("what is placed goes below its anchor, aligned with it, where there is room", () => {
  expect(
    beside({ left: 100, top: 50, width: 60, height: 20 }, { width: 300, height: 400 }, room),
  ).toEqual({
    left: 100,
    top: 78,
  });
});

test("it goes above an anchor near the lower edge", () => {
  const { top } = beside(
    { left: 100, top: 700, width: 60, height: 20 },
    { width: 300, height: 400 },
    room,
  );
  expect(top).toBe(292);
});

test("whatever the anchor, what fits stays inside the window", () => {
  const length = fc.integer({ min: 0, max: 1200 });
  fc.assert(
    fc.property(
      fc.record({ left: length, top: length, width: length, height: length }),
      fc.record({
        width: fc.integer({ min: 1, max: 980 }),
        height: fc.integer({ min: 1, max: 780 }),
      }),
      (anchor, size) => {
        const { left, top } = beside(anchor, size, room);
        expect(left).toBeGreaterThanOrEqual(8);
        expect(top).toBeGreaterThanOrEqual(8);
        expect(left + size.width).toBeLessThanOrEqual(992);
        expect(top + size.height).toBeLessThanOrEqual(792);
      },
    ),
  );
});
