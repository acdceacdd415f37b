import fc from "fast-check";
import { expect, test } from "vitest";
import type { Candidate } from "../../../src/domain/suggestions/candidate.ts";
import type { PersonId } from "../../../src/domain/person/person.ts";
import {
  SUGGESTION_DEFAULTS,
  suggestions,
  type SuggestionSettings,
} from "../../../src/domain/suggestions/suggestions.ts";
import type { Interaction } from "../../../src/domain/interactions/interaction.ts";
import { anInteraction, DAY, NOW } from "../interactions/arbitrary-interactions.ts";
import { chats, connected, contact, ranked, shown } from "../interactions/facts.ts";
import { runs } from "../../effort.ts";

const list = (
  people: readonly Candidate[],
  more: Partial<SuggestionSettings> = {},
  now: number = NOW,
) => suggestions(people, { ...SUGGESTION_DEFAULTS, ...more }, now);

const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

const late = (id: string, more: Parameters<typeof ranked>[2] = {}) =>
  ranked(id, chats(10, 30, 200), more);

test("people who are late by their own rhythm are there to reconnect, others are left alone", () => {
  const people = [late("ada"), ranked("bo", chats(6, 365, 180)), ranked("cy", chats(10, 30, 20))];
  expect(ids(list(people).reconnect)).toStrictEqual(["ada"]);
});

test("a person one was connected with and never talked to is in the other list", () => {
  const { reconnect, neverTalked } = list([
    ranked("ada", [connected(900)], { mutual: 8 }),
    late("bo"),
  ]);
  expect(ids(neverTalked)).toStrictEqual(["ada"]);
  expect(ids(reconnect)).toStrictEqual(["bo"]);
});

test("no list is longer than the week allows, and nobody is in both", () => {
  const people = fc.array(
    fc.tuple(fc.array(anInteraction(), { maxLength: 4 }), fc.option(fc.nat(40))),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(people, fc.integer({ min: 1, max: 5 }), (histories, perWeek) => {
      const candidates = histories.map(([facts, mutual], place) =>
        ranked(`person-${place}`, facts, mutual === null ? {} : { mutual }),
      );
      const { reconnect, neverTalked } = list(candidates, { perWeek });
      expect(reconnect.length).toBeLessThanOrEqual(perWeek);
      expect(neverTalked.length).toBeLessThanOrEqual(perWeek);
      const both = ids([...reconnect, ...neverTalked]);
      expect(new Set(both).size).toBe(both.length);
      for (const one of [...reconnect, ...neverTalked]) {
        expect(one.reasons.length).toBeLessThanOrEqual(2);
        expect(one.worth).toBeGreaterThanOrEqual(0);
        expect(one.worth).toBeLessThanOrEqual(100);
      }
    }),
    { numRuns: runs(1000) },
  );
});

test("the lists are the same all day, whatever order people are read in", () => {
  const people = fc.array(fc.array(anInteraction(), { maxLength: 4 }), { maxLength: 8 });
  fc.assert(
    fc.property(people, fc.integer({ min: 0, max: DAY - 1 }), (histories, later) => {
      const candidates = histories.map((facts, place) => ranked(`person-${place}`, facts));
      expect(list(candidates.toReversed(), {}, NOW + later)).toStrictEqual(list(candidates));
    }),
    { numRuns: runs(1000) },
  );
});

test("never suggest is never", () => {
  const muted = { choices: { muted: { value: true, at: NOW } } };
  const { reconnect, neverTalked } = list([
    late("ada", muted),
    ranked("bo", [connected(900)], muted),
  ]);
  expect([...reconnect, ...neverTalked]).toStrictEqual([]);
});

test("not now keeps somebody away until the promised moment, and no longer than to the next day", () => {
  const until = NOW + 7 * DAY + 5 * 3_600_000;
  const people = [late("ada", { choices: { snoozedUntil: { value: until, at: NOW } } })];
  expect(ids(list(people).reconnect)).toStrictEqual([]);
  expect(ids(list(people, {}, until - 1).reconnect)).toStrictEqual([]);
  expect(ids(list(people, {}, until + DAY).reconnect)).toStrictEqual(["ada"]);
});

const suggestedAt = (at: number) => ({ suggestedAt: new Map([["ada" as PersonId, at]]) });

test("a person who was suggested rests for 90 days, and comes back", () => {
  // NOW is a Thursday.
  const people = [late("ada")];
  const settings = suggestedAt(NOW - 2 * DAY);
  expect(ids(list(people, settings).reconnect)).toStrictEqual([]);
  expect(ids(list(people, settings, NOW + 87 * DAY).reconnect)).toStrictEqual([]);
  expect(ids(list(people, settings, NOW + 88 * DAY).reconnect)).toStrictEqual(["ada"]);
});

test("a cadence of the user's own that is shorter ends the rest", () => {
  const people = [late("ada", { choices: { cadenceDays: { value: 14, at: NOW } } })];
  const settings = suggestedAt(NOW - 10 * DAY);
  expect(ids(list(people, settings).reconnect)).toStrictEqual([]);
  expect(ids(list(people, settings, NOW + 4 * DAY).reconnect)).toStrictEqual(["ada"]);
});

test("somebody who passed away is in no list and in no circle of others", () => {
  const deceased = { value: true, at: NOW };
  const career = [shown(900, 1, { company: "Example Bakery", title: "Pastry chef" })];
  const ada = late("ada", { career });
  const alone = list([ada]).reconnect;
  const beside = list([ada, ranked("bo", chats(40, 7, 1), { career, choices: { deceased } })]);
  expect(beside.reconnect).toStrictEqual(alone);
  const gone = list([late("cy", { choices: { deceased } })]);
  expect([...gone.reconnect, ...gone.neverTalked]).toStrictEqual([]);
});

