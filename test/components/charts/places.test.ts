import fc from "fast-check";
import { expect, test } from "vitest";
import { gridIndex } from "../../../src/components/charts/grid-index.ts";
import {
  type MapField,
  mapPlaces,
  meantRectangle,
  rectangleOf,
  selectedPlaces,
  selectionIn,
} from "../../../src/components/charts/map-places.ts";
import {
  around,
  evenScale,
  rootScale,
  roundStep,
  wholeBetween,
  withRoom,
} from "../../../src/components/charts/scale.ts";
import type { NetworkMap } from "../../../src/domain/network/network-map.ts";
import { NEVER } from "../../../src/domain/network/network-map.ts";
import type { PersonId } from "../../../src/domain/person/person.ts";
import { runs } from "../../effort.ts";

const aField = fc
  .record({ width: fc.integer({ min: 200, max: 1400 }), isRightToLeft: fc.boolean() })
  .map(({ width, isRightToLeft }): MapField => ({
    width,
    height: 448,
    left: 64,
    right: width - 8,
    top: 28,
    bottom: 356,
    stripTop: 360,
    stripBottom: 400,
    isRightToLeft,
  }));

const aMap = fc
  .array(
    fc.record({
      age: fc.integer({ min: 0, max: 9000 }),
      silent: fc.option(fc.integer({ min: 0, max: 9000 }), { nil: NEVER }),
    }),
    { maxLength: 60 },
  )
  .map((people): NetworkMap => ({
    ids: people.map((_, place) => `p-${place}` as PersonId),
    ageDays: people.map(({ age }) => age),
    silentDays: people.map(({ silent }) => silent),
    bands: "0".repeat(people.length),
  }));

const aRectangle = fc
  .tuple(
    fc.double({ min: -50, max: 1500, noNaN: true }),
    fc.double({ min: -50, max: 1500, noNaN: true }),
    fc.double({ min: -50, max: 500, noNaN: true }),
    fc.double({ min: -50, max: 500, noNaN: true }),
  )
  .map(([a, b, c, d]) => ({
    left: Math.min(a, b),
    right: Math.max(a, b),
    top: Math.min(c, d),
    bottom: Math.max(c, d),
  }));

test("every point is found under its own pixel, or another one at the same place", () => {
  fc.assert(
    fc.property(aMap, aField, (map, field) => {
      const { xs, ys } = mapPlaces(map, field);
      const { nearest } = gridIndex(xs, ys, field.width, field.height);
      for (const place of map.ids.keys()) {
        const found = nearest(xs[place] ?? 0, ys[place] ?? 0, 14);
        expect(found).toBeDefined();
        expect([xs[found ?? -1], ys[found ?? -1]]).toEqual([xs[place], ys[place]]);
      }
    }),
    { numRuns: runs(200) },
  );
});

test("the index finds the nearest point within reach, and none beyond it", () => {
  const coordinate = fc.double({ min: -20, max: 320, noNaN: true });
  const points = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 80 });
  const reach = fc.integer({ min: 1, max: 60 });
  fc.assert(
    fc.property(points, coordinate, coordinate, reach, (all, x, y, within) => {
      const xs = Float64Array.from(all, ([one]) => one);
      const ys = Float64Array.from(all, ([, one]) => one);
      const distances = all.map(([a, b]) => (a - x) ** 2 + (b - y) ** 2);
      const least = Math.min(Infinity, ...distances);
      const found = gridIndex(xs, ys, 300, 300).nearest(x, y, within);
      if (least > within ** 2) expect(found).toBeUndefined();
      else expect(distances[found ?? -1]).toBe(least);
    }),
    { numRuns: runs(500) },
  );
});

