import { expect, test } from "vitest";
import type { Alias } from "../../src/domain/person/person.ts";
import { expected, fixturePage } from "../linkedin/fixture-page.ts";
import { observationsIn } from "./observations-in.ts";

const FIXTURE = "recommendations-ember-2025";
const { url } = expected(FIXTURE);
const NORA: Alias = "slug:nora-field";
const DAY = Date.UTC(2024, 4, 5);

const observed = (address: string, viewer: Alias) => {
  const document = fixturePage(FIXTURE, "nested links kept");
  return observationsIn(document)(document, address, [], [viewer], 1_800_000_000_000);
};

test("a recommendation on the own page of them is remembered with its day and side", () => {
  for (const [tab, direction] of [
    [0, "in"],
    [1, "out"],
  ] as const)
    expect(observed(url.replace("Index=0", `Index=${tab}`), NORA)).toEqual([
      {
        what: "interaction",
        person: expect.objectContaining({ name: "Mira Lindqvist" }) as unknown,
        interaction: {
          kind: "recommendation",
          direction,
          from: DAY,
          to: DAY + 86_399_999,
          sources: ["page"],
        },
      },
    ]);
});

test("recommendations of others are none of the viewer's, and without a side nothing is said", () => {
  expect(observed(url, "slug:mira-lindqvist")).toEqual([]);
  expect(observed(url.replace(/\?.*/, ""), NORA)).toEqual([]);
});
