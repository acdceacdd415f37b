import type { Knows } from "../person/person.ts";
import { PARAMETERS } from "./tie-parameters.ts";

/** How warm a tie is, warmest first. Only ever append: summaries store places in this list. */
export const BANDS = [
  /** Both ways and often. */
  "close",
  /** Both ways. */
  "in-touch",
  /** Was close, late by the rhythm of the two. */
  "fading",
  /** Was close, stopped. */
  "dormant",
  /** Little, or one way. */
  "acquaintance",
  /** No talk, perhaps touches, and a source covers the time that would show a talk. */
  "not-talked",
  /** No talk is known, and no source would show one. */
  "unknown",
] as const;
/** One of {@link BANDS}. */
export type Band = (typeof BANDS)[number];

/** The two sides of the balance. */
export type BalanceSide = "strong" | "weak";

/** The side of the balance a band is on; `undefined` for Unknown, which says nothing about a tie. */
export function sideOf(band: Band): BalanceSide | undefined {
  if (band === "unknown") return undefined;
  return band === "close" || band === "in-touch" ? "strong" : "weak";
}

/** What the band is decided from. Silence counts from the last talk: a message without an answer wakes nobody. */
export interface BandFacts {
  /** An exchange, in whichever direction. */
  readonly exchange: boolean;
  /** A source covers the time of the tie that would show a talk. */
  readonly talkCovered: boolean;
  /** Both had their part, see `isFair`. */
  readonly twoWay: boolean;
  /** Days of the side that did less, see `sharedDays`. */
  readonly sharedDays: number;
  /** 0-100, with the silence since the last talk. */
  readonly strength: number;
  /** Silence since the last talk, in typical gaps and in days. */
  readonly overdue: number;
  readonly quietDays: number;
  /** Days of that silence that were watched or archived. */
  readonly coveredDays: number;
}

/** The first rule that holds decides. */
export function band(facts: BandFacts): Band {
  if (!facts.exchange) return facts.talkCovered ? "not-talked" : "unknown";
  if (!facts.twoWay || facts.sharedDays < PARAMETERS.pastCloseness) return "acquaintance";
  const { overdue, quietDays } = facts;
  const long = overdue >= PARAMETERS.dormantGaps && quietDays >= PARAMETERS.dormantDays;
  const years = overdue >= PARAMETERS.lateGaps && quietDays >= PARAMETERS.dormantLateDays;
  if ((long || years) && facts.coveredDays >= PARAMETERS.dormantDays) return "dormant";
  if (overdue >= PARAMETERS.lateGaps && quietDays >= PARAMETERS.fadingDays) return "fading";
  if (facts.strength >= PARAMETERS.closeFrom) return "close";
  return facts.strength >= PARAMETERS.inTouchFrom ? "in-touch" : "acquaintance";
}

/**
 * The band where the user says how well they know the person. Who is not known at all has no warm band; whether there was a talk is not the user's word
 * to say, and stays as reckoned.
 */
export function bandByHand(knows: Knows, reckoned: Band): Band {
  if (knows === "well") return "close";
  if (knows === "a-little") return "acquaintance";
  return reckoned === "not-talked" || reckoned === "unknown" ? reckoned : "acquaintance";
}
