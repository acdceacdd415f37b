import { band, type Band } from "./band.ts";
import { coveredDays, coveredUntil, type Coverage } from "./coverage.ts";
import { DAY_MS } from "./day.ts";
import { rhythm } from "./rhythm.ts";
import { closenessThen, isTwoWay, remaining, strengthOf, touchesLeft, warmth } from "./strength.ts";
import type { ContactSeen, TieState } from "./tie-state.ts";

/** What bears on a tie besides its interactions. */
export interface Circumstances {
  /** The user's own cadence in days; overrides the rhythm learnt. */
  readonly cadenceDays?: number;
  /** "In touch elsewhere" as of this moment (ms): restarts the clock of silence. */
  readonly inTouchElsewhereAt?: number;
  /** What was watched and imported; absent means everything is known. */
  readonly coverage?: Coverage;
}

/** What the interactions with one person add up to at a moment. */
export interface Tie {
  readonly band: Band;
  /** 0-100, not rounded; 50 is four fresh two-way days. */
  readonly strength: number;
  /** Closeness when they last talked, in two-way days remembered. */
  readonly closeness: number;
  /** Share (0-1) of closeness left after the silence. */
  readonly remaining: number;
  /** Part of the warmth (in two-way days) that comes from light touches. */
  readonly touches: number;
  /** Last contact of any kind, and last real exchange. */
  readonly last?: ContactSeen;
  readonly lastExchange?: ContactSeen;
  /** Days since they were last in touch, as far as that is known; absent if they never were. */
  readonly silentDays?: number;
  /** Typical days between two talks: the user's own cadence, or the rhythm learnt. */
  readonly gapDays: number;
  /** Silence in typical gaps; 1 is due, 0 without any exchange. */
  readonly overdue: number;
  /** The rhythm is regular enough to be claimed in words. */
  readonly rhythmKnown: boolean;
  /** `gapDays` is the user's own wish. */
  readonly ownCadence: boolean;
  readonly twoWay: boolean;
  readonly wroteLast?: "in" | "out";
  /** Days in a row on which the user wrote and nothing came back. */
  readonly unanswered: number;
  /** The silence is known only up to this moment (ms); absent when it is known to the present. */
  readonly knownUntil?: number;
}

/** The tie a summary amounts to at `now`. */
export function tie(summary: TieState, circumstances: Circumstances, now: number): Tie {
  const { cadenceDays, inTouchElsewhereAt, coverage } = circumstances;
  const until = coveredUntil(coverage, now);
  const elsewhereAt =
    inTouchElsewhereAt !== undefined && inTouchElsewhereAt <= now ? inTouchElsewhereAt : undefined;
  const touchedAt =
    summary.lastAt === undefined ? elsewhereAt : Math.max(summary.lastAt, elsewhereAt ?? -Infinity);
  const silentDays = touchedAt === undefined ? undefined : Math.max(0, until - touchedAt) / DAY_MS;
  const twoWay = isTwoWay(summary);
  const learnt = rhythm(summary);
  const gapDays = cadenceDays ?? learnt.gapDays;
  const overdue = silentDays === undefined ? 0 : silentDays / gapDays;
  const strength = strengthOf(warmth(summary, touchedAt, until), twoWay);
  const closeness = closenessThen(summary);
  return {
    band: band({
      contact: summary.exchangeDays + summary.touchDays > 0,
      twoWay,
      strength,
      closeness,
      overdue,
      silentDays: silentDays ?? 0,
      coveredDays: touchedAt === undefined ? 0 : coveredDays(coverage, touchedAt, now),
    }),
    strength,
    closeness,
    remaining:
      summary.lastAt === undefined || silentDays === undefined ? 0 : remaining(summary, silentDays),
    touches: touchesLeft(summary, until),
    ...(summary.last ? { last: summary.last } : {}),
    ...(summary.lastExchange ? { lastExchange: summary.lastExchange } : {}),
    ...(silentDays === undefined ? {} : { silentDays }),
    gapDays,
    overdue,
    rhythmKnown: learnt.known,
    ownCadence: cadenceDays !== undefined,
    twoWay,
    ...(summary.wroteLast ? { wroteLast: summary.wroteLast } : {}),
    unanswered: summary.unanswered,
    ...(until < now ? { knownUntil: until } : {}),
  };
}
