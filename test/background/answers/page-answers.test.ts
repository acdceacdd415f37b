import type { ChangedSettings, Settings } from "../../../src/settings/settings.ts";
import { storedValues } from "../../words/extension-of-the-tests.ts";
import { beforeEach, expect, test, vi } from "vitest";
import type { PersonId } from "../../../src/domain/person/person.ts";
import {
  answerOf,
  ask,
  beginAnew,
  heard,
  history,
  other,
  PAGE,
  restartBackground,
  SITE,
  viewer,
} from "../started-background.ts";

const NOBODY = "aaaaaaaaaaaaaaaaaaaaaa" as PersonId;

beforeEach(async () => {
  await beginAnew();
  vi.spyOn(console, "error").mockImplementation(() => {});
});

const HAND = { kind: "call", direction: "both", from: 1, to: 2 } as const;

/** Everything that is asked about one person, but for its id. */
const ABOUT_ONE: readonly (readonly [string, object])[] = [
  ["personCard", { atMost: 1 }],
  ["personDetails", {}],
  ["choose", { made: { notes: { n1: "Sails." } } }],
  ["choose", { made: { choices: { neverTrack: { value: true } } } }],
  ["splitPerson", { split: ["slug:alex-example"] }],
  ["deleteInteraction", { key: "message|in|1|1|" }],
  ["restoreInteraction", { key: "message|in|1|1|" }],
  ["addInteraction", { interaction: HAND }],
  ["markDone", { done: true }],
];

test.each(ABOUT_ONE)(
  "%s about a person nobody knows is refused, and nothing is written",
  async (question, about) => {
    const { name } = await history(viewer, "alex-example", "Alex Example");
    const before = storedValues.get(`witness-${name}`);
    expect(await ask(question, { id: NOBODY, ...about }, name)).toMatchObject({
      refused: "unknown-person",
    });
    expect(storedValues.get(`witness-${name}`)).toEqual(before);
  },
);

test("a deletion of somebody nobody knows is refused", async () => {
  const { name } = await history(viewer, "alex-example", "Alex Example");
  expect(await ask("deletePeople", { ids: [NOBODY] }, name)).toMatchObject({
    refused: "unknown-person",
  });
});

test("a question that writes has to name the history, and the right one", async () => {
  const sam = await history(viewer, "alex-example", "Alex Example");
  const kim = await history(other, "bea-example", "Bea Example");
  const made = { choices: { muted: { value: true } } };
  const about = { id: sam.id, made };
  expect(await ask("choose", about)).toMatchObject({ refused: "other-history" });
  // Another account was signed in since: the page of the first one is refused, whatever it asks.
  expect(await ask("choose", about, sam.name)).toMatchObject({ refused: "other-history" });
  expect(await ask("personCard", { id: sam.id, atMost: 1 }, sam.name)).toMatchObject({
    refused: "other-history",
  });
  // Handles are of one history: a person of the other one is nobody here.
  expect(await ask("choose", about, kim.name)).toMatchObject({ refused: "unknown-person" });
  await answerOf(ask("showHistory", { name: sam.name }));
  expect(await ask("choose", about, sam.name)).toMatchObject({ answered: true, history: sam.name });
  const details = (await answerOf(ask("personDetails", { id: sam.id }, sam.name))) as {
    readonly choices: { readonly muted?: { readonly value?: boolean } };
  };
  expect(details.choices.muted?.value).toBe(true);
});

test("what was typed in a history that a page is leaving is stored there, and nothing of it is read any more", async () => {
  const sam = await history(viewer, "alex-example", "Alex Example");
  const kim = await history(other, "bea-example", "Bea Example");
  const leaving = (question: string, about: unknown, named: string) =>
    heard({ ask: question, about, history: named, leaving: true }, PAGE);
  const choose = { id: sam.id, made: { notes: { n1: "Sails." } } };
  expect(await leaving("choose", choose, sam.name)).toMatchObject({ history: sam.name });
  expect(await leaving("choose", choose, kim.name)).toMatchObject({ refused: "unknown-person" });
  expect(await leaving("choose", choose, "history-nobody")).toMatchObject({
    refused: "other-history",
  });
  expect(await leaving("personCard", { id: sam.id, atMost: 1 }, sam.name)).toMatchObject({
    refused: "other-history",
  });
  expect(await heard({ ask: "choose", about: choose, history: sam.name }, PAGE)).toMatchObject({
    refused: "other-history",
  });
  expect(await ask("overview")).toMatchObject({ history: kim.name });
  await answerOf(ask("showHistory", { name: sam.name }));
  expect(await answerOf(ask("personDetails", { id: sam.id }, sam.name))).toMatchObject({
    choices: { notes: [{ text: "Sails." }] },
  });
});

