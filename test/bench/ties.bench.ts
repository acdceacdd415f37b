/**
 * What the model of ties costs with 30,000 people, beside a floor of the same run that cannot be saved.
 * `npx tsx test/bench/ties.bench.ts`
 */
import { pathToFileURL } from "node:url";
import { backtest } from "../../src/domain/backtest/backtest.ts";
import { balance } from "../../src/domain/balance/balance.ts";
import { candidate, type Candidate } from "../../src/domain/suggestions/candidate.ts";
import { settled } from "../../src/domain/interactions/history.ts";
import { interactionsOf, packed } from "../../src/domain/interactions/interaction-columns.ts";
import type { Interaction } from "../../src/domain/interactions/interaction.ts";
import type { Person, PersonId } from "../../src/domain/person/person.ts";
import { SUGGESTION_DEFAULTS, suggestions } from "../../src/domain/suggestions/suggestions.ts";
import { tieSummary } from "../../src/domain/tie/tie-summary.ts";

/** One line of the benchmark: milliseconds measured, milliseconds of the floor, ratio between them. */
export interface BenchRow {
  readonly what: string;
  readonly measured: number;
  readonly floor: number;
  readonly ratio: number;
}

const NOW = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;
const PEOPLE = 30_000;
const INTERACTIONS = 17;

const TITLES = ["Software engineer", "Head of Sales", "Infirmière", "Dreamer", "Rechtsanwältin"];

/** The same numbers from 0 to 1 in every run. */
function lots(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function inventedHistory(lot: () => number, count: number): readonly Interaction[] {
  const span = lot() * 3000 * DAY;
  return Array.from({ length: count }, (): Interaction => {
    const from = Math.floor(NOW - lot() * span);
    return {
      kind: "message",
      direction: lot() < 0.5 ? "in" : "out",
      from,
      to: from + (lot() < 0.7 ? 999 : 0),
      ref: "2-ZmljdGl2ZQ==",
      sources: ["archive:1"],
    };
  });
}

function inventedPerson(lot: () => number, place: number): Person {
  return {
    id: `person-${place}` as PersonId,
    aliases: [`slug:person-${place}`],
    name: { value: `Person ${place}`, at: NOW },
    career: [
      {
        company: `Example ${Math.floor(lot() * 2000)} GmbH`,
        title: TITLES[Math.floor(lot() * TITLES.length)] ?? "",
        at: NOW - DAY,
        until: NOW,
      },
    ],
    choices: {},
  };
}

/** The fastest of some runs, in milliseconds. */
function milliseconds(work: () => unknown, runs = 5): number {
  let best = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const row = (what: string, measured: number, floor: number): BenchRow => ({
  what,
  measured,
  floor,
  ratio: measured / floor,
});

/** All rows. */
export async function tiesBench(): Promise<readonly BenchRow[]> {
  const lot = lots(7);
  const histories = Array.from({ length: PEOPLE }, () => inventedHistory(lot, INTERACTIONS));
  const people = histories.map((_, place) => inventedPerson(lot, place));
  const summaries = histories.map((history) => tieSummary(history));
  const ranking = (): readonly Candidate[] =>
    people.flatMap((person, place) => {
      const summary = summaries[place];
      return summary ? candidate(person, summary) : [];
    });
  const candidates = ranking();
  const columns = histories.map(packed);

  // The least a ranking can do: read one number of everybody, and sort.
  const sorted = milliseconds(() =>
    candidates
      .map(({ id, summary }) => ({ id, worth: summary.creditIn * summary.creditOut }))
      .sort((a, b) => b.worth - a.worth),
  );
  const long = inventedHistory(lot, 10_000);
  // The least a tie can do: bring the facts in order.
  const ordered = milliseconds(() => [...long].sort((a, b) => a.from - b.from));
  const cloned = milliseconds(() => structuredClone(histories), 1);
  return [
    row(
      "suggestions for 30,000 people from what is kept with them; floor: sorting them (ms)",
      milliseconds(() => suggestions(candidates, SUGGESTION_DEFAULTS, NOW)),
      sorted,
    ),
    row(
      "balance of 30,000 people with five earlier years; floor: sorting them (ms)",
      milliseconds(() => balance(candidates, undefined, NOW)),
      sorted,
    ),
    row(
      "ranking records of 30,000 people from their records; floor: sorting them (ms)",
      milliseconds(ranking),
      sorted,
    ),
    row(
      "tie from 10,000 interactions; floor: sorting them (ms)",
      milliseconds(() => tieSummary(long)),
      ordered,
    ),
    row(
      "settling 10,000 interactions; floor: sorting them (ms)",
      milliseconds(() => settled(long)),
      ordered,
    ),
    row(
      "packing 30,000 histories of 17; floor: cloning them unpacked (ms)",
      milliseconds(() => histories.map(packed), 2),
      cloned,
    ),
    row(
      "unpacking 30,000 histories of 17; floor: cloning them unpacked (ms)",
      milliseconds(() => columns.map((one) => interactionsOf(one, ["archive:1"])), 2),
      cloned,
    ),
    row(
      "settling and summing up 30,000 histories of 17; floor: cloning them (ms)",
      milliseconds(() => histories.map((history) => tieSummary(settled(history))), 1),
      cloned,
    ),
    row(
      "backtest over 30,000 histories of 17; floor: cloning them (ms)",
      milliseconds(() => backtest(histories, NOW), 1),
      cloned,
    ),
  ];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const { what, measured, floor, ratio } of await tiesBench())
    console.log(
      `${measured.toFixed(1).padStart(8)} ${floor.toFixed(1).padStart(8)} ${ratio.toFixed(1).padStart(6)}  ${what}`,
    );
