import fc from "fast-check";
import { expect, test } from "vitest";
import { BANDS, type Band } from "../../src/domain/band.ts";
import { lights } from "../../src/components/balance-picture.tsx";

const counts = fc.record<Record<Band, number>>({
  strong: fc.nat(40_000),
  warm: fc.nat(40_000),
  fading: fc.nat(40_000),
  dormant: fc.nat(40_000),
  weak: fc.nat(40_000),
  never: fc.nat(40_000),
});

test("there are always sixty lights, and every band with somebody in it has one", () => {
  fc.assert(
    fc.property(counts, (given) => {
      fc.pre(BANDS.some((band) => given[band] > 0));
      const lit = lights(given);
      expect(lit.length).toBe(60);
      expect(new Set(lit)).toEqual(new Set(BANDS.filter((band) => given[band] > 0)));
    }),
    { numRuns: 1000 },
  );
});

test("shares are kept, the warmest first", () => {
  const lit = lights({ strong: 10, warm: 20, fading: 0, dormant: 0, weak: 0, never: 30 });
  expect(lit.filter((band) => band === "strong").length).toBe(10);
  expect(lit.filter((band) => band === "warm").length).toBe(20);
  expect([lit[0], lit[59]]).toEqual(["strong", "never"]);
});

test("nobody known, no lights", () => {
  expect(lights({ strong: 0, warm: 0, fading: 0, dormant: 0, weak: 0, never: 0 })).toEqual([]);
});