test("a cadence of one's own makes people due once it has passed, whatever the rhythm", () => {
  const every = (cadenceDays: number) =>
    ranked("ada", chats(6, 365, 40), { choices: { cadenceDays: { value: cadenceDays, at: NOW } } });
  expect(ids(list([every(30)]).reconnect)).toStrictEqual(["ada"]);
  expect(ids(list([every(60)]).reconnect)).toStrictEqual([]);
  expect(list([every(30)]).reconnect[0]?.reasons[0]).toMatchObject({
    code: "own-cadence",
    gapDays: 30,
  });
});

test("a longer cadence of one's own keeps people away who would be late by their rhythm", () => {
  const calm = late("ada", { choices: { cadenceDays: { value: 365, at: NOW } } });
  expect(ids(list([calm]).reconnect)).toStrictEqual([]);
});

test("in touch elsewhere restarts the clock, also later on the same day", () => {
  const today = NOW + DAY / 2;
  const inTouchElsewhere = { value: today, at: today };
  expect(ids(list([late("ada", { choices: { inTouchElsewhere } })], {}, today).reconnect)).toEqual(
    [],
  );

  const met = late("ada", {
    choices: { inTouchElsewhere: { value: NOW - 10 * DAY, at: NOW - 10 * DAY } },
  });
  expect(ids(list([met]).reconnect)).toStrictEqual([]);
  expect(ids(list([met], {}, NOW + 200 * DAY).reconnect)).toStrictEqual(["ada"]);
});

test("two messages without an answer change no place, and the third leaves people in peace", () => {
  const unanswered = (count: number) =>
    ranked("ada", [
      ...chats(10, 30, 300),
      ...Array.from({ length: count }, (_, n) => contact(200 + n * 10, { direction: "out" })),
    ]);
  for (const count of [1, 2]) expect(list([unanswered(count)]).reconnect).toHaveLength(1);
  expect(list([unanswered(3)]).reconnect).toStrictEqual([]);
});

test("somebody who only ever wrote without an answer is in no list", () => {
  const spam = Array.from({ length: 12 }, (_, n) => contact(50 + n * 30, { kind: "inmail" }));
  const { reconnect, neverTalked } = list([ranked("ada", [connected(900), ...spam])]);
  expect([...reconnect, ...neverTalked]).toStrictEqual([]);
});

test("of equally strong ties the only one in a company and field comes first", () => {
  const baker = [shown(900, 1, { company: "Example Bakery", title: "Pastry chef" })];
  const coder = [shown(900, 1, { company: "Example Soft", title: "Developer" })];
  const people = [
    ...["bo", "cy", "di"].map((id) => ranked(id, chats(40, 7, 1), { career: coder })),
    late("ed", { career: coder }),
    late("ada", { career: baker }),
  ];
  expect(ids(list(people).reconnect)).toStrictEqual(["ada", "ed"]);
});

test("about ten mutual connections are worth more than none and more than a hundred", () => {
  const worth = (mutual: number) => list([late("ada", { mutual })]).reconnect[0]?.worth ?? 0;
  expect(worth(10)).toBeGreaterThan(worth(0));
  expect(worth(10)).toBeGreaterThan(worth(100));
});

test("nobody is drawn at random: without a reason of somebody's own the list is empty", () => {
  const people = Array.from({ length: 60 }, (_, n) => ranked(`person-${n}`, [connected(900)]));
  expect(list(people).neverTalked).toStrictEqual([]);
});

test("of two who are worth the same, the one met last comes first", () => {
  const people = [
    late("ada"),
    ranked("bo", chats(10, 30, 199.5)),
    ranked("cy", chats(10, 30, 200)),
  ];
  const found = list(people).reconnect;
  expect(ids(found).slice(1)).toStrictEqual(["ada", "cy"]);
  const met = (id: string, days: number) =>
    ranked(id, [connected(days)], { choices: { howMet: { value: `${id}'s stand`, at: NOW } } });
  expect(ids(list([met("a", 900), met("c", 30), met("b", 900)]).neverTalked)).toStrictEqual([
    "c",
    "a",
    "b",
  ]);
});

test("who was written to of late is not suggested, and who waits for the user's answer is", () => {
  const then = (...facts: readonly Interaction[]) =>
    ids(list([ranked("ada", [...chats(10, 30, 400), ...facts])]).reconnect);
  expect(then()).toStrictEqual(["ada"]);
  expect(then(contact(1, { direction: "out" }))).toStrictEqual([]);
  expect(then(contact(44, { direction: "out" }))).toStrictEqual([]);
  expect(then(contact(46, { direction: "out" }))).toStrictEqual(["ada"]);
  expect(then(contact(1))).toStrictEqual(["ada"]);
  expect(then(contact(14, { kind: "recommendation" }))).toStrictEqual([]);
  expect(then(contact(14, { kind: "recommendation", direction: "out" }))).toStrictEqual([]);
});

test("reactions are no talk: who only reacted is not talked with yet", () => {
  const fan = ranked("ada", [connected(900), contact(30, { kind: "reaction" })], { mutual: 8 });
  const [row] = list([fan]).neverTalked;
  expect(row?.tie.band).toBe("not-talked");
});

test("who wrote once is no longer in the list of those not talked with", () => {
  const wrote = ranked("ada", [connected(900), contact(300)], { mutual: 8 });
  expect(list([wrote]).neverTalked).toStrictEqual([]);
});

test("where no source would show a talk, nobody is said not to have talked", () => {
  const people = [ranked("ada", [connected(900)], { mutual: 8 })];
  expect(list(people, { coverage: { archives: [] } }).neverTalked).toStrictEqual([]);
});
