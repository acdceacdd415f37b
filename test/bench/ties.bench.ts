/**
 * What the model of ties costs with up to 30,000 people, beside a floor of the same run that cannot be saved.
 */
import { backtest } from "../../src/domain/backtest/backtest.ts";
import { balance } from "../domain/balance/balance-of-candidates.ts";
import { candidate, type Candidate } from "../../src/domain/suggestions/candidate.ts";
import { settled } from "../../src/domain/interactions/history.ts";
import { interactionsOf, packed } from "../../src/domain/interactions/interaction-columns.ts";
import type { Interaction } from "../../src/domain/interactions/interaction.ts";
import type { Person, PersonId } from "../../src/domain/person/person.ts";
import { SUGGESTION_DEFAULTS, suggestions } from "../../src/domain/suggestions/suggestions.ts";
import { tieSummary } from "../../src/domain/tie/tie-summary.ts";
import { benchRow, type BenchRow, designBudget } from "./bench-row.ts";

const NOW = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;
/** Three sizes, to show how the cost grows. */
const SIZES = [3_000, 10_000, 30_000] as const;
const INTERACTIONS = 17;

const TITLES = ["Software engineer", "Head of Sales", "Infirmière", "Dreamer", "Rechtsanwältin"];

/** The same numbers from 0 to 1 in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function inventedHistory(random: () => number, count: number): readonly Interaction[] {
  const span = random() * 3000 * DAY;
  return Array.from({ length: count }, (): Interaction => {
    const from = Math.floor(NOW - random() * span);
    return {
      kind: "message",
      direction: random() < 0.5 ? "in" : "out",
      from,
      to: from + (random() < 0.7 ? 999 : 0),
      ref: "2-ZmljdGl2ZQ==",
      sources: ["archive:1"],
    };
  });
}

function inventedPerson(random: () => number, place: number): Person {
  return {
    id: `person-${place}` as PersonId,
    aliases: [`slug:person-${place}`],
    name: { value: `Person ${place}`, at: NOW },
    career: [
      {
        company: `Example ${Math.floor(random() * 2000)} GmbH`,
        title: TITLES[Math.floor(random() * TITLES.length)] ?? "",
        at: NOW - DAY,
        until: NOW,
      },
    ],
    choices: {},
  };
}

/** How long each of some runs takes, in milliseconds. */
function times(work: () => unknown, runs = 7): readonly number[] {
  // The first of a short piece of work finds nothing compiled.
  if (runs > 3) work();
  return Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

/** Lists of a network of that size, from what is kept with each person. */
function listsOf(count: number): readonly BenchRow[] {
  const random = randomFrom(7);
  const people = Array.from({ length: count }, (_, place) => inventedPerson(random, place));
  const summaries = people.map(() => tieSummary(inventedHistory(random, INTERACTIONS)));
  const ranking = (): readonly Candidate[] =>
    people.flatMap((person, place) => {
      const summary = summaries[place];
      return summary ? candidate(person, summary) : [];
    });
  const candidates = ranking();
  // The least a ranking can do: read one number of everybody, and sort.
  const sorted = times(() =>
    candidates
      .map(({ id, summary }) => ({ id, worth: summary.creditIn * summary.creditOut }))
      .sort((a, b) => b.worth - a.worth),
  );
  const row = (what: string, work: () => unknown): BenchRow =>
    benchRow(
      { what, size: `${count} people`, unit: "ms", beside: "sorting them" },
      times(work),
      sorted,
      count === 30_000 ? designBudget(4) : undefined,
    );
  return [
    row("suggestions", () => suggestions(candidates, SUGGESTION_DEFAULTS, NOW)),
    row("balance", () => balance(candidates, undefined, NOW)),
    row("records that ranking reads", ranking),
  ];
}

/** One long history. */
function longTie(count: number): readonly BenchRow[] {
  const long = inventedHistory(randomFrom(7), count);
  // The least a tie can do: bring the facts in order.
  const ordered = times(() => [...long].sort((a, b) => a.from - b.from));
  const row = (what: string, work: () => unknown): BenchRow =>
    benchRow(
      { what, size: `${count} interactions`, unit: "ms", beside: "sorting them" },
      times(work),
      ordered,
    );
  return [row("tie", () => tieSummary(long)), row("settling", () => settled(long))];
}

/** Histories of everybody. */
function histories(count: number): readonly BenchRow[] {
  const random = randomFrom(7);
  const all = Array.from({ length: count }, () => inventedHistory(random, INTERACTIONS));
  const columns = all.map(packed);
  const cloned = times(() => structuredClone(all), 3);
  const row = (what: string, work: () => unknown): BenchRow =>
    benchRow(
      { what, size: `${count} histories of ${INTERACTIONS}`, unit: "ms", beside: "cloning them" },
      times(work, 3),
      cloned,
    );
  return [
    row("packing", () => all.map(packed)),
    row("unpacking", () => columns.map((one) => interactionsOf(one, ["archive:1"]))),
    row("settling and summing up", () => all.map((history) => tieSummary(settled(history)))),
    row("backtest", () => backtest(all, NOW)),
  ];
}

/** All rows. */
export async function tiesBench(): Promise<readonly BenchRow[]> {
  return [
    ...SIZES.flatMap(listsOf),
    ...[1_000, 3_000, 10_000].flatMap(longTie),
    ...[300, 3_000, 30_000].flatMap(histories),
  ];
}
