import fc from "fast-check";
import { expect, test } from "vitest";
import { settled, union } from "../../../src/domain/interactions/history.ts";
import type { Interaction } from "../../../src/domain/interactions/interaction.ts";
import { warmth } from "../../../src/domain/tie/strength.ts";
import { knownBand } from "../../../src/domain/tie/known-band.ts";
import { isLate } from "../../../src/domain/tie/late.ts";
import { PARAMETERS } from "../../../src/domain/tie/tie-parameters.ts";
import { tieSummary } from "../../../src/domain/tie/tie-summary.ts";
import { tie } from "../../../src/domain/tie/tie.ts";
import {
  anInteraction,
  crowdedInteractions,
  DAY,
  exactInteractions,
  NOW,
} from "../interactions/arbitrary-interactions.ts";
import { runs } from "../../effort.ts";

const RUNS = { numRuns: runs(1000) };

const at = (interactions: readonly Interaction[], now = NOW) =>
  tie(tieSummary(interactions), {}, now);

const warmthOf = (interactions: readonly Interaction[], now = NOW) => {
  const summary = tieSummary(interactions);
  return warmth(summary, summary.lastAt, now);
};

/** A little less than this, for the last digits of the arithmetic. */
const barely = (value: number) => value - 1e-9 * (1 + value);

const anExactInteraction = anInteraction().map((one) => ({ ...one, to: one.from }));

const message = (daysAgo: number, more: Partial<Interaction> = {}): Interaction => ({
  kind: "message",
  direction: "in",
  from: NOW - daysAgo * DAY,
  to: NOW - daysAgo * DAY,
  sources: ["page"],
  ...more,
});

const chat = (daysAgo: number) => [message(daysAgo, { direction: "out" }), message(daysAgo)];

const someDays = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 60 });

test("without interactions the strength is 0 and nobody ever talked", () => {
  expect(at([])).toMatchObject({ strength: 0, band: "not-talked", overdue: 0, twoWay: false });
});

test("the band where everything is known is that of the whole tie, at any later moment", () => {
  fc.assert(
    fc.property(crowdedInteractions, fc.nat(3000), (list, days) => {
      const summary = tieSummary(list);
      const later = NOW + days * DAY;
      expect(knownBand(summary, later)).toBe(tie(summary, {}, later).band);
    }),
    RUNS,
  );
});

test("strength is a number from 0 to 100", () => {
  fc.assert(
    fc.property(exactInteractions, (list) => {
      const { strength } = at(list);
      expect(strength).toBeGreaterThanOrEqual(0);
      expect(strength).toBeLessThan(100);
    }),
    RUNS,
  );
});

test("strength never rises with silence", () => {
  fc.assert(
    fc.property(exactInteractions, fc.nat(900), fc.nat(900), (list, first, further) => {
      const early = NOW + first * DAY;
      expect(at(list, early).strength).toBeGreaterThanOrEqual(
        barely(at(list, early + further * DAY).strength),
      );
    }),
    RUNS,
  );
});

test("a further interaction, of any kind and at any time, never lowers warmth or strength", () => {
  fc.assert(
    fc.property(exactInteractions, anExactInteraction, (list, further) => {
      expect(warmthOf([...list, further])).toBeGreaterThanOrEqual(barely(warmthOf(list)));
      expect(at([...list, further]).strength).toBeGreaterThanOrEqual(barely(at(list).strength));
    }),
    RUNS,
  );
});

test("an interaction that comes to light late never lowers the strength", () => {
  fc.assert(
    fc.property(exactInteractions, anExactInteraction, fc.nat(2000), (list, further, daysAgo) => {
      const from = NOW - daysAgo * DAY;
      // A reference of its own, because a fact seen once more may turn out to have gone to a larger group.
      const late = { ...further, from, to: from, ref: "late" };
      expect(at(union(list, [late])).strength).toBeGreaterThanOrEqual(
        barely(at(union(list, [])).strength),
      );
    }),
    RUNS,
  );
});

test("the same last message, later, never lowers warmth", () => {
  fc.assert(
    fc.property(someDays, fc.nat(30), fc.constantFrom("in", "out"), (days, nearer, direction) => {
      const list = days.flatMap((day) => message(40 + day, { direction: day % 2 ? "in" : "out" }));
      const last = Math.min(...days) + 39;
      const later = warmthOf([...list, message(last - nearer, { direction })]);
      expect(later).toBeGreaterThanOrEqual(
        barely(warmthOf([...list, message(last, { direction })])),
      );
    }),
    RUNS,
  );
});

test("a heavier exchange counts at least as much, and so does a heavier touch", () => {
  const orders = [
    ["meeting", "call", "message", "comment"],
    ["endorsement", "reaction", "invitation", "connected"],
  ] as const;
  fc.assert(
    fc.property(
      exactInteractions,
      fc.nat(500),
      fc.constantFrom("in", "out"),
      fc.constantFrom(...orders),
      (list, daysAgo, direction, kinds) => {
        const warmths = kinds.map((kind) =>
          warmthOf([...list, message(daysAgo, { kind, direction })]),
        );
        for (const [place, less] of warmths.slice(1).entries())
          expect(warmths[place] ?? 0).toBeGreaterThanOrEqual(barely(less));
      },
    ),
    RUNS,
  );
});

