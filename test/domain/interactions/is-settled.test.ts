import fc from "fast-check";
import { expect, test } from "vitest";
import { settled, union } from "../../../src/domain/interactions/history.ts";
import { isSettled } from "../../../src/domain/interactions/is-settled.ts";
import { crowdedInteractions, someInteractions } from "./arbitrary-interactions.ts";
import { runs } from "../../effort.ts";

test("what is called settled is what settling gives back", () => {
  fc.assert(
    fc.property(fc.oneof(someInteractions, crowdedInteractions), (interactions) => {
      const facts = union(interactions, []);
      if (isSettled(facts)) expect(settled(facts)).toEqual(facts);
    }),
    { numRuns: runs(1000) },
  );
});

test("an ordinary conversation with the day of connecting is settled", () => {
  const at = Date.UTC(2024, 0, 5);
  const sources = ["archive:a"] as const;
  const message = (direction: "in" | "out", second: number) =>
    ({
      kind: "message",
      direction,
      from: at + second * 1000,
      to: at + second * 1000 + 999,
      ref: "2-x",
      sources,
    }) as const;
  expect(
    isSettled([
      { kind: "connected", direction: "both", from: at - 86_400_000, to: at - 1, sources },
      message("in", 1),
      message("out", 1),
      message("in", 2),
    ]),
  ).toBe(true);
});
