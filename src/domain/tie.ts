import { band, type Band } from "./band.ts";
import { coveredDays, coveredUntil, talkCovered, type Coverage } from "./coverage.ts";
import { DAY_MS } from "./day.ts";
import { rhythm } from "./rhythm.ts";
import { closenessThen, isTwoWay, strengthOf, touchesLeft, warmth } from "./strength.ts";
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
  /** Share (0-1) of that closeness left, after silence and forgetting. */
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
  /** UTC days with an incoming and with an outgoing exchange. */
  readonly daysIn: number;
  readonly daysOut: number;
  /** Days on which the user wrote since the other last did, or the two were in touch elsewhere. */
  readonly unanswered: number;
  /** The silence is known only up to this moment (ms); absent when it is known to the present. */
  readonly knownUntil?: number;
}

/** When the two were last in touch (ms), by an exchange or elsewhere; absent if they never were. */
function lastInTouch(state: TieState, elsewhereAt: number | undefined, now: number) {
  if (elsewhereAt === undefined || elsewhereAt > now) return state.lastAt;
  return Math.max(state.lastAt ?? elsewhereAt, elsewhereAt);
}

/** The tie a summary amounts to at `now`. */
export function tie(state: TieState, circumstances: Circumstances, now: number): Tie {
  const { cadenceDays, inTouchElsewhereAt, coverage } = circumstances;
  const until = coveredUntil(coverage, now);
  const inTouchAt = lastInTouch(state, inTouchElsewhereAt, now);
  const silentDays = inTouchAt === undefined ? undefined : Math.max(0, until - inTouchAt) / DAY_MS;
  const twoWay = isTwoWay(state);
  const learnt = rhythm(state);
  const gapDays = cadenceDays ?? learnt.gapDays;
  const overdue = (silentDays ?? 0) / gapDays;
  const warm = warmth(state, inTouchAt, until);
  const strength = strengthOf(warm, twoWay);
  const closeness = closenessThen(state);
  const touches = touchesLeft(state, until);
  const answered = inTouchAt !== undefined && inTouchAt > (state.lastOutAt ?? Infinity);
  return {
    band: band({
      contact: state.exchangeDays + state.touchDays > 0,
      exchange: state.exchangeDays > 0,
      talkCovered: talkCovered(coverage, state.connected?.to),
      twoWay,
      strength,
      closeness,
      overdue,
      silentDays: silentDays ?? 0,
      coveredDays: coveredDays(coverage, inTouchAt ?? now, now),
    }),
    strength,
    closeness,
    remaining: closeness > 0 ? Math.min(1, (warm - touches) / closeness) : 0,
    touches,
    ...(state.last && { last: state.last }),
    ...(state.lastExchange && { lastExchange: state.lastExchange }),
    ...(silentDays !== undefined && { silentDays }),
    gapDays,
    overdue,
    rhythmKnown: learnt.known,
    ownCadence: cadenceDays !== undefined,
    twoWay,
    ...(state.wroteLast && { wroteLast: state.wroteLast }),
    daysIn: state.daysIn,
    daysOut: state.daysOut,
    unanswered: answered ? 0 : state.unanswered,
    ...(until < now && { knownUntil: until }),
  };
}
