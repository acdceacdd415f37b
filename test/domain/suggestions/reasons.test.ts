import { expect, test } from "vitest";
import type { Candidate } from "../../../src/domain/suggestions/candidate.ts";
import { suggestionReasons } from "../../../src/domain/suggestions/reasons.ts";
import { tie, type Circumstances } from "../../../src/domain/tie/tie.ts";
import { NOW } from "../interactions/arbitrary-interactions.ts";
import { chat, chats, connected, contact, daysAgo, ranked, shown } from "../interactions/facts.ts";

const codes = (person: Candidate, around = {}) =>
  suggestionReasons(person, tie(person.summary, {}, NOW), around).map(({ code }) => code);

const nurse = { career: [shown(900, 1, { company: "Example Clinic", title: "Nurse" })] };

test("the past comes first: a rhythm, else the days, else the one talk, else the connection", () => {
  expect(codes(ranked("ada", chats(8, 30, 200)))[0]).toBe("rhythm");
  expect(codes(ranked("ada", chats(2, 30, 200)))[0]).toBe("talked-days");
  expect(codes(ranked("ada", chat(200)))[0]).toBe("talked-once");
  expect(codes(ranked("ada", [connected(900)]))[0]).toBe("connected-never-talked");
});

test("then what is rare about somebody, the field before the company", () => {
  const person = ranked("ada", chats(8, 30, 200), nurse);
  expect(codes(person, { othersInField: 0, othersAtCompany: 0 })).toStrictEqual([
    "rhythm",
    "only-in-field",
  ]);
  expect(codes(person, { othersInField: 1, othersAtCompany: 0 })).toStrictEqual([
    "rhythm",
    "only-at-company",
  ]);
});

test("of somebody not talked with, what binds is told before what is rare", () => {
  const met = { choices: { howMet: { value: "the choir", at: NOW } } };
  const told = (more: Parameters<typeof ranked>[2], around = {}) =>
    codes(ranked("ada", [connected(900)], { ...nurse, ...more }), {
      othersAtCompany: 0,
      ...around,
    });
  expect(told({ mutual: 3 })).toStrictEqual(["connected-never-talked", "mutual"]);
  expect(told({ mutual: 3 }, { othersInField: 0 })).toStrictEqual([
    "connected-never-talked",
    "only-in-field",
  ]);
  expect(told(met, { othersInField: 0 })).toStrictEqual(["connected-never-talked", "met"]);
  expect(told({})).toStrictEqual(["connected-never-talked", "only-at-company"]);
});

test("then news since the last talk, then who wrote last, then what binds", () => {
  const moved = {
    career: [
      shown(900, 150, { company: "Example", title: "Nurse" }),
      shown(100, 1, { company: "Sample", title: "Nurse" }),
    ],
  };
  expect(codes(ranked("ada", chats(8, 30, 200), moved))[1]).toBe("changed-company");
  expect(codes(ranked("ada", chats(8, 30, 50), moved))[1]).toBe("wrote-last");
  const praised = [
    ...chats(8, 30, 200),
    contact(300, { kind: "recommendation" }),
    contact(190, { direction: "out" }),
  ];
  expect(codes(ranked("ada", praised, { mutual: 3 }))[1]).toBe("recommended-you");
  const wrote = [...chats(8, 30, 200), contact(190, { direction: "out" })];
  expect(codes(ranked("ada", wrote, { mutual: 3 }))[1]).toBe("mutual");
});

test("another headline since the last talk is told after everything that was done", () => {
  const career = [
    shown(900, 150, { headline: "Cooper at Example" }),
    shown(100, 1, { headline: "Brewer of ale" }),
  ];
  const talked = (last: number) => [
    ...chats(8, 30, last + 10),
    contact(last, { direction: "out" }),
  ];
  const told = (last: number) => codes(ranked("ada", talked(last), { career, mutual: 3 }));
  expect(told(190)[1]).toBe("changed-headline");
  expect(told(50)).not.toContain("changed-headline");
  const wrote = [...chats(8, 30, 200), contact(190)];
  expect(codes(ranked("ada", wrote, { career }))[1]).toBe("wrote-last");
});

test("a company in common is told at once where there was no talk, and last where there was", () => {
  const shared = { name: "Example Works", current: true, theirs: false, years: [] };
  expect(
    codes(ranked("ada", [connected(900)], nurse), { shared, othersAtCompany: 0 }),
  ).toStrictEqual(["connected-never-talked", "same-company"]);
  const wrote = [...chats(8, 30, 200), contact(190, { direction: "out" })];
  expect(codes(ranked("ada", wrote, { mutual: 3 }), { shared })).toStrictEqual([
    "rhythm",
    "same-company",
  ]);
  expect(codes(ranked("ada", chats(8, 30, 200)), { shared })[1]).toBe("wrote-last");
});

test("both still work there only if both do", () => {
  const still = (current: boolean, theirs: boolean) =>
    suggestionReasons(ranked("ada", []), tie(ranked("ada", []).summary, {}, NOW), {
      shared: { name: "Example Works", current, theirs, years: [] },
    });
  expect(still(true, true)).toStrictEqual([
    { code: "same-company", company: "Example Works", still: true },
  ]);
  expect([still(true, false), still(false, true)].flat()).toMatchObject([
    { still: false },
    { still: false },
  ]);
});

test("reasons carry the numbers the words need", () => {
  const person = ranked("ada", chats(2, 400, 200));
  expect(suggestionReasons(person, tie(person.summary, {}, NOW), {})[0]).toStrictEqual({
    code: "talked-days",
    days: 2,
    firstAt: daysAgo(600 - 1 / 24),
    lastAt: daysAgo(200 - 1 / 24),
  });
});

const reasonsOf = (facts: Parameters<typeof ranked>[1], circumstances: Circumstances = {}) => {
  const person = ranked("ada", facts, nurse);
  return suggestionReasons(person, tie(person.summary, circumstances, NOW), {
    othersInField: 0,
    othersAtCompany: 0,
  });
};
const codesOf = (...given: Parameters<typeof reasonsOf>) =>
  reasonsOf(...given).map(({ code }) => code);

test("somebody who wrote once and got no answer was not talked with, and no answer is owed", () => {
  const pitch = [connected(500), contact(499)];
  expect(codesOf(pitch)).toStrictEqual(["only-in-field"]);
  const pitches = [...pitch, contact(300), contact(200), contact(100)];
  expect(codesOf(pitches)).not.toContain("wrote-last");
  expect(codesOf([...pitches, contact(400, { direction: "out" })])).not.toContain("wrote-last");
});

test("talk in groups alone is called that", () => {
  const inGroup = chats(8, 30, 200).map((one) => ({ ...one, groupSize: 5, ref: "g" }));
  expect(codesOf(inGroup)).toStrictEqual(["in-groups", "only-in-field"]);
});

test("what only an archive could show is not claimed without one", () => {
  const pages = { coverage: { watchingSince: daysAgo(900), archives: [] } };
  expect(codesOf([connected(900)], pages)).toStrictEqual([]);
  expect(codesOf(chats(8, 30, 200), pages)).toStrictEqual(["rhythm"]);
  expect(reasonsOf(chats(8, 30, 200), pages)[0]).not.toHaveProperty("since");
});

test("who wrote and waits for an answer is not said to be silent", () => {
  expect(reasonsOf(chats(8, 30, 200))[0]).toHaveProperty("since");
  const [rhythm] = reasonsOf([...chats(8, 30, 100), contact(1, { direction: "out" })]);
  expect(rhythm).toMatchObject({ code: "rhythm" });
  expect(rhythm).not.toHaveProperty("since");
});
