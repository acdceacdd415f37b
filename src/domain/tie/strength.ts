/**
 * How warm a tie is:
 *
 *     closeness = sqrt((in + soft) * (out + soft)) - soft      days of talking by direction, remembered with a half-life
 *     left      = (own / (own + silence)) ^ fade               own = newTieDays + ownClock * age of the tie
 *     warmth    = closeness * left + touches
 *     strength  = 100 * warmth^s / (warmth^s + middle^s)       a tie that never went both ways stays below In touch
 *
 * Days are counted and not messages, because they tell better who talks again (Ureña-Carrión et al. 2020); the root asks for both
 * directions (Hidalgo & Rodriguez-Sickert 2008); silence counts by a power law (Anderson & Schooler 1991), on the tie's own clock
 * (Burt 2000). Warmth never falls when an interaction is added and never rises with silence.
 */
import { DAY_MS } from "../time/day.ts";
import { PARAMETERS } from "./tie-parameters.ts";
import type { TieState } from "./tie-state.ts";

function twoWayDays(creditIn: number, creditOut: number): number {
  const soft = PARAMETERS.oneWaySoftening;
  return Math.sqrt((creditIn + soft) * (creditOut + soft)) - soft;
}

/** Share left after so many days since `day` (UTC day number), with the given half-life. */
function aged(day: number, halfLifeDays: number, now: number): number {
  return 2 ** (-Math.max(0, now / DAY_MS - day) / halfLifeDays);
}

/** Something went in both directions. For strength alone; bands and words ask for more, see {@link isFair}. */
export function isTwoWay(state: TieState): boolean {
  return state.daysIn > 0 && state.daysOut > 0;
}

/**
 * Both had their part in a talk, and neither of them did nearly everything: twelve pitches and one refusal are not two-way. Credits are
 * compared and not days, so that mail to large groups counts little.
 */
export function isFair({ creditIn, creditOut, mutualAt }: TieState): boolean {
  const smaller = Math.min(creditIn, creditOut);
  return mutualAt !== undefined && smaller >= PARAMETERS.fairShare * Math.max(creditIn, creditOut);
}

/** Days of the side that did less when they last talked, not yet forgotten then. */
export function sharedDays({ creditIn, creditOut }: TieState): number {
  return Math.min(creditIn, creditOut);
}

/** Closeness when they last talked, in two-way days not yet forgotten then. */
export function closenessThen(state: TieState): number {
  return twoWayDays(state.creditIn, state.creditOut);
}

/** Closeness at `now`, before silence takes its share. */
export function closenessNow(state: TieState, now: number): number {
  const share = aged(state.creditDay, PARAMETERS.creditHalfLifeDays, now);
  return twoWayDays(state.creditIn * share, state.creditOut * share);
}

/** Share (0-1) of closeness that a silence of so many days leaves. */
export function remaining(state: TieState, silentDays: number): number {
  const { firstAt = 0, lastAt = 0 } = state;
  const own = PARAMETERS.newTieDays + (PARAMETERS.ownClock * (lastAt - firstAt)) / DAY_MS;
  return (own / (own + silentDays)) ** PARAMETERS.fadeExponent;
}

/** Light touches not yet forgotten at `now`, in two-way days. */
export function touchesLeft(state: TieState, now: number): number {
  return state.touches * aged(state.touchDay, PARAMETERS.touchHalfLifeDays, now);
}

/** Warmth, in fresh two-way days without an upper end; `silenceFrom` is when they were last in touch (ms), absent if never. */
export function warmth(state: TieState, silenceFrom: number | undefined, now: number): number {
  const touches = touchesLeft(state, now);
  if (state.lastAt === undefined || silenceFrom === undefined) return touches;
  const silentDays = Math.max(0, now - silenceFrom) / DAY_MS;
  return closenessNow(state, now) * remaining(state, silentDays) + touches;
}

const MIDDLE = PARAMETERS.strengthMiddle ** PARAMETERS.strengthSteepness;

/** Warmth as 0-100: 50 at `strengthMiddle` fresh two-way days. */
export function strengthOf(warm: number, twoWay: boolean): number {
  if (warm <= 0) return 0;
  const power = warm ** PARAMETERS.strengthSteepness;
  const strength = (100 * power) / (power + MIDDLE);
  return twoWay ? strength : Math.min(strength, PARAMETERS.oneWayCeiling);
}
