import fc from "fast-check";
import { expect, test } from "vitest";
import {
  changeCounts,
  changesOf,
  newestFirst,
  type SeenChange,
} from "../../../src/domain/changes/seen-changes.ts";
import type { Candidate } from "../../../src/domain/suggestions/candidate.ts";
import { isChanged, isOwedReply } from "../../../src/domain/suggestions/reasons.ts";
import type { Coverage } from "../../../src/domain/tie/coverage.ts";
import { tie } from "../../../src/domain/tie/tie.ts";
import { runs } from "../../effort.ts";
import { DAY, NOW, someInteractions } from "../interactions/arbitrary-interactions.ts";
import { chats, connected, contact, daysAgo, ranked, shown } from "../interactions/facts.ts";

const COVERED: Coverage = {
  watchingSince: daysAgo(3000),
  archives: [{ from: daysAgo(4000), to: daysAgo(1), kinds: ["message", "inmail"] }],
};

const changes = (person: Candidate, coverage: Coverage = COVERED): readonly SeenChange[] =>
  changesOf(person, () => tie(person.summary, { coverage }, NOW), coverage, NOW);

const kinds = (person: Candidate, coverage?: Coverage) =>
  changes(person, coverage).map(({ fact }) => fact.kind);

const moved = {
  career: [
    shown(900, 150, { company: "Example", title: "Nurse" }),
    shown(100, 1, { company: "Sample", title: "Nurse" }),
  ],
};

test("new work is a change from the day it was first seen, unless the two talked since", () => {
  const quiet = [...chats(8, 30, 200), contact(190, { direction: "out" })];
  expect(changes(ranked("ada", quiet, moved))).toMatchObject([
    { at: daysAgo(100), fact: { kind: "work", news: { what: "company", after: "Sample" } } },
  ]);
  const talked = [...chats(8, 30, 200), contact(50, { direction: "out" })];
  expect(kinds(ranked("ada", talked, moved))).toEqual([]);
  expect(kinds(ranked("ada", [connected(120)], moved))).toEqual(["work"]);
  expect(kinds(ranked("ada", [], moved))).toEqual([]);
});

test("work that changed more than a year ago is no longer news", () => {
  const career = [shown(900, 600, { company: "Example" }), shown(400, 1, { company: "Sample" })];
  expect(kinds(ranked("ada", chats(3, 30, 700), { career }))).toEqual([]);
});

test("who wrote last in a conversation of the two waits for an answer, and a pitch does not", () => {
  expect(kinds(ranked("ada", [...chats(8, 30, 40), contact(5)]))).toEqual(["waiting"]);
  expect(kinds(ranked("ada", [...chats(8, 30, 40), contact(5, { direction: "out" })]))).toEqual([]);
  expect(kinds(ranked("ada", [contact(5)]))).toEqual([]);
});

const invited = (days: number, direction: "in" | "out") =>
  contact(days, { kind: "invitation", direction });

test("an invitation is open until the two are connected, or for half a year", () => {
  for (const direction of ["in", "out"] as const) {
    expect(changes(ranked("ada", [invited(20, direction)]))).toMatchObject([
      { at: daysAgo(20), fact: { state: "open", seen: { direction } } },
    ]);
    expect(kinds(ranked("ada", [invited(200, direction)]))).toEqual([]);
    expect(
      kinds(ranked("ada", [contact(10, { kind: "reaction" }), invited(20, direction)])),
    ).toEqual(["invitation"]);
  }
});

test("an invitation of the user's that was taken is a change until the two talk", () => {
  const taken = [invited(20, "out"), connected(10)];
  expect(changes(ranked("ada", taken))).toMatchObject([
    { at: daysAgo(10), fact: { state: "accepted" } },
  ]);
  expect(kinds(ranked("ada", [...taken, contact(5, { direction: "out" })]))).toEqual([]);
  expect(kinds(ranked("ada", [invited(20, "in"), connected(10)]))).toEqual([]);
  expect(kinds(ranked("ada", [connected(300), invited(20, "out")]))).toEqual([]);
});

const asleep = chats(30, 7, 800);

test("a tie woke when the two talk again after it was Dormant, and sources cover the silence", () => {
  const again = [...chats(1, 1, 30), contact(29, { direction: "out" })];
  const woken = ranked("ada", [...asleep, ...again]);
  expect(changes(woken)).toMatchObject([
    { at: daysAgo(30 - 1 / 24), fact: { kind: "woke", after: daysAgo(800 - 1 / 24) } },
  ]);
  const gap = { ...COVERED, watchingSince: daysAgo(100) };
  expect(
    kinds(woken, {
      ...gap,
      archives: [{ from: daysAgo(4000), to: daysAgo(500), kinds: ["message"] }],
    }),
  ).not.toContain("woke");
});

test("a message without an answer wakes nobody, and neither does a talk between two that never slept", () => {
  expect(
    ranked("ada", [...asleep, contact(30, { direction: "out" })]).summary.wokeAt,
  ).toBeUndefined();
  expect(ranked("ada", chats(30, 7, 30)).summary.wokeAt).toBeUndefined();
});

test("nobody is listed whom the user leaves alone", () => {
  const waiting = [...chats(8, 30, 40), contact(5)];
  const at = NOW - DAY;
  for (const choices of [
    { muted: { value: true, at } },
    { neverTrack: { value: true, at } },
    { deceased: { value: true, at } },
    { snoozedUntil: { value: NOW + DAY, at } },
  ])
    expect(kinds(ranked("ada", waiting, { ...moved, choices }))).toEqual([]);
});

test("changes say what the reasons of the week say", () => {
  fc.assert(
    fc.property(someInteractions, fc.boolean(), (interactions, isMoved) => {
      const person = ranked("ada", interactions, isMoved ? moved : {});
      const found = kinds(person);
      const current = tie(person.summary, { coverage: COVERED }, NOW);
      if (isChanged(person)) expect(found).toContain("work");
      if (found.includes("waiting")) expect(isOwedReply(current)).toBe(true);
      for (const { fact } of changes(person))
        if (fact.kind === "woke") expect(fact.at).toBeGreaterThan(fact.after);
    }),
    { numRuns: runs(300) },
  );
});

test("the newest change comes first, whatever the order before", () => {
  const all = [3, 1, 2].flatMap((days) => changes(ranked(`p${days}`, [invited(days, "in")])));
  expect(newestFirst(all).map(({ id }) => id)).toEqual(["p1", "p2", "p3"]);
  expect(newestFirst(all.toReversed())).toEqual(newestFirst(all));
  expect(changeCounts(all)).toEqual({ work: 0, waiting: 0, invitation: 3, woke: 0 });
});
