import fc from "fast-check";
import { expect, test } from "vitest";
import { type BandsAt, stackedBands } from "../../../src/components/charts/stacked-bands.ts";
import { type Band, BANDS } from "../../../src/domain/tie/band.ts";
import { runs } from "../../effort.ts";

const counts = fc
  .tuple(...BANDS.map(() => fc.nat({ max: 50 })))
  .map(
    (all) => Object.fromEntries(BANDS.map((band, at) => [band, all[at]])) as Record<Band, number>,
  );

const someMoments = fc
  .array(counts, { minLength: 2, maxLength: 8 })
  .map((all) => all.map((one, at): BandsAt => ({ at, counts: one })));

test("each layer begins where the one below ends, and together they are everybody", () => {
  fc.assert(
    fc.property(someMoments, (moments) => {
      const layers = stackedBands(
        moments,
        (at) => at,
        (people) => people,
      );
      for (const [place, moment] of moments.entries()) {
        let reached = 0;
        for (const { band, edges } of layers) {
          const [below, above] = edges[place] ?? [NaN, NaN];
          expect(below).toBe(reached);
          expect(above - below).toBe(moment.counts[band]);
          reached = above;
        }
        expect(reached).toBe(Object.values(moment.counts).reduce((sum, one) => sum + one, 0));
      }
    }),
    { numRuns: runs(200) },
  );
});

test("bands that never had anybody have no layer, and the warmest is at the bottom", () => {
  const none = {
    close: 0,
    "in-touch": 0,
    fading: 0,
    dormant: 0,
    acquaintance: 0,
    "not-talked": 0,
    unknown: 0,
  };
  const layers = stackedBands(
    [
      { at: 0, counts: { ...none, fading: 2 } },
      { at: 10, counts: { ...none, fading: 1, close: 1 } },
    ],
    (at) => at,
    (people) => 100 - people,
  );
  expect(layers.map(({ band }) => band)).toEqual(["close", "fading"]);
  expect(layers[0]?.path).toBe("M0,100L10,99L10,100L0,100Z");
});
