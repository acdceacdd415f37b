import { DAY_MS } from "./day.ts";
import { PARAMETERS } from "./tie-parameters.ts";
import type { TieSummary } from "./tie-summary.ts";

function twoWayDays(creditIn: number, creditOut: number): number {
  const soft = PARAMETERS.oneWaySoftening;
  return Math.sqrt((creditIn + soft) * (creditOut + soft)) - soft;
}

/** Both directions have an exchange. */
export function isTwoWay(summary: TieSummary): boolean {
  return summary.daysIn > 0 && summary.daysOut > 0;
}

/** Closeness when they last talked, in two-way days not yet forgotten then. */
export function closenessThen(summary: TieSummary): number {
  return twoWayDays(summary.creditIn, summary.creditOut);
}

/** Closeness at `now`, before silence takes its share. */
export function closenessNow(summary: TieSummary, now: number): number {
  const aged =
    2 ** (-Math.max(0, now / DAY_MS - summary.creditDay) / PARAMETERS.creditHalfLifeDays);
  return twoWayDays(summary.creditIn * aged, summary.creditOut * aged);
}

/** Share (0-1) that is left after a silence: half after `newTieDays` plus a share of the tie's own age. */
export function remaining(summary: TieSummary, silentDays: number): number {
  const { firstAt = 0, lastAt = 0 } = summary;
  const half = PARAMETERS.newTieDays + (PARAMETERS.ownClock * (lastAt - firstAt)) / DAY_MS;
  return half / (half + silentDays);
}

/** Light touches not yet forgotten at `now`. */
export function touchesLeft(summary: TieSummary, now: number): number {
  return (
    summary.touches *
    2 ** (-Math.max(0, now - summary.touchAt) / (PARAMETERS.touchHalfLifeDays * DAY_MS))
  );
}

/** Warmth without an upper end, in fresh two-way days; `silenceFrom` is when they were last in touch (ms), absent if never. */
export function warmth(summary: TieSummary, silenceFrom: number | undefined, now: number): number {
  const touches = touchesLeft(summary, now);
  if (summary.lastAt === undefined || silenceFrom === undefined) return touches;
  return (
    closenessNow(summary, now) * remaining(summary, Math.max(0, now - silenceFrom) / DAY_MS) +
    touches
  );
}

/** Warmth as 0-100: 50 at `strengthMiddle` fresh two-way days. */
export function strengthOf(warm: number, twoWay: boolean): number {
  if (warm <= 0) return 0;
  const power = warm ** PARAMETERS.strengthSteepness;
  const strength =
    (100 * power) / (power + PARAMETERS.strengthMiddle ** PARAMETERS.strengthSteepness);
  return twoWay ? strength : Math.min(strength, PARAMETERS.oneWayCeiling);
}
