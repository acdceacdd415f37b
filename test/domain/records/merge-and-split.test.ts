/** The words that merging, taking that back, and splitting write. */
import { expect, test } from "vitest";
import type { Alias } from "../../../src/domain/person/person.ts";
import { registersInForce } from "../../../src/domain/projection/registers-in-force.ts";
import { mergeWords, undoMergeWords } from "../../../src/domain/records/acts/merge-words.ts";
import { splitWords } from "../../../src/domain/records/acts/split-words.ts";
import { pair, type RegisterRecord } from "../../../src/domain/records/register.ts";
import { act } from "../projection/said.ts";

const inForce = (registers: readonly RegisterRecord[]): readonly string[] =>
  registersInForce(registers)
    .pairs.map(({ a, b, value }) => `${a} ${value} ${b}`)
    .sort();
const pairs = (registers: readonly RegisterRecord[]) => registersInForce(registers).pairs;

const A = ["slug:a", "member:a"] as const;
const B = ["slug:b", "number:2"] as const;

test("merging writes one same between the slugs, which sort first", () => {
  expect(mergeWords(A, B, [])).toEqual([pair("slug:a", "slug:b", "same")]);
});

test("merging takes back every different between the two, and none with somebody else", () => {
  const said = act([
    pair("member:a", "number:2", "different"),
    pair("slug:a", "slug:c", "different"),
    pair("slug:b", "number:2", "same"),
  ]);
  const merged = act(mergeWords(A, B, pairs(said)), 1);
  expect(inForce([...said, ...merged])).toEqual([
    "number:2 same slug:b",
    "slug:a different slug:c",
    "slug:a same slug:b",
  ]);
});

test("somebody known by a name only cannot be merged by aliases", () => {
  expect(mergeWords(A, [], [])).toEqual([]);
});

test("two people with more aliases together than any person has are not merged", () => {
  const many = (letter: string) =>
    Array.from({ length: 33 }, (_, n): Alias => `slug:${letter}${n}`);
  expect(() => mergeWords(many("a"), many("b"), [])).toThrow(RangeError);
  expect(mergeWords(many("a").slice(1), many("b").slice(1), [])).toHaveLength(1);
});

test("an act writes no register twice", () => {
  const different = [{ a: "slug:a", b: "slug:b", value: "different" }] as const;
  const same = [{ a: "slug:a", b: "slug:b", value: "same" }] as const;
  for (const words of [mergeWords(A, B, different), splitWords(A, B, same)]) {
    const keys = words.map((word) => (word.kind === "pair" ? `${word.a} ${word.b}` : ""));
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test("taking a merge back brings back what it took back, also on the same two aliases", () => {
  for (const before of [
    pair("slug:a", "slug:b", "different"),
    pair("member:a", "number:2", "different"),
  ]) {
    const said = act([before]);
    const merged = act(mergeWords(A, B, pairs(said)), 1);
    const undone = act(undoMergeWords("slug:b", "slug:a", [...said, ...merged]), 2);
    expect(inForce([...said, ...merged, ...undone])).toEqual(inForce(said));
  }
});

test("taking a merge back twice, or one that was never made, writes nothing", () => {
  const merged = act(mergeWords(A, B, []), 1);
  const undone = act(undoMergeWords("slug:a", "slug:b", merged), 2);
  expect(undoMergeWords("slug:a", "slug:b", [...merged, ...undone])).toEqual([]);
  expect(undoMergeWords("slug:a", "slug:c", merged)).toEqual([]);
});

test("what was split and merged again and taken back is apart", () => {
  const merged = act(mergeWords(A, B, []), 1);
  const split = act(splitWords(A, B, pairs(merged)), 2);
  const again = act(mergeWords(A, B, pairs([...merged, ...split])), 3);
  const all = [...merged, ...split, ...again];
  const undone = act(undoMergeWords("slug:a", "slug:b", all), 4);
  expect(inForce([...all, ...undone])).toContain("slug:a different slug:b");
});

test("splitting writes same inside each side, takes back every same between them, and writes one different", () => {
  const said = act([pair("member:a", "slug:b", "same"), pair("slug:a", "slug:c", "same")]);
  const split = act(splitWords(A, B, pairs(said)), 1);
  expect(inForce([...said, ...split])).toEqual([
    "member:a same slug:a",
    "number:2 same slug:b",
    "slug:a different slug:b",
    "slug:a same slug:c",
  ]);
});

test("taking one side back that splitting wrote same for restores no merge", () => {
  const said = act([pair("member:a", "slug:b", "same")]);
  const split = act(splitWords(A, B, pairs(said)), 1);
  expect(undoMergeWords("member:a", "slug:a", [...said, ...split])).toEqual([
    pair("member:a", "slug:a", "nothing"),
  ]);
});

test("nobody is split from nothing", () => {
  expect(splitWords(A, [], [])).toEqual([]);
});
