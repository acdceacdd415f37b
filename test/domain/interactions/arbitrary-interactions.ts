/** Interactions of every shape, for properties. Few distinct moments, so that facts meet, contain and contradict each other. */
import fc from "fast-check";
import { vi } from "vitest";
import {
  DIRECTIONS,
  INTERACTION_KINDS,
  type Interaction,
} from "../../../src/domain/interactions/interaction.ts";

// A property runs a thousand times, on machines that have other things to do.
vi.setConfig({ testTimeout: 120_000 });

export const NOW = Date.UTC(2026, 0, 1);
export const DAY = 86_400_000;

const sources = fc
  .uniqueArray(fc.constantFrom("page", "hand", "archive:a", "archive:b"), { minLength: 1 })
  .map((list) => list.sort());

/** Any interaction; `moments` says when it begins. */
export function anInteraction(
  moments: fc.Arbitrary<number> = fc.integer({ min: NOW - 2000 * DAY, max: NOW }),
): fc.Arbitrary<Interaction> {
  return fc
    .record(
      {
        kind: fc.constantFrom(...INTERACTION_KINDS),
        direction: fc.constantFrom(...DIRECTIONS),
        from: moments,
        width: fc.constantFrom(0, 0, 0, 999, DAY - 1, 7 * DAY),
        ref: fc.constantFrom("a", "b", "2-OTk|x=="),
        groupSize: fc.integer({ min: 2, max: 30 }),
        withNote: fc.constant<true>(true),
        words: fc.constantFrom("over coffee", "by the lake"),
        sources,
      },
      { requiredKeys: ["kind", "direction", "from", "width", "sources"] },
    )
    .map(({ width, ...rest }) => ({ ...rest, to: rest.from + width }));
}

/** A history of up to 30 interactions over five years. */
export const someInteractions = fc.array(anInteraction(), { maxLength: 30 });

/** One of about a hundred facts, told in many ways: two lists of them hold the same fact more often than not. */
const aCommonFact = fc
  .tuple(
    anInteraction(fc.constantFrom(0, 1, 2).map((step) => NOW - step * (DAY / 4))),
    fc.constantFrom("message", "connected", "reaction"),
    fc.constantFrom(0, DAY - 1),
  )
  .map(([{ ref, ...told }, kind, width]): Interaction => ({
    ...told,
    kind,
    to: told.from + width,
    ...(ref === "a" && { ref }),
  }));

/** Many interactions on few moments, some of them the same. */
export const crowdedInteractions = fc.array(
  fc.oneof(
    anInteraction(fc.integer({ min: 0, max: 40 }).map((step) => NOW - step * (DAY / 4))),
    aCommonFact,
  ),
  { maxLength: 20 },
);

/** Interactions known to the millisecond. */
export const exactInteractions = fc
  .array(anInteraction(), { maxLength: 30 })
  .map((list) => list.map((one) => ({ ...one, to: one.from })));
