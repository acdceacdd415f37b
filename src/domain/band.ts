import { PARAMETERS } from "./tie-parameters.ts";

/** How warm a tie is, in one word, warmest first. Only ever append: summaries store them. */
export const BANDS = ["strong", "warm", "fading", "dormant", "weak", "never"] as const;
/** One of {@link BANDS}. */
export type Band = (typeof BANDS)[number];

/** What the band is decided from. */
export interface BandFacts {
  /** Any contact at all, light ones included. */
  readonly contact: boolean;
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
  if (!facts.contact) return "never";
  if (!facts.twoWay) return "weak";
  const { overdue, silentDays } = facts;
  if (facts.closeness >= PARAMETERS.pastCloseness) {
    const long = overdue >= PARAMETERS.dormantGaps && silentDays >= PARAMETERS.dormantDays;
    const years = overdue >= PARAMETERS.lateGaps && silentDays >= PARAMETERS.dormantLateDays;
    if ((long || years) && facts.coveredDays >= PARAMETERS.dormantDays) return "dormant";
    if (overdue >= PARAMETERS.lateGaps && silentDays >= PARAMETERS.fadingDays) return "fading";
  }
  if (facts.strength >= PARAMETERS.strongFrom) return "strong";
  return facts.strength >= PARAMETERS.warmFrom ? "warm" : "weak";
}
