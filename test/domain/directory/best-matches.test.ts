import fc from "fast-check";
import { expect, test } from "vitest";
import { bestMatchesFirst, joinedNames } from "../../../src/domain/directory/looked-for.ts";
import { folded } from "../../../src/domain/names/names.ts";
import { runs } from "../../effort.ts";

/** People in the order of their strength, with the name as it is searched. */
const rows = (...names: readonly string[]) =>
  names.map((name) => ({ name, nameKey: folded(name), joinedName: joinedNames([name]) }));
const found = (words: string, ...names: readonly string[]) =>
  bestMatchesFirst(rows(...names), words).map(({ name }) => name);

test("words that begin a name come before words inside of one, and those before words that stand elsewhere", () => {
  expect(found("an", "Joe Doe", "Susan Park", "Ana Björn", "Grace Anand")).toEqual([
    "Ana Björn",
    "Grace Anand",
    "Susan Park",
    "Joe Doe",
  ]);
});

test("a name that begins with the words typed as one comes before one with them inside", () => {
  expect(found("maryann", "Rosemaryann Poe", "Mary Ann Lee", "Joe Doe")).toEqual([
    "Mary Ann Lee",
    "Rosemaryann Poe",
    "Joe Doe",
  ]);
});

test("every word counts, in any order, whatever case and accents", () => {
  expect(found("BJO an", "Anton Lee", "Björn Anders", "Ana Bjork")).toEqual([
    "Björn Anders",
    "Ana Bjork",
    "Anton Lee",
  ]);
});

test("nobody is lost or doubled, and the order stays among equals and without words", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 6 })),
      fc.string({ maxLength: 4 }),
      (names, words) => {
        const before = rows(...names).map((row, place) => ({ ...row, place }));
        const after = bestMatchesFirst(before, words);
        expect(after.map(({ place }) => place).toSorted((a, b) => a - b)).toEqual(
          before.map(({ place }) => place),
        );
        for (const key of new Set(names.map(folded))) {
          const alike = after.filter(({ nameKey }) => nameKey === key).map(({ place }) => place);
          expect(alike).toEqual(alike.toSorted((a, b) => a - b));
        }
        if (words.trim() === "") expect(after).toEqual(before);
      },
    ),
    { numRuns: runs(100) },
  );
});