test("a message to a larger group counts no more", () => {
  fc.assert(
    fc.property(
      exactInteractions,
      fc.nat(500),
      fc.integer({ min: 2, max: 100 }),
      fc.integer({ min: 0, max: 100 }),
      (list, daysAgo, groupSize, larger) => {
        const small = warmthOf([...list, message(daysAgo, { groupSize })]);
        expect(small).toBeGreaterThanOrEqual(
          barely(warmthOf([...list, message(daysAgo, { groupSize: groupSize + larger })])),
        );
      },
    ),
    RUNS,
  );
});

test("a burst of messages within one day counts as one", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 60 }),
      fc.constantFrom("in", "out"),
      (count, direction) => {
        const one = warmthOf([message(20, { direction })]);
        const burst = Array.from({ length: count }, (_, second) =>
          message(20 - second / 86_400, { direction }),
        );
        expect(Math.abs(warmthOf(burst) - one)).toBeLessThan(0.01 * one);
      },
    ),
    RUNS,
  );
});

test("of two ties with as many messages on the same days, the two-way one is warmer", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(700), { minLength: 2, maxLength: 40 }), (days) => {
      const oneWay = days.map((day) => message(day));
      const twoWay = days.map((day, place) =>
        message(day, { direction: place % 2 === 0 ? "in" : "out" }),
      );
      expect(warmthOf(twoWay)).toBeGreaterThan(warmthOf(oneWay));
    }),
    RUNS,
  );
});

test("any number of one-sided messages stays an Acquaintance, below In touch, and is never late", () => {
  fc.assert(
    fc.property(someDays, fc.constantFrom("in", "out"), (days, direction) => {
      const known = at(days.map((day) => message(day, { direction })));
      expect(known.strength).toBeLessThanOrEqual(PARAMETERS.oneWayCeiling);
      expect(known.band).toBe("acquaintance");
      expect(isLate(known)).toBe(false);
    }),
    RUNS,
  );
});

test("light touches alone are no talk, and never make a tie warm", () => {
  const touches = fc.array(
    fc.record({
      daysAgo: fc.nat(700),
      kind: fc.constantFrom("reaction", "endorsement", "mention"),
      direction: fc.constantFrom("in", "out"),
    }),
    { minLength: 1, maxLength: 200 },
  );
  fc.assert(
    fc.property(touches, (list) => {
      const known = at(list.map(({ daysAgo, ...rest }) => message(daysAgo, rest)));
      expect(known.strength).toBeLessThanOrEqual(PARAMETERS.oneWayCeiling);
      expect(known.band).toBe("not-talked");
    }),
    RUNS,
  );
});

test("interactions that come one by one make the same summary as all at once", () => {
  fc.assert(
    fc.property(crowdedInteractions, (list) => {
      let known: readonly Interaction[] = [];
      for (const one of list) known = union(known, [one]);
      expect(tieSummary(settled(known))).toStrictEqual(tieSummary(settled(union(list, []))));
    }),
    RUNS,
  );
});

test("any order of the same facts gives the same tie", () => {
  fc.assert(
    fc.property(
      fc
        .oneof(crowdedInteractions, exactInteractions)
        .chain((list) =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
          ),
        ),
      ([list, other]) => {
        expect(tieSummary(settled(other))).toStrictEqual(tieSummary(settled(list)));
        expect(tieSummary(union(other, []))).toStrictEqual(tieSummary(union(list, [])));
      },
    ),
    RUNS,
  );
});

test("monthly correspondents silent for 6 months are late, yearly ones are not", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 12, max: 40 }),
      fc.integer({ min: 4, max: 8 }),
      (months, years) => {
        const monthly = at(Array.from({ length: months }, (_, n) => chat(180 + 30 * n)).flat());
        const yearly = at(Array.from({ length: years }, (_, n) => chat(180 + 365 * n)).flat());
        expect(monthly.overdue).toBeGreaterThan(3);
        expect(yearly.overdue).toBeLessThan(1);
        expect(monthly.band).toBe("fading");
        expect(yearly.band).toBe("in-touch");
      },
    ),
    RUNS,
  );
});

test("the longer a tie has lasted, the slower it fades", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 12 }),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 2, max: 6 }),
      fc.integer({ min: 10, max: 900 }),
      (talks, step, longer, silence) => {
        const left = (days: number) => {
          const list = Array.from({ length: talks }, (_, n) => chat(n * days)).flat();
          return tie(tieSummary(list), {}, NOW + silence * DAY).remaining;
        };
        expect(left(step * longer)).toBeGreaterThan(left(step));
      },
    ),
    RUNS,
  );
});

test("interactions dated in the future, by a clock that was wrong, break nothing", () => {
  fc.assert(
    fc.property(exactInteractions, fc.integer({ min: 1, max: 4000 }), (list, days) => {
      const known = at([...list, message(-days), message(0, { direction: "out" })]);
      expect(known.strength).toBeGreaterThan(0);
      expect(known.strength).toBeLessThan(100);
      expect(known.silentDays).toBe(0);
    }),
    RUNS,
  );
});

test("a light touch changes neither the silence nor the rhythm", () => {
  fc.assert(
    fc.property(exactInteractions, fc.nat(300), (list, daysAgo) => {
      const touched = at([...list, message(daysAgo, { kind: "reaction" })]);
      const { silentDays, gapDays } = at(list);
      expect(touched.gapDays).toBe(gapDays);
      expect(touched.silentDays).toBe(silentDays);
    }),
    RUNS,
  );
});
