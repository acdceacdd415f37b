import fc from "fast-check";
import { expect, test } from "vitest";
import type { Coverage } from "../../src/domain/tie/coverage.ts";
import type { Interaction } from "../../src/domain/interactions/interaction.ts";
import { DAY, NOW } from "../domain/interactions/arbitrary-interactions.ts";
import { chats, connected, contact, daysAgo, ranked, shown } from "../domain/interactions/facts.ts";
import { aCoverage, choices, days, history, job } from "./arbitrary-ties.ts";
import { contradictions, RULES } from "./contradictions.ts";
import { viewOf, type View } from "./said-view.ts";
import { sentences } from "../effort.ts";

const somebody = fc
  .record({
    facts: history,
    choices,
    before: job,
    after: job,
    moved: days(900),
    mutual: fc.option(days(40), { nil: undefined }),
  })
  .map(({ facts, choices: chosen, before, after, moved, mutual }) => ({
    facts,
    person: (id: string) =>
      ranked(id, facts, {
        choices: chosen,
        career: [
          shown(2000, moved + 10, { company: before[0] ?? "", title: before[1] ?? "" }),
          shown(moved, 0, { company: after[0] ?? "", title: after[1] ?? "" }),
        ],
        ...(mutual !== undefined && { mutual }),
      }),
  }));

const world = fc.record({
  first: somebody,
  others: fc.array(somebody, { maxLength: 14 }),
  coverage: aCoverage,
  later: days(700),
});

test(
  `no two sentences of badge, row, card, balance and opener contradict each other, in ${sentences} networks`,
  () => {
    const met = new Map<string, number>();
    fc.assert(
      fc.property(world, ({ first, others, coverage, later }) => {
        const network = [
          first.person("first"),
          ...others.map(({ person }, place) => person(`other-${place}`)),
        ] as const;
        const view = viewOf(network, first.facts, coverage, NOW + later * DAY);
        met.set(view.band, (met.get(view.band) ?? 0) + 1);
        expect(contradictions(view)).toEqual([]);
      }),
      { numRuns: sentences },
    );
    // Every band was read.
    expect([...met.keys()].sort()).toEqual(
      ["acquaintance", "close", "dormant", "fading", "in-touch", "not-talked", "unknown"].sort(),
    );
  },
  60_000 + 200 * sentences,
);

/** A view without a fault, to plant one in. */
const sound = (facts: readonly Interaction[], coverage?: Coverage): View =>
  viewOf(
    [ranked("ada", facts, { career: [shown(900, 1, { company: "Lone Works", title: "Nurse" })] })],
    facts,
    coverage,
    NOW,
  );

const regular = sound(chats(12, 30, 180));
const untold = sound([connected(900)], { archives: [] });
const pitched = sound([contact(300), contact(200)]);
const dayFrom = Math.floor(daysAgo(900) / DAY) * DAY;
const named = sound([{ ...connected(900), from: dayFrom, to: dayFrom + DAY - 1 }]);

const since = { from: daysAgo(9), to: daysAgo(9) };
const withRow = (view: View, ...reasons: View["row"]["reasons"]): View => ({
  ...view,
  row: { ...view.row, reasons },
});
const withWords = (view: View, words: Partial<View["words"]>): View => ({
  ...view,
  words: { ...view.words, ...words },
});

/** One contradiction of each kind. */
const PLANTED: Readonly<Record<string, View>> = {
  "order of moments": {
    ...regular,
    last: {
      code: "last",
      seen: {
        kind: "message",
        direction: "in",
        ...since,
        from: daysAgo(900),
        to: daysAgo(900),
        source: "page",
      },
    },
  },
  "silence and last exchange": withRow(regular, { code: "rhythm", gapDays: 30, since }),
  "claim without coverage": withRow(untold, { code: "connected-never-talked", from: 0, to: 0 }),
  talked: withRow(pitched, { code: "talked-once", at: daysAgo(300), only: true }),
  repetition: withWords(regular, { row: ["You owe them a reply.", "You owe them a reply."] }),
  "impossible number": withWords(regular, { balance: "as wide as 22.2 companies" }),
  plural: withWords(regular, { row: ["It's been 1 months."] }),
  "own numbers of people": {
    ...withRow(regular, { code: "only-at-company", company: "Lone Works" }),
    truth: { ...regular.truth, othersAtCompany: 2 },
  },
  "band and sentence": { ...regular, band: "not-talked" },
  "one day": withWords(named, { connectedOn: "Jul 14 – 15, 2023" }),
  future: withWords(regular, { badge: "You wrote in 3 days" }),
  direction: withWords(pitched, { badge: "You wrote 6 months ago" }),
  "opener and reason": { ...pitched, occasion: { of: "owedReply" } },
  "unknown with a claim": withWords(untold, { badge: "Never talked" }),
  "left alone and suggested": {
    ...regular,
    truth: { ...regular.truth, leftAlone: true },
  },
  "two lists": { ...regular, lists: { ...regular.lists, neverTalked: true } },
  "own firm": { ...regular, truth: { ...regular.truth, colleague: true } },
  "yesterday and today": {
    ...regular,
    truth: {
      ...regular.truth,
      exchanges: [...regular.truth.exchanges, contact(1, { direction: "out" })],
    },
  },
  "set by hand": { ...regular, shownBand: "close" },
  "two verdicts": { ...regular, balance: { code: "thin-circle", circle: 0, overdue: 6505 } },
  replies: {
    ...pitched,
    card: { code: "one-way", direction: "out", days: 2, final: true },
  },
  "two lengths of silence": withWords(regular, { badge: "They wrote 2 years ago" }),
  "up to when": { ...regular, knownUntil: daysAgo(90) },
};

test("every kind of contradiction has one that is planted", () => {
  expect(Object.keys(PLANTED).sort()).toEqual(Object.keys(RULES).sort());
});

test.each(Object.entries(PLANTED))("a planted contradiction is found: %s", (kind, view) => {
  expect(contradictions(view).map((one) => one.kind)).toContain(kind);
});

test("what nothing was planted in has no contradiction", () => {
  for (const view of [regular, untold, pitched, named]) expect(contradictions(view)).toEqual([]);
});
