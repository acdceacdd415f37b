import fc from "fast-check";
import { expect, test } from "vitest";
import { BANDS, type Band } from "../../../src/domain/tie/band.ts";
import { lights } from "../../../src/components/pictures/balance-picture.tsx";
import { runs } from "../../effort.ts";

const NOBODY: Readonly<Record<Band, number>> = {
  close: 0,
  "in-touch": 0,
  fading: 0,
  dormant: 0,
  acquaintance: 0,
  "not-talked": 0,
  unknown: 0,
};

const counts = fc.record<Record<Band, number>>({
  close: fc.nat(40_000),
  "in-touch": fc.nat(40_000),
  fading: fc.nat(40_000),
  dormant: fc.nat(40_000),
  acquaintance: fc.nat(40_000),
  "not-talked": fc.nat(40_000),
  unknown: fc.nat(40_000),
});

const few = fc.record<Record<Band, number>>({
  close: fc.nat(8),
  "in-touch": fc.nat(8),
  fading: fc.nat(8),
  dormant: fc.nat(8),
  acquaintance: fc.nat(8),
  "not-talked": fc.nat(8),
  unknown: fc.nat(8),
});

test("up to sixty people are a light each, so that picture and table say the same", () => {
  fc.assert(
    fc.property(few, (given) => {
      const lit = lights(given);
      expect(BANDS.map((band) => lit.filter((one) => one === band).length)).toEqual(
        BANDS.map((band) => given[band]),
      );
    }),
    { numRuns: runs(1000) },
  );
});

test("more people share sixty lights, and every band with somebody in it has one", () => {
  fc.assert(
    fc.property(counts, (given) => {
      fc.pre(BANDS.reduce((sum, band) => sum + given[band], 0) > 60);
      const lit = lights(given);
      expect(lit.length).toBe(60);
      expect(new Set(lit)).toEqual(new Set(BANDS.filter((band) => given[band] > 0)));
    }),
    { numRuns: runs(1000) },
  );
});

test("shares are kept, the warmest first", () => {
  const lit = lights({ ...NOBODY, close: 10, "in-touch": 20, "not-talked": 30 });
  expect(lit.filter((band) => band === "close").length).toBe(10);
  expect(lit.filter((band) => band === "in-touch").length).toBe(20);
  expect([lit[0], lit[59]]).toEqual(["close", "not-talked"]);
});

test("nobody known, no lights", () => {
  expect(lights(NOBODY)).toEqual([]);
});
