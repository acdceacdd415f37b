/** What a page's statement keeps of sightings that are not exact. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { settled, union } from "../../../src/domain/interactions/history.ts";
import { interactionKey, type Interaction } from "../../../src/domain/interactions/interaction.ts";
import { keptSightings } from "../../../src/domain/records/kept-sightings.ts";
import { DAY, NOW } from "../interactions/arbitrary-interactions.ts";

const seen = (from: number, to: number, more: Partial<Interaction>): Interaction => ({
  kind: "reaction",
  direction: "in",
  from: NOW + from,
  to: NOW + to,
  sources: ["page"],
  ...more,
});

/** Sightings that all hold one moment: of one thing. */
const agreeing = fc.array(fc.record({ before: fc.nat({ max: 9 }), after: fc.nat({ max: 9 }) }), {
  minLength: 1,
  maxLength: 8,
});

test("of one thing with an id one sighting is kept, the intersection, in whatever order it was seen, and it counts as all would", () => {
  fc.assert(
    fc.property(
      agreeing.chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
      fc.constantFrom({ ref: "post" }, { kind: "connected", direction: "both" } as const),
      (all, what) => {
        const looks = all.map(({ before, after }) => seen(-before, after, what));
        const kept = looks.reduce<readonly Interaction[]>(
          (known, look) => keptSightings(union(known, [look])),
          [],
        );
        const from = -Math.min(...all.map(({ before }) => before));
        const to = Math.min(...all.map(({ after }) => after));
        expect(kept).toStrictEqual([seen(from, to, what)]);
        expect(settled(looks)).toStrictEqual(kept);
      },
    ),
  );
});

test("sightings of one thing that contradict each other are kept", () => {
  const all = [seen(0, 5, { ref: "post" }), seen(7, 9, { ref: "post" })];
  expect(keptSightings(all)).toStrictEqual(all);
});

test("a second look at what the user did is kept: it can be undone and done again", () => {
  const all = [
    seen(0, 5, { ref: "post", direction: "out" }),
    seen(2, 9, { ref: "post", direction: "out" }),
  ];
  expect(keptSightings(all)).toStrictEqual(all);
});

test("without an id at most one a day and kind is kept, the narrowest", () => {
  const look = (from: number, width: number, more: Partial<Interaction> = {}) =>
    seen(from, from + width, { kind: "invitation", ...more });
  const all = [
    look(0, 9 * DAY),
    look(1000, 7 * DAY),
    look(2000, 8 * DAY),
    look(DAY, 9 * DAY),
    look(0, 9 * DAY, { direction: "out" }),
  ];
  expect(new Set(keptSightings(all))).toEqual(new Set([all[1], all[3], all[4]]));
});

test("what is known to the minute or names a conversation is kept, however often a day", () => {
  const minute = { kind: "message" } as const;
  const all = [
    seen(0, 59_999, minute),
    seen(60_000, 119_999, minute),
    seen(0, DAY, { ...minute, ref: "one" }),
    seen(0, DAY, { ...minute, ref: "two" }),
  ];
  expect(keptSightings(all)).toHaveLength(4);
});

test("an interaction the user removed stays away when a later look narrows it", () => {
  const first = seen(0, 9, { kind: "connected", direction: "both" });
  const narrower = keptSightings([first, seen(4, 20, { kind: "connected", direction: "both" })]);
  expect(settled(narrower)).toHaveLength(1);
  expect(settled(narrower, [interactionKey(first)])).toEqual([]);
  expect(
    settled([first], [interactionKey(seen(4, 20, { kind: "connected", direction: "both" }))]),
  ).toEqual([]);
});

test("what happened again after it was removed counts", () => {
  const first = seen(0, 9, { kind: "connected", direction: "both" });
  const again = seen(20, 25, { kind: "connected", direction: "both" });
  expect(settled([first, again], [interactionKey(first)])).toEqual([again]);
});
