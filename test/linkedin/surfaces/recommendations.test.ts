import { expect, test } from "vitest";
import { recommendations } from "../../../src/linkedin/surfaces/recommendations.ts";
import { expected, fixturePage } from "../fixture-page.ts";

const FIXTURE = "recommendations-ember-2025";
const { url } = expected(FIXTURE);
const brief = (address: string): unknown =>
  recommendations(fixturePage(FIXTURE, "nested links kept"), address).map(
    ({ person, day, direction }) => [person.name, day, direction],
  );

test("a recommendation has its writer, its day, and by the tab its direction", () => {
  expect(brief(url)).toEqual([["Mira Lindqvist", "2024-05-05", "in"]]);
  expect(brief(url.replace("Index=0", "Index=1"))).toEqual([
    ["Mira Lindqvist", "2024-05-05", "out"],
  ]);
  expect(brief(url.replace(/\?.*/, ""))).toEqual([["Mira Lindqvist", "2024-05-05", undefined]]);
});

test("other pages under a profile hold no recommendations", () => {
  expect(brief(url.replace("recommendations", "skills"))).toEqual([]);
});