test("after each act the witness holds a higher revision", async () => {
  const { name, id: person } = await history(viewer, "alex-example", "Alex Example");
  const revision = () =>
    (storedValues.get(`witness-${name}`) as { readonly revision: number }).revision;
  let before = revision();
  for (const [question, about] of [
    ["choose", { id: person, made: { tags: { sailing: true } } }],
    ["addInteraction", { id: person, interaction: HAND }],
    ["deletePeople", { ids: [person] }],
  ] as const) {
    await answerOf(ask(question, about, name));
    expect(revision()).toBeGreaterThan(before);
    before = revision();
  }
});

test("two are made one and two again by the pair that was answered", async () => {
  const { name, id: alex } = await history(viewer, "alex-example", "Alex Example");
  const { id: twin } = await history(viewer, "alex-e", "Alexandra E");
  const pair = await answerOf(ask("mergePeople", { id: alex, other: twin }, name));
  expect(pair).toEqual({ a: "slug:alex-e", b: "slug:alex-example" });
  // Asked again, it is done; somebody and themselves are no two.
  expect(await answerOf(ask("mergePeople", { id: alex, other: twin }, name))).toEqual(pair);
  expect(await ask("mergePeople", { id: twin, other: twin }, name)).toMatchObject({
    refused: "same-person",
  });
  const parts = (await answerOf(ask("personDetails", { id: twin }, name))) as {
    readonly aliases: readonly string[];
    readonly parts: readonly { readonly alias: string; readonly interactions: number }[];
  };
  expect(parts.aliases).toEqual(["slug:alex-e", "slug:alex-example"]);
  expect(parts.parts.map(({ interactions }) => interactions)).toEqual([1, 1]);
  await answerOf(ask("undoMerge", pair, name));
  const again = (await answerOf(ask("personDetails", { id: twin }, name))) as typeof parts;
  expect(again.aliases).toEqual(["slug:alex-e"]);
});

test("one is split into two handles; what is no split is refused", async () => {
  const { name, id: alex } = await history(viewer, "alex-example", "Alex Example");
  const { id: twin } = await history(viewer, "alex-e", "Alexandra E");
  await answerOf(ask("mergePeople", { id: alex, other: twin }, name));
  const split = ["slug:alex-e", "slug:alex-example"];
  expect(await ask("splitPerson", { id: alex, split }, name)).toMatchObject({
    refused: "no-such-alias",
  });
  expect(await ask("splitPerson", { id: alex, split: [] }, name)).toMatchObject({
    refused: "no-such-alias",
  });
  expect(await ask("splitPerson", { id: alex, split: ["slug:nobody"] }, name)).toMatchObject({
    refused: "no-such-alias",
  });
  const people = await answerOf(ask("splitPerson", { id: alex, split: ["slug:alex-e"] }, name));
  expect(people).toEqual({ kept: alex, split: twin });
});

test("each text of a note that two people had in two texts can be changed", async () => {
  const { name, id } = await history(viewer, "alex-example", "Alex Example");
  const { id: twin } = await history(viewer, "alex-e", "Alexandra E");
  const merge = { id, other: twin };
  const write = (who: PersonId, notes: Readonly<Record<string, string>>) =>
    answerOf(ask("choose", { id: who, made: { notes } }, name));
  const notes = async () => {
    const details = await answerOf(ask("personDetails", { id }, name));
    return (
      details as { readonly choices: { readonly notes: readonly { id: string; text: string }[] } }
    ).choices.notes;
  };
  await answerOf(ask("mergePeople", merge, name));
  await write(id, { n1: "Sails." });
  await answerOf(ask("splitPerson", { id, split: ["slug:alex-e"] }, name));
  await write(twin, { n1: "Climbs." });
  await answerOf(ask("mergePeople", merge, name));
  const both = await notes();
  expect(both.map(({ text }) => text).sort()).toEqual(["Climbs.", "Sails."]);
  for (const { id: note, text } of both) await write(id, { [note]: `${text} Often.` });
  expect((await notes()).map(({ text }) => text).sort()).toEqual([
    "Climbs. Often.",
    "Sails. Often.",
  ]);
});

