import { expect, test } from "vitest";
import type { ImportedCircle } from "../../../src/domain/records/archive-import.ts";
import { surroundings } from "../../../src/domain/suggestions/circle.ts";
import { lens } from "../../../src/domain/suggestions/lens.ts";
import { ownCompanies } from "../../../src/domain/suggestions/own-companies.ts";
import { SUGGESTION_DEFAULTS, suggestions } from "../../../src/domain/suggestions/suggestions.ts";
import { tie } from "../../../src/domain/tie/tie.ts";
import { NOW } from "../interactions/arbitrary-interactions.ts";
import { chats, connected, daysAgo, ranked, shown } from "../interactions/facts.ts";

const CIRCLES: readonly ImportedCircle[] = [
  { kind: "company", name: "Tin Whistle GmbH", from: daysAgo(3000), to: daysAgo(1000) },
  { kind: "company", name: "Example Works", from: daysAgo(1000) },
  { kind: "school", name: "Sample University", to: daysAgo(4000) },
  { kind: "followed", name: "Green & Sons" },
];

const OWN = ownCompanies(CIRCLES);

const at = (...companies: readonly string[]) => ({
  career: companies.map((company, place) => shown(900 - place, 800 - place, { company })),
});

const neverTalked = (people: Parameters<typeof suggestions>[0], own: typeof OWN = OWN) =>
  suggestions(people, { ...SUGGESTION_DEFAULTS, ownCompanies: own }, NOW).neverTalked;

test("the user's companies are those worked or studied at, by any spelling, and not what is followed", () => {
  expect([...OWN]).toStrictEqual([
    [
      "tin whistle",
      {
        name: "Tin Whistle GmbH",
        current: false,
        years: [{ from: daysAgo(3000), to: daysAgo(1000) }],
      },
    ],
    ["example works", { name: "Example Works", current: true, years: [{ from: daysAgo(1000) }] }],
    [
      "sample university",
      { name: "Sample University", current: false, school: true, years: [{ to: daysAgo(4000) }] },
    ],
  ]);
});

test("somebody who went back to a company works there, whichever of the two was read first", () => {
  const twice: readonly ImportedCircle[] = [
    { kind: "company", name: "Example", to: daysAgo(2000) },
    { kind: "company", name: "Example Inc." },
  ];
  for (const circles of [twice, twice.toReversed()])
    expect(ownCompanies(circles).get("example")?.current).toBe(true);
});

test("somebody seen who worked where the user did is of the same circle without being connected", () => {
  const people = [
    ranked("ada", [], at("TIN WHISTLE", "Sample Ltd")),
    ranked("bo", [], at("Sample University", "Tiny Ltd")),
    ranked("cy", [], at("Sample Ltd")),
  ];
  expect(neverTalked(people).map(({ id }) => id)).toStrictEqual(["ada", "bo"]);
  expect(neverTalked(people, new Map())).toStrictEqual([]);
  expect(neverTalked(people)[0]?.reasons).toStrictEqual([
    { code: "same-company", company: "Tin Whistle GmbH", still: false },
  ]);
  expect(neverTalked(people)[1]?.reasons[0]).toStrictEqual({
    code: "same-school",
    school: "Sample University",
  });
});

test("the company in a headline is recognised where the user worked", () => {
  const seen = (headline: string) =>
    neverTalked([ranked("ada", [], { career: [shown(900, 800, { headline })] })]).length;
  expect(seen("Nurse at Tin Whistle | Speaker")).toBe(1);
  expect(seen("Entwicklerin bei Tin Whistle GmbH, Berlin")).toBe(1);
  expect(seen("Founder @TinWhistle")).toBe(0);
  expect(seen("Founder @ Tin Whistle")).toBe(1);
  expect(seen("Tin Whistle player at heart")).toBe(0);
});

test("who was there with the user comes before who was there at another time; a present colleague is met there", () => {
  const people = [
    ranked("a-stranger", [connected(900)], at("Sample Ltd")),
    ranked("b-colleague", [connected(900)], { ...at("Example Works"), mutual: 8 }),
    ranked("c-then", [connected(2000)], at("Tin Whistle")),
    ranked("d-other", [connected(900)], at("Tin Whistle")),
  ];
  const found = neverTalked(people);
  expect(found.map(({ id }) => id)).toStrictEqual(["c-then"]);
  const alone = neverTalked(people.filter(({ id }) => id !== "c-then"));
  expect(alone.map(({ id }) => id)).toStrictEqual(["d-other"]);
  expect(found[0]?.worth).toBeGreaterThan(alone[0]?.worth ?? Infinity);
});

test("a colleague who fell silent on the site is met at work, unless the user wants to be reminded", () => {
  const silent = chats(10, 30, 200);
  const reconnect = (choices = {}) =>
    suggestions(
      [ranked("ada", silent, { ...at("Example Works"), choices })],
      { ...SUGGESTION_DEFAULTS, ownCompanies: OWN },
      NOW,
    ).reconnect.length;
  expect(reconnect()).toBe(0);
  expect(reconnect({ cadenceDays: { value: 30, at: NOW } })).toBe(1);
});

test("a line under a name tells a present colleague as well", () => {
  const seen = { career: [shown(900, 800, { headline: "Nurse at Example Works" })], mutual: 8 };
  expect(neverTalked([ranked("ada", [connected(900)], seen)])).toStrictEqual([]);
});

test("a former colleague who is elsewhere now stands between two circles", () => {
  const met = { choices: { howMet: { value: "the choir", at: NOW } } };
  const seen = (...companies: readonly string[]) =>
    neverTalked([ranked("ada", [connected(900)], { ...at(...companies), ...met })])[0]?.lens;
  expect(seen("Tin Whistle", "Sample Ltd")).toStrictEqual([
    {
      value: "opportunity",
      because: "former-colleague",
      before: "Tin Whistle GmbH",
      after: "Sample Ltd",
    },
  ]);
  expect(seen("Tin Whistle")).toStrictEqual([]);
  expect(seen("Sample Ltd")).toStrictEqual([]);
});

test("the user's own company is no other circle", () => {
  const friends = [1, 2, 3].map((n) => ranked(`friend-${n}`, chats(40, 7, 3), at("Sample Ltd")));
  const known = (person: (typeof friends)[number]) => ({
    person,
    tie: tie(person.summary, {}, NOW),
  });
  const around = surroundings(friends.map(known), OWN);
  const seen = (company: string) => {
    const person = ranked("ada", [connected(900)], at(company));
    return lens(known(person), around(person)).map(({ value }) => value);
  };
  expect(seen("Green & Sons")).toStrictEqual(["perspective"]);
  expect(seen("Example Works")).toStrictEqual([]);
});
