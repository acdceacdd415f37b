import fc from "fast-check";
import { expect, test } from "vitest";
import { folded, softFolded, wordsIn } from "../../../src/domain/names/names.ts";
import { searchWords } from "../../../src/domain/names/nicknames.ts";
import { runs } from "../../effort.ts";

test("plain text comes apart into the words it has beside a letter that is not plain", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme-ascii", maxLength: 40 }),
      fc.constantFrom("", "&+"),
      (text, extra) => {
        const plain = softFolded(text);
        expect([...wordsIn(plain, extra), "é"]).toEqual(wordsIn(`${plain} é`, extra));
      },
    ),
    { numRuns: runs(2000) },
  );
});

test.each([
  ["Sean O’Brien", "O'Brien"],
  ["Sean O'Brien", "O’Brien"],
  ["Sean O’Brien", "obrien"],
  ["Jürgen Müller", "Mueller"],
  ["Jürgen Müller", "Muller"],
  ["Jurgen Mueller", "Müller"],
  ["Søren Ågård", "Soeren"],
  ["Søren Ågård", "Aagaard"],
  ["Ana\u2011Maria Muster", "Ana-Maria"],
  ["Ana-Maria Muster", "Anamaria"],
  ["Ana-Maria Muster", "maria"],
  ["Þórður Ægisson", "Thordur"],
  ["Þórður Ægisson", "Aegisson"],
  ["Đorđe Ćosić", "Djordje"],
  ["Łukasz Straße", "Strasse"],
])("%s is found by %s", (name, typed) => {
  expect(folded(name)).toContain(folded(typed));
});

test("every beginning of a word finds the word, so that typing goes on finding it", () => {
  const word = fc.constantFrom(
    "Müller",
    "Mueller",
    "Søren",
    "Aagaard",
    "Djordje",
    "O’Brien",
    "Ana-Maria",
    "Boeing",
    "Samuel",
  );
  fc.assert(
    fc.property(word, fc.nat(8), (name, length) => {
      expect(folded(name)).toContain(folded(name.slice(0, length)));
    }),
  );
});

test("a given name is searched in its other forms too", () => {
  expect(searchWords(folded("Bob"))).toContain("robert");
  expect(searchWords(folded("Robert"))).toEqual(expect.arrayContaining(["robert", "bob", "rob"]));
  expect(searchWords(folded("Käthe"))).toContain("katharina");
  expect(searchWords("zzz")).toEqual(["zzz"]);
});
