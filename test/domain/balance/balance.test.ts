import { expect, test } from "vitest";
import { isOverdue, tieOfDay } from "../../../src/domain/suggestions/tie-of-day.ts";
import { balance } from "./balance-of-candidates.ts";
import type { Candidate } from "../../../src/domain/suggestions/candidate.ts";
import { NOW } from "../interactions/arbitrary-interactions.ts";
import { chats, connected, contact, ranked, shown } from "../interactions/facts.ts";

const job = (company: string, title: string) => [shown(3000, 1, { company, title })];

const people = (
  count: number,
  one: (place: number) => Parameters<typeof ranked>[1],
  career: (place: number) => Parameters<typeof job> = () => ["Example", "Developer"],
  name = "close",
): readonly Candidate[] =>
  Array.from({ length: count }, (_, place) =>
    ranked(`${name}-${place}`, one(place), { career: job(...career(place)) }),
  );

const close = () => chats(40, 7, 1);
const quiet = () => chats(20, 30, 400);
const neverTalked = () => [connected(900)];

test("everybody is in exactly one band", () => {
  const all = [
    ...people(3, close),
    ...people(4, quiet, undefined, "quiet"),
    ...people(5, neverTalked, undefined, "never"),
  ];
  const { counts, people: number, circle } = balance(all, undefined, NOW);
  expect(counts).toStrictEqual({
    close: 3,
    "in-touch": 0,
    fading: 0,
    dormant: 4,
    acquaintance: 0,
    "not-talked": 5,
    unknown: 0,
  });
  expect(number).toBe(12);
  expect(circle).toBe(3);
});

test("somebody only seen on a page is no part of the network, somebody met is", () => {
  const met = { choices: { howMet: { value: "at the choir", at: NOW } } };
  const all = [
    ...people(3, close),
    ...people(20, () => [], undefined, "seen"),
    ranked("met", [], met),
  ];
  const { counts, people: number } = balance(all, undefined, NOW);
  expect(counts).toMatchObject({ close: 3, "not-talked": 1 });
  expect(number).toBe(4);
});

test("nine at one company and one elsewhere are of one company, and the sentence says how many", () => {
  const most = people(10, close, (place) => [place === 0 ? "Elsewhere" : "Example", "Developer"]);
  const { meaning } = balance(most, undefined, NOW);
  expect(meaning).toStrictEqual({ code: "narrow-company", company: "Example", share: 0.9 });
});

test("the overdue of the balance are the overdue of the list", () => {
  const all = [...people(6, close, spread), ...people(9, quiet, spread, "quiet")];
  const { meaning } = balance(all, undefined, NOW);
  expect(meaning).toMatchObject({
    overdue: all.filter((one) => isOverdue(one, tieOfDay(one, undefined, NOW), NOW)).length,
  });
});

test("who only wrote was not talked with", () => {
  const wrote = people(20, () => [contact(5)], undefined, "wrote");
  expect(balance(wrote, undefined, NOW).meaning).toMatchObject({
    code: "too-little",
    talkedWith: 0,
  });
});

const spread = (place: number): [string, string] => [
  `Example ${place}`,
  ["Developer", "Nurse", "Lawyer", "Teacher"][place % 4] ?? "",
];

const meaningOf = (all: readonly Candidate[]) => balance(all, undefined, NOW).meaning.code;

test("the balance says in one word what it means", () => {
  expect(meaningOf(people(9, close))).toBe("too-little");
  expect(meaningOf([...people(2, close), ...people(12, quiet, spread, "quiet")])).toBe(
    "thin-circle",
  );
  expect(meaningOf(people(12, close))).toBe("narrow-company");
  expect(meaningOf(people(12, close, (place) => [`Example ${place}`, "Developer"]))).toBe(
    "narrow-field",
  );
  expect(meaningOf([...people(6, close, spread), ...people(9, quiet, spread, "quiet")])).toBe(
    "going-quiet",
  );
  expect(meaningOf(people(12, close, spread))).toBe("few-weak");
  expect(
    meaningOf([...people(11, close, spread), ...people(20, neverTalked, spread, "never")]),
  ).toBe("balanced");
});
