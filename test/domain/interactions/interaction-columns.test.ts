import fc from "fast-check";
import { expect, test } from "vitest";
import { interactionsOf, packed } from "../../../src/domain/interactions/interaction-columns.ts";
import { numberReader, numberText } from "../../../src/domain/interactions/number-text.ts";
import { crowdedInteractions, someInteractions } from "./arbitrary-interactions.ts";
import { runs } from "../../effort.ts";

test("packing and unpacking gives back the same interactions in the same order, with the source of the statement", () => {
  fc.assert(
    fc.property(fc.oneof(someInteractions, crowdedInteractions), (interactions) => {
      const said = interactions.map((one) => ({ ...one, sources: ["page"] }));
      expect(interactionsOf(packed(interactions), ["page"])).toStrictEqual(said);
    }),
    { numRuns: runs(1000) },
  );
});

test("a packed record survives JSON and cloning", () => {
  fc.assert(
    fc.property(someInteractions, (interactions) => {
      const columns = packed(interactions);
      expect(JSON.parse(JSON.stringify(columns))).toStrictEqual(columns);
      expect(structuredClone(columns)).toStrictEqual(columns);
    }),
    { numRuns: runs(1000) },
  );
});

test("any whole number up to 2^52 is read back from its text", () => {
  const bound = 2 ** 52 - 1;
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -bound, max: bound })), (numbers) => {
      const next = numberReader(numbers.map(numberText).join(""));
      expect(numbers.map(() => next())).toStrictEqual(numbers.map((value) => value + 0));
    }),
    { numRuns: runs(1000) },
  );
});

test("a typical interaction takes fewer than 24 characters", () => {
  const interactions = Array.from({ length: 17 }, (_, place) => ({
    kind: "message" as const,
    direction: "in" as const,
    from: Date.UTC(2020, place, 7, 11, 12, 13),
    to: Date.UTC(2020, place, 7, 11, 12, 13) + 999,
    ref: "2-ZmljdGl2ZQ==",
    sources: ["archive:1"] as const,
  }));
  expect(JSON.stringify(packed(interactions)).length / interactions.length).toBeLessThan(24);
});

test("a record whose rows point nowhere is refused", () => {
  const columns = { count: 1, rows: "____", refs: [] };
  expect(() => interactionsOf(columns, ["page"])).toThrow(RangeError);
});
