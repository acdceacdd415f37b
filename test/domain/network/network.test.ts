import { expect, test } from "vitest";
import { balance } from "../balance/balance-of-candidates.ts";
import type { Candidate } from "../../../src/domain/suggestions/candidate.ts";
import { isOverdue, tieOfDay } from "../../../src/domain/suggestions/tie-of-day.ts";
import { NOW } from "../interactions/arbitrary-interactions.ts";
import { chat, chats, connected, contact, ranked, shown } from "../interactions/facts.ts";
import { wholeNetwork } from "./whole-network.ts";

const people = (
  name: string,
  count: number,
  history: Parameters<typeof ranked>[1],
  company?: string,
  before?: string,
): readonly Candidate[] =>
  Array.from({ length: count }, (_, place) =>
    ranked(`${name}-${place}`, history, {
      career: [
        ...(before === undefined ? [] : [shown(3000, 2000, { company: before })]),
        ...(company === undefined ? [] : [shown(1000, 1, { company, title: "Developer" })]),
      ],
    }),
  );

const close = chats(40, 7, 1);
/** Silent for three of their own gaps, and a short while for a tie. */
const fading = chats(30, 30, 130);
const dormant = chats(20, 30, 600);

test("the network of today is the balance of today", () => {
  const all = [...people("close", 6, close, "Example"), ...people("dormant", 9, dormant)];
  const network = wholeNetwork(all, undefined, NOW);
  expect(network).toMatchObject({ ...balance(all, undefined, NOW) });
  expect(network.overdue).toBe(
    all.filter((one) => isOverdue(one, tieOfDay(one, undefined, NOW), NOW)).length,
  );
});

test("earlier years show the ties as they were then", () => {
  const friend = ranked("ada", [connected(2000), ...chats(30, 30, 700), ...chat(1)]);
  const { years } = wholeNetwork([friend], undefined, NOW);
  expect(years.map(({ at }) => new Date(at).getUTCFullYear())).toStrictEqual([
    2020, 2021, 2022, 2023, 2024, 2025,
  ]);
  expect(years.slice(1).map(({ counts }) => counts.close + counts["in-touch"])).toStrictEqual([
    1, 1, 1, 0, 1,
  ]);
  expect(years[4]?.counts).toMatchObject({ dormant: 1 });
});

test("people one was not connected with yet are not counted in earlier years", () => {
  const all = [ranked("ada", [connected(2000)]), ranked("bo", [connected(100)])];
  expect(wholeNetwork(all, undefined, NOW).years.map((year) => year.people)).toStrictEqual([
    1, 1, 1, 1, 1, 2,
  ]);
});

test("companies come warmest first, and every person stands in one band of their company", () => {
  const all = [
    ...people("a", 2, close, "Tin Whistle"),
    ...people("b", 3, dormant, "Tin Whistle Ltd"),
    ...people("c", 9, dormant, "Acme"),
    ...people("d", 4, close, "Orchard"),
  ];
  const { companies } = wholeNetwork(all, undefined, NOW);
  expect(companies.map(({ name, people: some }) => [name, some])).toEqual([
    ["Orchard", 4],
    ["Tin Whistle", 5],
    ["Acme", 9],
  ]);
  expect(companies[1]?.counts).toMatchObject({ close: 2, dormant: 3 });
});

test("a past employer is where somebody was before, not where a headline may lead", () => {
  const moved = people("a", 2, close, "Acme", "Tin Whistle");
  const headline = ranked("b", close, {
    career: [shown(900, 500, { company: "Acme" }), shown(400, 1, { headline: "Mother at heart" })],
  });
  const { pastCompanies } = wholeNetwork([...moved, headline], undefined, NOW);
  expect(pastCompanies.map(({ key, people: some }) => [key, some])).toEqual([["tin whistle", 2]]);
});

test("one loses touch with a company where few of those who were close still are, and one silence is young", () => {
  const slips = [
    ...people("a", 1, close, "Slips"),
    ...people("b", 2, fading, "Slips"),
    ...people("c", 1, dormant, "Slips"),
  ];
  const warm = [...people("d", 2, close, "Warm"), ...people("e", 2, fading, "Warm")];
  const cold = people("f", 5, dormant, "Cold");
  const few = people("g", 2, fading, "Few");
  const network = wholeNetwork([...slips, ...warm, ...cold, ...few], undefined, NOW);
  expect(network.slipping.map(({ name }) => name)).toEqual(["Slips"]);
});

test("the spread of the close circle is whole people at whole companies, and nothing with too few of them", () => {
  const spread = [
    ...people("a", 4, close, "A"),
    ...people("b", 2, close, "B"),
    ...people("c", 1, close, "C"),
    ...people("d", 1, close, "D"),
    ...people("e", 9, dormant, "E"),
  ];
  expect(wholeNetwork(spread, undefined, NOW).spread).toEqual({ known: 8, companies: 4, top: 7 });
  const few = [...people("a", 4, close, "A"), ...people("u", 9, close)];
  expect(wholeNetwork(few, undefined, NOW).spread).toBeUndefined();
});

test("who has no beginning is counted as not on the map", () => {
  const met = { choices: { howMet: { value: "at the choir", at: NOW } } };
  const all = [ranked("met", [], met), ranked("ada", [contact(5)]), ranked("seen", [])];
  expect(wholeNetwork(all, undefined, NOW)).toMatchObject({ people: 2, undated: 1 });
});
