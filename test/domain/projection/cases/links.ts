import { mergeWords } from "../../../../src/domain/records/acts/merge-words.ts";
import { splitWords } from "../../../../src/domain/records/acts/split-words.ts";
import { pair } from "../../../../src/domain/records/register.ts";
import {
  act,
  archive,
  connected,
  day,
  hand,
  link,
  message,
  owner,
  page,
  records,
  word,
} from "../said.ts";
import type { Case } from "./case.ts";

const a = page("slug:a", { facts: [message(1)] });
const b = page("slug:b", { facts: [message(2)] });
const c = page("slug:c", { facts: [message(3)] });
const merged = act(mergeWords(["slug:a"], ["slug:b"], []), 1);
const split = act(
  splitWords(["slug:a"], ["slug:b"], [{ a: "slug:a", b: "slug:b", value: "same" }]),
  2,
);

export const LINKS: readonly Case[] = [
  {
    title: "a merge that was split: late statements stay with their aliases",
    records: records(
      a,
      b,
      ...merged,
      ...split,
      archive("slug:b", { facts: [message(9)] }),
      link("slug:a", "slug:b", { evidence: "address", at: 9 }),
    ),
    people: { "slug:a": ["message 1"], "slug:b": ["message 2", "message 9"] },
  },
  {
    title: "a merge that was split and made again holds",
    records: records(
      a,
      b,
      ...merged,
      ...split,
      ...act(
        mergeWords(["slug:a"], ["slug:b"], [{ a: "slug:a", b: "slug:b", value: "different" }]),
        3,
      ),
    ),
    people: { "slug:a slug:b": ["message 1", "message 2"] },
  },
  {
    title:
      "splitting leaves on each side what the user put there, though a page had linked it otherwise",
    records: records(
      a,
      b,
      c,
      link("slug:a", "slug:b", { evidence: "address" }),
      link("slug:b", "slug:c", { evidence: "address" }),
      ...act(splitWords(["slug:a", "slug:c"], ["slug:b"], [])),
    ),
    people: { "slug:a slug:c": ["message 1", "message 3"], "slug:b": ["message 2"] },
  },
  {
    title: "a page that shows both sides of a different changes nothing",
    records: records(a, b, word(pair("slug:a", "slug:b", "different")), link("slug:a", "slug:b")),
    people: { "slug:a": ["message 1"], "slug:b": ["message 2"] },
  },
  {
    title:
      "one misread page that shows a foreign alias joins no two numeric ids, and the user is asked once",
    records: records(
      page("number:1", { facts: [message(1)] }),
      page("number:2", { facts: [message(2)] }),
      link("number:1", "slug:a", { evidence: "address" }),
      link("number:2", "slug:b", { evidence: "address" }),
      link("slug:a", "slug:b", { at: 5 }),
      link("number:1", "slug:b", { at: 6 }),
    ),
    people: { "number:1 slug:a": ["message 1"], "number:2 slug:b": ["message 2"] },
    questions: ["one person (two-numbers): slug:a slug:b"],
  },
  {
    title: "a foreign alias on a misread card goes to the person whom an address shows with it",
    records: records(
      a,
      b,
      c,
      word(pair("slug:a", "slug:b", "different")),
      link("slug:a", "slug:c", { at: 1 }),
      link("slug:b", "slug:c", { at: 9, evidence: "address" }),
    ),
    people: { "slug:a": ["message 1"], "slug:b slug:c": ["message 2", "message 3"] },
  },
  {
    title:
      "of two links as strong and of one moment the one that sorts first is taken, whichever was stored first",
    records: records(
      a,
      b,
      c,
      word(pair("slug:a", "slug:b", "different")),
      link("slug:b", "slug:c"),
      link("slug:a", "slug:c"),
    ),
    people: { "slug:a slug:c": ["message 1", "message 3"], "slug:b": ["message 2"] },
  },
  {
    title: "a newcomer that sorts first takes part in the person, and words stay with both",
    records: records(
      page("slug:m", { facts: [message(1)] }),
      hand("slug:m", { choices: { muted: { value: true, time: [1, 0, "r1"] } } }),
      page("slug:a", { facts: [message(2)] }),
      link("slug:a", "slug:m"),
      page("slug:z", { facts: [message(3)] }),
      word(pair("slug:m", "slug:z", "different")),
      link("slug:a", "slug:z", { at: 3 }),
    ),
    people: { "slug:a slug:m": ["message 1", "message 2", "muted"], "slug:z": ["message 3"] },
  },
  {
    title: "of a chain with one different the link that was shown last is left out",
    records: records(
      a,
      b,
      c,
      page("slug:d", { facts: [message(4)] }),
      link("slug:a", "slug:b", { at: 1 }),
      link("slug:b", "slug:c", { at: 3 }),
      link("slug:c", "slug:d", { at: 2 }),
      word(pair("slug:a", "slug:d", "different")),
    ),
    people: {
      "slug:a slug:b": ["message 1", "message 2"],
      "slug:c slug:d": ["message 3", "message 4"],
    },
  },
  {
    title: "of a chain with one different the weakest link is left out",
    records: records(
      a,
      b,
      c,
      link("slug:a", "slug:b", { evidence: "card", at: 1 }),
      link("slug:b", "slug:c", { evidence: "row", at: 9 }),
      word(pair("slug:a", "slug:c", "different")),
    ),
    people: { "slug:a": ["message 1"], "slug:b slug:c": ["message 2", "message 3"] },
  },
  {
    title: "two numeric ids on one card are two people, and the user is asked",
    records: records(
      page("number:1", { facts: [message(1)] }),
      page("number:2", { facts: [message(2)] }),
      link("number:1", "number:2"),
    ),
    people: { "number:1": ["message 1"], "number:2": ["message 2"] },
    questions: ["one person (two-numbers): number:1 number:2"],
  },
  {
    title: "two numeric ids are one person where the user says so",
    records: records(
      page("number:1", { facts: [message(1)] }),
      page("number:2", { facts: [message(2)] }),
      link("number:1", "number:2"),
      word(pair("number:1", "number:2", "same")),
    ),
    people: { "number:1 number:2": ["message 1", "message 2"] },
  },
  {
    title: "the owner who was met as a person disappears, with the aliases that nobody else uses",
    records: records(
      page("slug:me", { called: "Mia Owner", visits: [day(1)], facts: [message(1)] }),
      page("member:me", { called: "Mia Owner" }),
      link("slug:me", "member:me"),
      owner("slug:me"),
      b,
    ),
    people: { "slug:b": ["message 2"] },
    owner: ["member:me", "slug:me"],
  },
  {
    title:
      "a card that shows the owner with somebody else joins nobody with the owner, and the user is asked",
    records: records(owner("slug:me"), b, link("slug:b", "slug:me")),
    people: { "slug:b": ["message 2"] },
    questions: ["one person (owner): slug:b slug:me"],
    owner: ["slug:me"],
  },
  {
    title: "somebody is the owner where the user says so",
    records: records(
      owner("slug:me"),
      b,
      link("slug:b", "slug:me"),
      word(pair("slug:b", "slug:me", "same")),
    ),
    people: {},
    owner: ["slug:b", "slug:me"],
  },
  {
    title: "the user's latest word of three that contradict each other holds first",
    records: records(
      a,
      b,
      c,
      word(pair("slug:a", "slug:b", "same"), 1),
      word(pair("slug:b", "slug:c", "same"), 2),
      word(pair("slug:a", "slug:c", "different"), 3),
    ),
    people: { "slug:a": ["message 1"], "slug:b slug:c": ["message 2", "message 3"] },
  },
  {
    title: "a link of an import that was undone joins nobody, and what it said is gone",
    records: records(
      a,
      b,
      archive("slug:b", { called: "Ben", facts: [connected(4)] }),
      link("slug:a", "slug:b", { source: "archive:one" }),
      word({ kind: "withdrawn", import: "archive:one", value: true }),
    ),
    people: { "slug:a": ["message 1"], "slug:b": ["message 2"] },
  },
];
