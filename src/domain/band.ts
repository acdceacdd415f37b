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
  /** No talk, and a source covers the time that would show one. */
  "not-talked",
  /** No talk is known, and no source would show one. */
  "unknown",
] as const;
/** One of {@link BANDS}. */
export type Band = (typeof BANDS)[number];

/** The two sides of the balance. */
export type Side = "strong" | "weak";

/** The side of the balance a band is on; `undefined` for Unknown, which says nothing about a tie. */
export function sideOf(band: Band): Side | undefined {
  if (band === "unknown") return undefined;
  return band === "close" || band === "in-touch" ? "strong" : "weak";
}

/** What the band is decided from. */
export interface BandFacts {
  /** Any contact at all, light ones included. */
  readonly contact: boolean;
  /** An exchange, in whichever direction. */
  readonly exchange: boolean;
  /** A source covers the time of the tie that would show a talk. */
  readonly talkCovered: boolean;
  readonly twoWay: boolean;
  readonly strength: number;
  readonly closeness: number;
  readonly overdue: number;
  readonly silentDays: number;
  /** Days of the silence that were watched or archived. */
  readonly coveredDays: number;
}

/** The first rule that holds decides. */
export function band(facts: BandFacts): Band {
  if (!facts.exchange && !facts.talkCovered) return "unknown";
  if (!facts.contact) return "not-talked";
  if (!facts.twoWay) return "acquaintance";
  const { overdue, silentDays } = facts;
  if (facts.closeness >= PARAMETERS.pastCloseness) {
    const long = overdue >= PARAMETERS.dormantGaps && silentDays >= PARAMETERS.dormantDays;
    const years = overdue >= PARAMETERS.lateGaps && silentDays >= PARAMETERS.dormantLateDays;
    if ((long || years) && facts.coveredDays >= PARAMETERS.dormantDays) return "dormant";
    if (overdue >= PARAMETERS.lateGaps && silentDays >= PARAMETERS.fadingDays) return "fading";
  }
  if (facts.strength >= PARAMETERS.closeFrom) return "close";
  return facts.strength >= PARAMETERS.inTouchFrom ? "in-touch" : "acquaintance";
}
