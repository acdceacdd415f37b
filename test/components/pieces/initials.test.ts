import { expect, test } from "vitest";
import { initials } from "../../../src/components/pieces/initials.ts";

test.each([
  ["Elena Muster", "EM"],
  ["Lorenzo Moretti · Open to work", "LM"],
  ["Reuben Beckett, M.D., FACS", "RB"],
  ["Dr. Nora Example (She/Her)", "NE"],
  ["🌟 Ana-Maria da Silva 🚀", "AS"],
  ["Müller\u00A0GmbH", "MG"],
  ["Cher", "C"],
  ["髙橋 さくら", "髙さ"],
  ["यश शर्मा", "यश"],
  ["Dr.", "D"],
  ["🚀", "?"],
])("the letters of %s are %s", (name, letters) => {
  expect(initials(name)).toBe(letters);
});
