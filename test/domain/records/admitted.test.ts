/** What is taken in after somebody was erased, and what follows from it. */
import { expect, test } from "vitest";
import type { Alias } from "../../../src/domain/person/person.ts";
import {
  admittedRecords,
  admittedSightings,
  askedWord,
  type KnownOfErased,
  wordsLike,
} from "../../../src/domain/records/admitted.ts";
import { pair } from "../../../src/domain/records/register.ts";
import type { Sighting } from "../../../src/domain/interactions/sighting.ts";
import { act, archive, day, link, message, page, post, records, word } from "../projection/said.ts";

/** `slug:gone` is erased under the mark `m`, `slug:known` has a history, and of `slug:other` the user said that it is somebody else. */
const KNOWN: KnownOfErased = {
  erasedAs: (subject) => (subject === "slug:gone" || subject === "name:gone" ? "m" : undefined),
  isKnown: (alias) => alias === "slug:known",
  isDifferent: (alias, mark) => alias === "slug:other" && mark === "m",
};

const card = (...aliases: readonly Alias[]): Sighting => ({
  what: "person",
  person: { aliases, name: "Somebody", at: day(1) },
});

test("without an erased alias everything is stored as it is", () => {
  const all = [card("slug:a", "slug:b"), card("slug:known")];
  expect(admittedSightings(all, KNOWN)).toEqual({ stored: all, erasedToo: [], asked: [] });
});

test("of a card that shows an erased alias with an unknown one nothing is stored, and the second is erased as well", () => {
  expect(admittedSightings([card("slug:gone", "slug:new")], KNOWN)).toEqual({
    stored: [],
    erasedToo: [{ alias: "slug:new", like: "m" }],
    asked: [],
  });
});

test("erasure goes on from card to card, in whatever order they come", () => {
  const cards = [card("slug:b", "slug:c"), card("slug:a", "slug:b"), card("slug:gone", "slug:a")];
  for (const all of [cards, cards.toReversed()]) {
    const { stored, erasedToo } = admittedSightings(all, KNOWN);
    expect(stored).toEqual([]);
    expect(erasedToo.map(({ alias }) => alias)).toEqual(["slug:a", "slug:b", "slug:c"]);
  }
});

test("shown with somebody who has a history: that history goes on without the erased alias, and the user is asked", () => {
  expect(admittedSightings([card("slug:gone", "slug:known")], KNOWN)).toEqual({
    stored: [card("slug:known")],
    erasedToo: [],
    asked: [{ alias: "slug:known", mark: "m" }],
  });
});

test("erasure does not go on beyond somebody who has a history", () => {
  const all = [card("slug:gone", "slug:known"), card("slug:known", "slug:new")];
  const { stored, erasedToo } = admittedSightings(all, KNOWN);
  expect(stored).toEqual([card("slug:known"), card("slug:known", "slug:new")]);
  expect(erasedToo).toEqual([]);
});

test("somebody the user said is different is stored, and nobody is asked", () => {
  expect(admittedSightings([card("slug:gone", "slug:other")], KNOWN)).toEqual({
    stored: [card("slug:other")],
    erasedToo: [],
    asked: [],
  });
});

test("of records nothing about an erased alias or name is stored, nor a link, attribution, mutual connection or word with it", () => {
  const kept = [
    page("slug:known", { facts: [message(1)] }),
    post("post:1", "page", { authors: [{ alias: "slug:known", days: [1] }] }),
    link("slug:known", "slug:a"),
  ];
  const incoming = records(
    ...kept,
    page("slug:gone", { called: "Gone" }),
    archive("name:gone", { called: "Gone", facts: [message(1)] }),
    post("post:2", "page", { authors: [{ alias: "slug:gone", days: [1] }] }),
    page("slug:a", { mutual: [{ at: 1, count: 9, named: ["slug:gone", "slug:known"] }] }),
    link("slug:gone", "slug:known"),
    word(pair("slug:gone", "slug:known", "different")),
    word({ kind: "author", post: "post:2", value: "slug:gone" }),
    word({ kind: "named", name: "name:gone", value: "slug:known" }),
  );
  const { stored, erasedToo, asked } = admittedRecords(incoming, KNOWN);
  expect(stored).toEqual(
    records(
      kept[0]!,
      kept[1]!,
      post("post:2", "page", {}),
      page("slug:a", { mutual: [{ at: 1, count: 9, named: ["slug:known"] }] }),
      kept[2]!,
      word(pair("slug:known", "erased:m", "different")),
    ),
  );
  expect(erasedToo).toEqual([]);
  expect(asked).toEqual([{ alias: "slug:known", mark: "m" }]);
});

test("of records an unknown alias that a row or the user joins with an erased one is erased as well", () => {
  const incoming = records(
    page("slug:a", { called: "Gone" }),
    page("slug:b", { called: "Gone" }),
    link("slug:a", "slug:gone"),
    word(pair("slug:a", "slug:b", "same")),
  );
  const { stored, erasedToo } = admittedRecords(incoming, KNOWN);
  expect(stored).toEqual(records());
  expect(erasedToo.map(({ alias }) => alias)).toEqual(["slug:a", "slug:b"]);
});

test("the question is a word that says nothing", () => {
  expect(askedWord({ alias: "slug:known", mark: "m" })).toEqual(
    pair("slug:known", "erased:m", "nothing"),
  );
});

test("that somebody is different holds for every alias of the erased person", () => {
  const said = act([
    pair("slug:other", "erased:m", "different"),
    pair("slug:known", "erased:m", "nothing"),
    pair("slug:other", "erased:x", "different"),
  ]);
  expect(wordsLike(said, { alias: "slug:new", like: "m" }, "n")).toEqual([
    pair("slug:other", "erased:n", "different"),
  ]);
});
