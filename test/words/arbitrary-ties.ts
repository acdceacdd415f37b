/**
 * Ties of all sorts for the checkers of sentences: histories as real ones are, coverages, choices and jobs.
 */
import fc from "fast-check";
import type { Coverage } from "../../src/domain/tie/coverage.ts";
import { settled } from "../../src/domain/interactions/history.ts";
import type { Interaction } from "../../src/domain/interactions/interaction.ts";
import { type Choices, KNOWS } from "../../src/domain/person/person.ts";
import { anInteraction, DAY, NOW } from "../domain/interactions/arbitrary-interactions.ts";
import { chats, connected, contact, daysAgo } from "../domain/interactions/facts.ts";
import { OWN_COMPANY } from "./said-view.ts";

export const days = (max: number) => fc.integer({ min: 0, max });

/** Talks at a steady pace, as real ties have them; fast-check's free mixes are all chaos. */
const pace = fc
  .record({
    count: fc.integer({ min: 1, max: 40 }),
    step: fc.integer({ min: 1, max: 120 }),
    last: days(1500),
  })
  .map(({ count, step, last }) => chats(count, step, last));

const oneSided = fc
  .record({
    kind: fc.constantFrom("message" as const, "inmail" as const),
    count: fc.integer({ min: 1, max: 15 }),
    step: fc.integer({ min: 1, max: 60 }),
    last: days(900),
    direction: fc.constantFrom("in" as const, "out" as const),
  })
  .map(({ count, step, last, ...more }) =>
    Array.from({ length: count }, (_, n) => contact(last + n * step, more)),
  );

const inGroup = fc
  .record({ facts: pace, groupSize: fc.integer({ min: 2, max: 90 }) })
  .map(({ facts, groupSize }) => facts.map((one) => ({ ...one, groupSize, ref: "group" })));

const beginning = fc
  .record({
    day: days(2500),
    note: fc.boolean(),
    direction: fc.constantFrom("in" as const, "out" as const),
  })
  .map(({ day, note, direction }): readonly Interaction[] => {
    const from = Math.floor(daysAgo(day) / DAY) * DAY;
    return [
      contact(day + 2, { kind: "invitation", direction, ...(note && { withNote: true as const }) }),
      { ...connected(day), from, to: from + DAY - 1 },
    ];
  });

const few = fc.array(anInteraction(fc.integer({ min: NOW - 1500 * DAY, max: NOW - DAY })), {
  maxLength: 4,
});

/** A history of one person that mixes these. */
export const history = fc
  .tuple(
    fc.oneof(fc.constant([]), beginning),
    fc.oneof(fc.constant([]), pace, oneSided, inGroup),
    fc.oneof(fc.constant([]), oneSided, few),
  )
  .map((parts): readonly Interaction[] => settled(parts.flat()));

const archive = fc
  .record({ from: days(3000), length: days(3000), messages: fc.boolean() })
  .map(({ from, length, messages }) => ({
    from: daysAgo(from),
    to: daysAgo(Math.max(0, from - length)),
    kinds: messages ? (["message", "inmail"] as const) : (["connected", "invitation"] as const),
  }));

export const aCoverage: fc.Arbitrary<Coverage | undefined> = fc.option(
  fc
    .record({
      archives: fc.array(archive, { maxLength: 3 }),
      since: fc.option(days(1500), { nil: undefined }),
      watched: fc.option(days(1500), { nil: undefined }),
    })
    .map(({ archives, since, watched }): Coverage => ({
      archives,
      ...(since !== undefined && {
        watchingSince: daysAgo(since),
        ...(watched !== undefined && watched < since && { watchedUntil: daysAgo(watched) }),
      }),
    })),
  { nil: undefined },
);

export const choices = fc
  .record({
    cadence: fc.option(fc.constantFrom(7, 30, 91, 365), { nil: undefined }),
    elsewhere: fc.option(days(400), { nil: undefined }),
    knows: fc.option(fc.constantFrom(...KNOWS), { nil: undefined, freq: 3 }),
    alone: fc.option(fc.constantFrom("muted" as const, "deceased" as const), {
      nil: undefined,
      freq: 4,
    }),
    snoozed: fc.option(fc.integer({ min: -900, max: 300 }), { nil: undefined, freq: 3 }),
    met: fc.option(fc.constantFrom("the choir", "a fair"), { nil: undefined }),
  })
  .map(({ cadence, elsewhere, knows, alone, snoozed, met }): Choices => ({
    ...(knows !== undefined && { knows: { value: knows, at: daysAgo(100) } }),
    ...(alone !== undefined && { [alone]: { value: true, at: daysAgo(100) } }),
    ...(snoozed !== undefined && {
      snoozedUntil: { value: daysAgo(snoozed), at: daysAgo(1000) },
    }),
    ...(met !== undefined && { howMet: { value: met, at: daysAgo(900) } }),
    ...(cadence !== undefined && { cadenceDays: { value: cadence, at: daysAgo(500) } }),
    ...(elsewhere !== undefined && {
      inTouchElsewhere: { value: daysAgo(elsewhere), at: daysAgo(elsewhere) },
    }),
  }));

export const job = fc.constantFrom(
  ["Example Works", "Nurse"],
  ["Example Works", "Developer"],
  ["Sample Ltd", "Lawyer"],
  ["Lone Works", "Teacher"],
  [OWN_COMPANY, "Developer"],
);
