import fc from "fast-check";
import { expect, test } from "vitest";
import { isFound, joinedNames, lookedFor } from "../../../src/domain/directory/looked-for.ts";
import { folded } from "../../../src/domain/names/names.ts";
import { runs } from "../../effort.ts";

const finds = (typed: string, name: string): boolean =>
  isFound({ text: folded(name), joinedName: joinedNames([name]) }, lookedFor(typed));

/** Ways to write one name. Each finds each. */
const ALIKE = [
  ["Mary Ann", "Maryann", "Mary-Ann", "MARY ANN"],
  ["Mc Donald", "McDonald", "mcdonald"],
  ["O'Brien", "O’Brien", "O Brien", "OBrien", "obrien"],
  // Two letters that meet stand for one elsewhere: Jollen, Mariandrea.
  ["Jo Ellen", "Joellen", "Jo-Ellen"],
  ["Maria Andrea", "Maria-Andrea", "Mariaandrea"],
  ["J.R. Smith", "J. R. Smith", "JR Smith"],
  ["Jean-Luc d’Arc", "Jean Luc D Arc", "jeanluc darc"],
];

test("what stands between the words of a name does not matter, in both directions", () => {
  const missed = ALIKE.flatMap((ways) =>
    ways.flatMap((typed) =>
      ways.filter((name) => !finds(typed, name)).map((name) => `${typed} → ${name}`),
    ),
  );
  expect(missed).toEqual([]);
});

test("words typed as one are found from the beginning of a word on, and with other words", () => {
  expect(finds("annsm", "Mary Ann Smith")).toBe(true);
  expect(finds("smith maryann", "Mary Ann Smith")).toBe(true);
  expect(finds("bob mcdonald", "Robert Mc Donald")).toBe(true);
  // Letters that only meet at the end of a word are no part of the name.
  expect(finds("ann", "Joan Nguyen")).toBe(false);
  expect(finds("maryanne", "Mary Ann Smith")).toBe(false);
});

const SEPARATORS = [" ", "-", "'", "’", " - ", ". "];

const aName = fc
  .array(fc.tuple(fc.stringMatching(/^[A-Za-zäöüßøåéłđ]{1,8}$/), fc.constantFrom(...SEPARATORS)), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => ({
    name: parts
      .map(([word, separator], place) => (place === 0 ? word : `${separator}${word}`))
      .join(""),
    without: parts.map(([word]) => word).join(""),
    spaced: parts.map(([word]) => word).join(" "),
  }));

test("a name without its separators finds the person, and so does any beginning of it from a word on", () => {
  fc.assert(
    fc.property(aName, ({ name, without, spaced }) => {
      expect(finds(without, name)).toBe(true);
      expect(finds(name, without)).toBe(true);
      expect(finds(spaced, name)).toBe(true);
      expect(finds(name, spaced)).toBe(true);
    }),
    { numRuns: runs(500) },
  );
});
