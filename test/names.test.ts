/**
 * One name for one thing, as far as a machine can check it. CONTRIBUTING.md has the words and what they mean.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => /^(?:src|test|practice)\/.*\.tsx?$/.test(file) && existsSync(file))
  .filter((file) => file !== "test/names.test.ts");
const content = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
const textOf = (file: string): string => content.get(file) ?? "";

/** The names a file declares: variables, functions, types and their members. */
const declared = (text: string): readonly string[] =>
  [
    ...text.matchAll(
      /\b(?:const|let|function|interface|type|class|readonly)\s+(\w+)|^\s+(?:async )?(\w+)\??(?:\(.*\) \{$|: )/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? "");

/** The words of a name: `deliverLetters` is "deliver" and "letters". */
const wordsOf = (name: string): readonly string[] =>
  name
    .split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
    .map((word) => word.toLowerCase());

test("no type name is declared twice in the source", () => {
  const places = new Map<string, string[]>();
  for (const file of files.filter((one) => one.startsWith("src/")))
    for (const [, name = ""] of textOf(file).matchAll(
      /^(?:export )?(?:declare )?(?:interface|type) ([A-Z]\w*)/gm,
    ))
      places.set(name, [...(places.get(name) ?? []), file]);
  expect([...places].filter(([, there]) => there.length > 1)).toEqual([]);
});

/** Words that a name here had once, each with the word that stands in its place. */
const GONE: Readonly<Record<string, string>> = {
  noticing: "observation",
  noticed: "observed",
  mere: "say what is missing: `isPersonOnly`",
  redecided: "decided again",
  apart: "split, separate",
  lot: "random",
  lots: "random",
  stretch: "slice",
  stretches: "slice",
  bearer: "people of a name",
  bearers: "people of a name",
  plainly: "say how: `isSettled`, `expected`",
  wish: "choice",
  wishes: "choices",
  wished: "chosen",
  whoever: "the person who",
};

test("names of files and in code are the field's words", () => {
  const found = files.flatMap((file) =>
    [basename(file), ...declared(textOf(file))].flatMap((name) =>
      wordsOf(name)
        .filter((word) => Object.hasOwn(GONE, word))
        .map((word) => `${file}: ${name} (instead of "${word}": ${GONE[word]})`),
    ),
  );
  expect([...new Set(found)]).toEqual([]);
});

/** What comments, errors and test titles do not say. In brackets: where it means what everybody means by it. */
const UNCLEAR: readonly (readonly [phrase: RegExp, instead: string, meant?: RegExp])[] = [
  [/\bnotic(?:ed|ing)\b/, "observed", /I noticed|, noticed your|anybody noticing/],
  [/\bmere\b/, "only, alone"],
  [/\bredecided\b/, "decided again"],
  [/\b(?:taken|taking) apart\b/, "split", /addresses|Addresses|A fact of/],
  [/\bby lots?\b/, "at random"],
  [/\bstretch(?:es)?\b/, "slice"],
  [/\bbearers?\b/, "people of the name"],
  [/\bplainly\b/, "say how"],
  [/\bwish(?:es)?\b/, "choice"],
  [/\bwhoever\b/i, "the person who"],
  [/\bshall\b/, "must, will"],
];

test("comments, errors and test titles say it in plain words", () => {
  const found = files.flatMap((file) =>
    textOf(file)
      .split("\n")
      .flatMap((line, place) =>
        UNCLEAR.filter(
          ([phrase, , meant]) => phrase.test(line) && !(meant?.test(line) ?? false),
        ).map(([, instead]) => `${file}:${place + 1}: ${line.trim()} (instead: ${instead})`),
      ),
  );
  expect(found).toEqual([]);
});

/** The rows of the table of words in CONTRIBUTING. */
const WORDS = [
  ...readFileSync("CONTRIBUTING.md", "utf8").matchAll(/^\| ([a-z ,]+?) +\| .* \| `(\S+)` +\|$/gm),
].map(([, word = "", place = ""]) => ({ word, place }));

test("the table of words names each word once, and a place that exists and has the word", () => {
  expect(WORDS.length).toBeGreaterThan(20);
  const words = WORDS.flatMap(({ word }) => word.split(", "));
  expect(words.filter((word, place) => words.indexOf(word) !== place)).toEqual([]);
  const wrong = WORDS.filter(
    ({ word, place }) =>
      !existsSync(place) ||
      !word.split(", ").some((one) => `${place}\n${readFileSync(place, "utf8")}`.includes(one)),
  );
  expect(wrong).toEqual([]);
});