/** One value each, as two windows choose them in the same moment. */
const CHOSEN_AT_ONCE: readonly ChangedSettings[] = [
  { preferences: { perWeek: 5 } },
  { preferences: { weekStartsOn: 0 } },
  { preferences: { weeklyGoal: 2 } },
  { preferences: { toolbarNumber: true } },
  { preferences: { notifyAtMinutes: 450 } },
  { preferences: { callOn: 3 } },
  { preferences: { callAtMinutes: 600 } },
  { preferences: { callNames: true } },
  { preferences: { openers: { warm: "Ahoy" } } },
  { preferences: { openers: { brief: "Hi" } } },
  { badgesIn: { feed: false } },
  { badgesIn: { lists: false } },
  { setup: { requestedAt: 1 } },
  { setup: { asksForCall: true } },
  { setup: { isPutAway: true } },
  { showRails: true },
  { pause: { since: 1 } },
  { language: "de" },
];

test("of what windows choose in the same moment each value is kept, and each that is taken away is gone", async () => {
  await Promise.all(CHOSEN_AT_ONCE.map((one) => answerOf(ask("changeSettings", one))));
  const all = {
    mode: "badges",
    preferences: {
      perWeek: 5,
      weekStartsOn: 0,
      weeklyGoal: 2,
      toolbarNumber: true,
      notifyAtMinutes: 450,
      callOn: 3,
      callAtMinutes: 600,
      callNames: true,
      openers: { warm: "Ahoy", brief: "Hi" },
    },
    noBadgesIn: ["feed", "lists"],
    setup: { requestedAt: 1, asksForCall: true, isPutAway: true },
    showRails: true,
    pause: { since: 1 },
    language: "de",
  };
  expect(await answerOf(ask("settings"))).toMatchObject(all);
  await restartBackground();
  expect(await answerOf(ask("settings"))).toMatchObject(all);

  const away: readonly ChangedSettings[] = [
    { preferences: { weekStartsOn: null } },
    { preferences: { weeklyGoal: null } },
    { preferences: { notifyAtMinutes: null } },
    { preferences: { callOn: null } },
    { preferences: { callAtMinutes: null } },
    { preferences: { callNames: null } },
    { preferences: { openers: { warm: null } } },
    { badgesIn: { feed: true } },
    { setup: { requestedAt: null } },
    { pause: null },
    { language: null },
  ];
  await Promise.all(away.map((one) => answerOf(ask("changeSettings", one))));
  const left = (await answerOf(ask("settings"))) as Settings;
  expect(left).toMatchObject({
    preferences: { perWeek: 5, toolbarNumber: true, openers: { brief: "Hi" } },
    noBadgesIn: ["lists"],
    setup: { asksForCall: true, isPutAway: true },
  });
  expect(Object.keys(left.preferences).toSorted()).toEqual(["openers", "perWeek", "toolbarNumber"]);
  expect([left.pause, left.language, left.setup?.requestedAt].filter(Boolean)).toEqual([]);
});

test("a value that was made of what is kept no more is not kept, and one that is there already is", async () => {
  const keep = (value: unknown, from?: object) =>
    answerOf(ask("keepValue", { key: "written", value, ...(from && { from }) }));
  const now = () => answerOf(ask("keptValue", { key: "written" }));
  expect(await keep([1], { value: [7] })).toBe(false);
  expect(await now()).toBeUndefined();
  expect(await keep([1], {})).toBe(true);
  expect(await keep([2], {})).toBe(false);
  expect(await keep([1, 2], { value: [1] })).toBe(true);
  expect(await keep([1, 3], { value: [1] })).toBe(false);
  // Asked again.
  expect(await keep([1, 2], { value: [1] })).toBe(true);
  expect(await now()).toEqual([1, 2]);
  expect(await keep([4])).toBe(true);
  expect(await now()).toEqual([4]);
});

test("the script on the site is answered no question of our pages, and frames of others none at all", async () => {
  for (const question of [
    "people",
    "choose",
    "overview",
    "exportRecords",
    "toString",
    "constructor",
  ])
    expect(await ask(question, {}, "history-1", SITE)).toMatchObject({ refused: "not-allowed" });
  const frame = { id: "tests", url: "https://www.example.com/", tab: { id: 1 } };
  expect(await heard({ ask: "styles", about: undefined }, frame)).toBeUndefined();
  expect(await heard({ about: undefined }, PAGE)).toBeUndefined();
});

test("a question that does not fit its schema is refused before anything is done", async () => {
  const { name, id: person } = await history(viewer, "alex-example", "Alex Example");
  const wrong = [
    { id: person, made: { notes: { n1: "x".repeat(10_001) } } },
    { id: person, made: { choices: { suggestedAt: { value: 1 } } } },
    { id: person, made: { reminders: { r1: "tomorrow" } } },
    { id: "short", made: {} },
    { id: person, made: {}, at: 1 },
  ];
  for (const about of wrong)
    expect(await ask("choose", about, name)).toMatchObject({ refused: "failed" });
});
