/**
 * Moments of the user's acts, in an order that several machines agree on: the clock, then a counter, then the replica.
 */

/** The random id of one browser profile that keeps a copy of the history. */
export type ReplicaId = string;

/** A moment of a replica: ms since the epoch, a counter for acts of one millisecond, and the replica. */
export type HybridTime = readonly [ms: number, counter: number, replica: ReplicaId];

/**
 * The clock of a replica had run ahead: every moment it noted after `from` and up to `to` (ms) is read as `from`.
 *
 * What it notes afterwards may lie in the same span, and looks the same as what the wrong clock noted. So a profile goes on under a
 * new replica id once a correction was due.
 */
export interface ClockCorrection {
  readonly replica: ReplicaId;
  /** When the clock was found to have gone back (ms). */
  readonly from: number;
  /** The latest moment that the wrong clock had noted (ms). */
  readonly to: number;
}

/** A clock that goes back by at most this much (ms) is followed without a correction. */
export const CLOCK_TOLERANCE_MS = 86_400_000;

/** The order of two moments as they were noted. */
export function compareTimes(a: HybridTime, b: HybridTime): number {
  return a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0);
}

/** A moment (ms) that a replica noted, as the corrections of its clock say it was. */
export function correctedMoment(
  at: number,
  replica: ReplicaId,
  corrections: readonly ClockCorrection[],
): number {
  return corrections
    .filter((one) => one.replica === replica && one.from < at && at <= one.to)
    .reduce((least, one) => Math.min(least, one.from), at);
}

/**
 * The order of two moments after the corrections. Corrected moments keep their own order among each other; they come before what was
 * noted at the moment of the correction, the first act by the right clock.
 */
export function compareCorrected(
  a: HybridTime,
  b: HybridTime,
  corrections: readonly ClockCorrection[],
): number {
  if (corrections.length === 0) return compareTimes(a, b);
  const atA = correctedMoment(a[0], a[2], corrections);
  const atB = correctedMoment(b[0], b[2], corrections);
  return atA - atB || Number(atA === a[0]) - Number(atB === b[0]) || compareTimes(a, b);
}

/** The moment of the next act: never before the last one that this replica noted or took over. */
export function nextTime(
  last: HybridTime | undefined,
  now: number,
  replica: ReplicaId,
): HybridTime {
  if (last === undefined || now > last[0]) return [now, 0, replica];
  return [last[0], last[1] + 1, replica];
}

/**
 * The correction that is due when the clock shows `now` and the replica has noted `last`; `undefined` while the clock has not gone back
 * by more than a day.
 */
export function dueCorrection(
  last: HybridTime | undefined,
  now: number,
  replica: ReplicaId,
): ClockCorrection | undefined {
  if (last === undefined || last[0] - now <= CLOCK_TOLERANCE_MS) return undefined;
  return { replica, from: now, to: last[0] };
}

/** What a replica takes over as its last moment when it meets a moment of another replica: none that is more than a day ahead. */
export function takenOver(
  last: HybridTime | undefined,
  met: HybridTime,
  now: number,
): HybridTime | undefined {
  if (met[0] - now > CLOCK_TOLERANCE_MS) return last;
  return last === undefined || compareTimes(last, met) < 0 ? met : last;
}
