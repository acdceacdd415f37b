import fc from "fast-check";
import { expect, test } from "vitest";
import { folded, wordsIn } from "../../src/domain/names.ts";

test("plain text comes apart into the words it has beside a letter that is not plain", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme-ascii", maxLength: 40 }),
      fc.constantFrom("", "&+"),
      (text, extra) => {
        const plain = folded(text);
        expect([...wordsIn(plain, extra), "é"]).toEqual(wordsIn(`${plain} é`, extra));
      },
    ),
    { numRuns: 2000 },
  );
});
