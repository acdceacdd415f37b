/**
 * Invented sightings, and arbitrary ones for property tests.
 */
import fc from "fast-check";
import { DIRECTIONS, INTERACTION_KINDS, type Interaction } from "../../src/domain/interaction.ts";
import type { Alias, PersonId } from "../../src/domain/person.ts";
import type { Sighting } from "../../src/domain/sighting.ts";

/** The start of the invented history: 1 January 2024, UTC. */
export const START = Date.UTC(2024, 0, 1);

const DAY = 86_400_000;

/** A message from Ada on the given day after the start. */
export function messageFromAda(day: number): Sighting {
  const at = START + day * DAY;
  return {
    what: "interaction",
    person: { aliases: ["slug:ada-example"], name: "Ada Example", at },
    interaction: {
      kind: "message",
      direction: "in",
      from: at,
      to: at,
      ref: "2-abc",
      sources: ["page"],
    },
  };
}

/** Ids in the order people are met. */
export function countedIds(): () => PersonId {
  let count = 0;
  return () => `person-${String(++count).padStart(6, "0")}` as PersonId;
}

const alias: fc.Arbitrary<Alias> = fc.constantFrom(
  "slug:a",
  "slug:b",
  "slug:c",
  "member:ACoA",
  "member:ACoB",
  "number:1",
);
const at = fc.integer({ min: 0, max: 400 }).map((day) => START + day * DAY);

const interaction: fc.Arbitrary<Interaction> = fc
  .record({
    kind: fc.constantFrom(...INTERACTION_KINDS),
    direction: fc.constantFrom(...DIRECTIONS),
    from: at,
    length: fc.constantFrom(0, 999, DAY - 1),
    ref: fc.option(fc.constantFrom("2-x", "2-y"), { nil: undefined }),
    source: fc.constantFrom("page", "hand", "archive:one") as fc.Arbitrary<
      Interaction["sources"][number]
    >,
  })
  .map(({ kind, direction, from, length, ref, source }) => ({
    kind,
    direction,
    from,
    to: from + length,
    ...(ref !== undefined && { ref }),
    sources: [source],
  }));

const personSeen = fc.record({
  aliases: fc.uniqueArray(alias, { minLength: 1, maxLength: 2 }),
  name: fc.constantFrom("Ada Example", "Ada E.", "Bo Sample"),
  headline: fc.constantFrom("Engineer", "Founder at Tin Whistle"),
  at,
});

/** Any sighting but a visit: whether a second look is the same visit depends on the first, so visits have an order. */
export const anySighting: fc.Arbitrary<Sighting> = fc.oneof(
  fc.record({ what: fc.constant("person" as const), person: personSeen }),
  fc.record({ what: fc.constant("interaction" as const), person: personSeen, interaction }),
  fc.record({
    what: fc.constant("takenBack" as const),
    person: personSeen,
    kind: fc.constantFrom("invitation" as const, "reaction" as const),
    direction: fc.constantFrom(...DIRECTIONS),
  }),
);
