import { mergeWords } from "../../../../src/domain/records/acts/merge-words.ts";
import { splitWords } from "../../../../src/domain/records/acts/split-words.ts";
import { pair } from "../../../../src/domain/records/register.ts";
import { act, day, hand, link, message, onDay, page, records, word } from "../said.ts";
import type { Case } from "./case.ts";

const a = page("slug:a", { facts: [message(1)] });
const b = page("slug:b", { facts: [message(2)] });
const different = { a: "slug:a", b: "slug:b", value: "different" } as const;
const split = act(splitWords(["slug:a"], ["slug:b"], []), 2);
const again = act(mergeWords(["slug:a"], ["slug:b"], [different]), 4);
const note = (text: string, at: number) => ({ n: { value: text, time: onDay(at) } });

export const NOTES: readonly Case[] = [
  {
    title:
      "after merging the notes, tags and reminders of both are there, and the later of two choices",
    records: records(
      a,
      b,
      hand("slug:a", {
        notes: { n1: { value: "met in Porto", time: onDay(1) } },
        tags: { band: { value: true, time: onDay(1) } },
        reminders: { r1: { value: day(40), time: onDay(1) } },
        choices: { name: { value: "Old", time: onDay(1) } },
      }),
      hand("slug:b", {
        notes: { n2: { value: "plays the viola", time: onDay(2) } },
        reminders: { r2: { value: day(30), time: onDay(2) } },
        choices: { name: { value: "New", time: onDay(2) } },
      }),
      word(pair("slug:a", "slug:b", "same")),
    ),
    people: {
      "slug:a slug:b": [
        "message 1",
        "message 2",
        "named by the user New",
        "tag band",
        "note met in Porto",
        "note plays the viola",
        "reminder 30",
        "reminder 40",
      ],
    },
  },
  {
    title:
      "a message that was sent is there once however many machines say so, and is gone once one of them says it was not sent",
    records: records(
      a,
      b,
      hand("slug:a", {
        sent: {
          s1: { value: { at: day(3), why: "news" }, time: onDay(3) },
          s2: { value: { at: day(5), why: "talked" }, time: onDay(5) },
        },
      }),
      hand("slug:b", {
        sent: {
          s1: { value: { at: day(3), why: "news" }, time: onDay(4) },
          s2: { time: onDay(6) },
        },
      }),
      word(pair("slug:a", "slug:b", "same")),
    ),
    people: {
      "slug:a slug:b": ["message 1", "message 2", "sent 3 because of news"],
    },
  },
  {
    title:
      "after splitting both sides have the notes and reminders from before, and the user is asked where they belong",
    records: records(
      a,
      b,
      ...(["slug:a", "slug:b"] as const).map((alias) =>
        hand(alias, {
          notes: note("met in Porto", 1),
          reminders: { r: { value: day(40), time: onDay(1) } },
        }),
      ),
      ...split,
    ),
    people: {
      "slug:a": ["message 1", "note met in Porto", "reminder 40"],
      "slug:b": ["message 2", "note met in Porto", "reminder 40"],
    },
    questions: ["whose: slug:a slug:b n r"],
  },
  {
    title: "a note that was removed on one side, after the user answered, is not asked about",
    records: records(
      a,
      b,
      hand("slug:a", { notes: note("met in Porto", 1) }),
      hand("slug:b", { notes: note("", 3) }),
      ...split,
    ),
    people: { "slug:a": ["message 1", "note met in Porto"], "slug:b": ["message 2"] },
  },
  {
    title: "a note and a reminder that were removed on one side are there after merging again",
    records: records(
      a,
      b,
      hand("slug:a", {
        notes: note("met in Porto", 1),
        reminders: { r: { value: day(40), time: onDay(1) } },
      }),
      hand("slug:b", { notes: note("", 3), reminders: { r: { time: onDay(3) } } }),
      ...split,
      ...again,
    ),
    people: {
      "slug:a slug:b": ["message 1", "message 2", "note met in Porto", "reminder 40"],
    },
  },
  {
    title: "a note that was changed on one side is there in both forms after merging again",
    records: records(
      a,
      b,
      hand("slug:a", { notes: note("met in Porto", 1) }),
      hand("slug:b", { notes: note("met in Lisbon", 3) }),
      ...split,
      ...again,
    ),
    people: {
      "slug:a slug:b": ["message 1", "message 2", "note met in Porto", "note met in Lisbon"],
    },
  },
  {
    title: "a note that was removed for every alias is gone, though another replica had written it",
    records: records(
      a,
      b,
      link("slug:a", "slug:b"),
      hand("slug:a", { notes: note("met in Porto", 1) }),
      hand("slug:a", { notes: note("", 3) }, "r2"),
      hand("slug:b", { notes: note("", 3) }, "r2"),
    ),
    people: { "slug:a slug:b": ["message 1", "message 2"] },
  },
  {
    title:
      "protective choices hold for a person if they hold for any alias, also where another alias says later that they do not",
    records: records(
      a,
      b,
      link("slug:a", "slug:b"),
      hand("slug:a", {
        choices: {
          muted: { value: true, time: onDay(1) },
          neverTrack: { value: true, time: onDay(1) },
          deceased: { value: true, time: onDay(1) },
        },
      }),
      hand("slug:b", {
        choices: {
          muted: { value: false, time: onDay(5) },
          neverTrack: { time: onDay(5) },
          deceased: { value: false, time: onDay(5) },
        },
      }),
    ),
    people: {
      "slug:a slug:b": ["message 1", "message 2", "muted", "not recorded", "passed away"],
    },
  },
  {
    title: "a protective choice that was taken back for the alias it held for holds no more",
    records: records(
      a,
      b,
      link("slug:a", "slug:b"),
      hand("slug:a", { choices: { muted: { value: true, time: onDay(1) } } }),
      hand("slug:a", { choices: { muted: { value: false, time: onDay(2) } } }, "r2"),
      hand("slug:b", { choices: { muted: { value: false, time: onDay(2) } } }),
    ),
    people: { "slug:a slug:b": ["message 1", "message 2"] },
  },
];
