/**
 * Messages known to the millisecond, to the second, to the minute and to the day, in any order.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { settled, union } from "../../src/domain/interactions/history.ts";
import type { Interaction } from "../../src/domain/interactions/interaction.ts";
import { runs } from "../effort.ts";

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 5, 1);
const WIDTHS = { page: 1, archive: 1000, minute: 60_000, day: DAY_MS } as const;
type Width = keyof typeof WIDTHS;

interface Message {
  readonly at: number;
  readonly direction: "in" | "out";
  readonly isInMail: boolean;
  readonly seen: readonly Width[];
}

/** Of three days; several fall into one minute. */
const messages = fc.uniqueArray(
  fc.record({
    at: fc
      .tuple(fc.nat({ max: 2 }), fc.nat({ max: 3 }), fc.nat({ max: 59_999 }))
      .map(([day, minute, ms]) => START + day * DAY_MS + minute * 60_000 + ms),
    direction: fc.constantFrom("in" as const, "out" as const),
    isInMail: fc.boolean(),
    seen: fc.subarray(["page", "archive", "minute", "day"] as const, { minLength: 1 }),
  }),
  { minLength: 1, maxLength: 10, selector: ({ at }) => Math.floor(at / 1000) },
);

function sighting({ at, direction, isInMail }: Message, width: Width): Interaction {
  const from = Math.floor(at / WIDTHS[width]) * WIDTHS[width];
  return {
    kind: isInMail && width === "archive" ? "inmail" : "message",
    direction,
    from,
    to: from + WIDTHS[width] - 1,
    ...(width === "page" || width === "archive" ? { ref: "2-abc" } : {}),
    sources: width === "archive" ? ["archive:one"] : ["page"],
  };
}

const line = ({ direction, from, to }: Interaction): string => [direction, from, to].join(" | ");

/** The exact facts, each as narrow as it was seen (an InMail as the archive says), and of the vague ones those they do not explain. */
function expected(all: readonly Message[]): readonly string[] {
  const facts = all.flatMap((one) => {
    const widths = one.isInMail ? (["archive", "page"] as const) : (["page", "archive"] as const);
    const best = widths.find((width) => one.seen.includes(width));
    return best === undefined ? [] : [sighting(one, best)];
  });
  for (const width of ["minute", "day"] as const) {
    for (const one of all.filter(({ seen }) => seen.includes(width))) {
      const vague = sighting(one, width);
      const isKnown = facts.some(
        ({ direction, from, to }) =>
          direction === vague.direction && from >= vague.from && to <= vague.to,
      );
      if (!isKnown) facts.push(vague);
    }
  }
  return facts.map(line).sort();
}

test("any order of vague and exact sightings gives the exact ones and what they lack", () => {
  fc.assert(
    fc.property(
      messages.chain((all) => {
        const said = all.flatMap((one) => one.seen.map((width) => sighting(one, width)));
        return fc.tuple(fc.constant(all), fc.shuffledSubarray(said, { minLength: said.length }));
      }),
      ([all, said]) => {
        const kept = said.reduce<readonly Interaction[]>((set, one) => union(set, [one]), []);
        expect(settled(kept).map(line).sort()).toEqual(expected(all));
      },
    ),
    { numRuns: runs(500) },
  );
});
