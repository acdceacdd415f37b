import { expect, test } from "vitest";
import { hashOf, placeInHash, SECTIONS } from "../../../src/dashboard/frame/address.ts";

test("every place leads to an address, and the address back to the place", () => {
  for (const section of SECTIONS)
    for (const within of [[], ["a1"], ["a1", "B-_2"]])
      expect(placeInHash(hashOf({ section, within }))).toEqual({ section, within });
});

test("an address that names no section leads to the data, and an earlier one to where its content is now", () => {
  expect(placeInHash("")).toEqual({ section: "data", within: [] });
  expect(placeInHash("#nothing/a1")).toEqual({ section: "data", within: [] });
  expect(placeInHash("#balance")).toEqual({ section: "network", within: [] });
});

test("what is no id is no part of a place", () => {
  expect(placeInHash("#network/a1/<b>//c d")).toEqual({ section: "network", within: ["a1"] });
});