test("a rectangle selects exactly those inside", () => {
  fc.assert(
    fc.property(aMap, aField, aRectangle, (map, field, drawn) => {
      const places = mapPlaces(map, field);
      const meant = meantRectangle(drawn, field);
      const inside = [...map.ids.keys()].filter((place) => {
        const [x = 0, y = 0] = [places.xs[place], places.ys[place]];
        return x >= meant.left && x <= meant.right && y >= meant.top && y <= meant.bottom;
      });
      const selection = selectionIn(places, meant);
      expect(selection === undefined ? [] : selectedPlaces(map, selection)).toEqual(inside);
    }),
    { numRuns: runs(1000) },
  );
});

test("the rectangle around a selection selects the same people, also on a map of another width", () => {
  fc.assert(
    fc.property(aMap, aField, aField, aRectangle, (map, field, other, drawn) => {
      const places = mapPlaces(map, field);
      const selection = selectionIn(places, meantRectangle(drawn, field));
      if (selection === undefined) return;
      const wider = mapPlaces(map, other);
      const again = selectionIn(wider, rectangleOf(wider, selection));
      expect(again && selectedPlaces(map, again)).toEqual(selectedPlaces(map, selection));
    }),
    { numRuns: runs(500) },
  );
});

test("older ties stand further along the line of text, longer silences further down", () => {
  fc.assert(
    fc.property(aMap, aField, (map, field) => {
      const { xs, ys } = mapPlaces(map, field);
      for (let place = 1; place < map.ids.length; place += 1) {
        const older = Math.sign((map.ageDays[place] ?? 0) - (map.ageDays[place - 1] ?? 0));
        const further = Math.sign((xs[place] ?? 0) - (xs[place - 1] ?? 0));
        expect(further * (field.isRightToLeft ? -1 : 1)).toBe(older);
        const [silent = NEVER, before = NEVER] = [map.silentDays[place], map.silentDays[place - 1]];
        const y = ys[place] ?? 0;
        if (silent === NEVER) expect(y).toBeGreaterThan(field.stripTop);
        else {
          expect(y).toBeLessThan(field.bottom);
          if (before !== NEVER)
            expect(Math.sign(y - (ys[place - 1] ?? 0))).toBe(Math.sign(silent - before));
        }
      }
    }),
    { numRuns: runs(200) },
  );
});

test("the whole numbers between two pixels are those that stand there", () => {
  const place = fc.double({ min: -20, max: 420, noNaN: true });
  fc.assert(
    fc.property(place, place, fc.boolean(), fc.boolean(), (one, other, isRoot, isTurned) => {
      const make = isRoot ? rootScale : evenScale;
      const scale = isTurned ? make(500, 400, 0) : make(500, 0, 400);
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const inside = Array.from({ length: 700 }, (_, value) => value).filter(
        (value) => scale.at(value) >= low && scale.at(value) <= high,
      );
      const found = wholeBetween(scale, one, other);
      const within = found && inside.filter((value) => value >= found[0] && value <= found[1]);
      expect(within ?? []).toEqual(inside);
      if (found !== undefined) expect(found[0]).toBe(inside[0]);
    }),
    { numRuns: runs(300) },
  );
});

test("axes have round steps, and words with room between them", () => {
  expect([roundStep(3, 4), roundStep(7, 4), roundStep(230, 4), roundStep(23_000, 4)]).toEqual([
    1, 2, 100, 10_000,
  ]);
});

test("of words on an axis, those are left out that would touch another one or stand outside", () => {
  const { at } = evenScale(100, 0, 200);
  const tens = (value: number) => around(at(value), 10);
  expect(withRoom([0, 5, 10, 30, 100], tens, 10)).toEqual([0, 10, 30, 100]);
  expect(withRoom([100, 30, 10, 5, 0], tens, 10)).toEqual([100, 30, 10, 0]);
  expect(withRoom([0, 5, 10, 30, 100], tens, 10, { from: 0, to: 200 })).toEqual([5, 30]);
  expect(withRoom([0, 50, 100], tens, 10, undefined, [around(at(97), 10)])).toEqual([0, 50]);
});
