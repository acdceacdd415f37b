import { BANDS } from "./band.ts";
import { endOfYear, yearOf } from "./day.ts";
import { compareInteractions } from "./history.ts";
import type { Interaction } from "./interaction.ts";
import { reckonedAt, tally, type TieState } from "./tie-state.ts";
import { tie } from "./tie.ts";

/**
 * What is kept with a person, about 500 bytes of plain JSON: enough for badge, lists, ranking and the balance of earlier years.
 * `tie` reads it at a moment. It depends on the interactions alone, never on when it was made.
 */
export interface TieSummary extends TieState {
  /** Version of the formula that made it; a summary of another version has to be made anew. */
  readonly version: number;
  /** Number of all interactions, of any kind. */
  readonly interactions: number;
  /** UTC years of the first and the last contact; absent without any. */
  readonly firstYear?: number;
  readonly lastYear?: number;
  /** The band at the end of each year from the first to the one before the last, a digit each: its place in `BANDS`. */
  readonly pastBands: string;
}

/** Raise whenever the formula or the shape of the summary changes. */
export const SUMMARY_VERSION = 2;

/** What these interactions add up to. Give it the `settled` ones; their order does not matter. */
export function tieSummary(interactions: readonly Interaction[]): TieSummary {
  const facts = interactions
    .map((fact) => ({ fact, at: reckonedAt(fact) }))
    .sort((a, b) => a.at - b.at || compareInteractions(a.fact, b.fact));
  const { add, state } = tally();
  const contacts = facts.filter(({ fact }) => fact.kind !== "connected");
  const [first, last] = [contacts.at(0), contacts.at(-1)];
  let pastBands = "";
  let year = first ? yearOf(first.at) : 0;
  for (const { fact, at } of facts) {
    const nextYear = fact.kind === "connected" ? year : yearOf(at);
    for (; year < nextYear; year += 1)
      pastBands += BANDS.indexOf(tie(state(), {}, endOfYear(year)).band);
    add(fact);
  }
  return {
    ...state(),
    version: SUMMARY_VERSION,
    interactions: interactions.length,
    ...(first && { firstYear: yearOf(first.at) }),
    ...(last && { lastYear: yearOf(last.at) }),
    pastBands,
  };
}
