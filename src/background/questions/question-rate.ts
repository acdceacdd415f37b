/**
 * How often the site may ask. A page of a person who scrolls as fast as possible stays far below; a page that was taken over cannot read
 * out a history by asking about everybody.
 */

/** What is left to spend, and when that was. */
export interface Purse {
  readonly left: number;
  readonly at: number;
}

/** A limit: so much at once, and so much each second after that. */
interface Limit {
  readonly atOnce: number;
  readonly eachSecond: number;
}

/** Questions of all tabs together: a burst when ten tabs open at once, and twenty a second in the long run. */
export const QUESTIONS: Limit = { atOnce: 600, eachSecond: 20 };

/** People and names that are asked about: a list of 3,000 connections scrolled through in a minute. */
export const PEOPLE: Limit = { atOnce: 6000, eachSecond: 20 };

/** A full purse. */
export const full = ({ atOnce }: Limit, now: number): Purse => ({ left: atOnce, at: now });

/**
 * Spends from a purse.
 *
 * @returns what is left, or `undefined` where there is not enough
 */
export function spent(purse: Purse, limit: Limit, cost: number, now: number): Purse | undefined {
  // A clock that was put back gives nothing and takes nothing.
  const seconds = Math.max(0, now - purse.at) / 1000;
  const left = Math.min(limit.atOnce, purse.left + seconds * limit.eachSecond) - cost;
  return left < 0 ? undefined : { left, at: now };
}
