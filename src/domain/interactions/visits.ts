/**
 * Visits to a profile: kept and shown, never counted as contact.
 */

/** How long one visit lasts (ms, one hour): a second look at the same person within this time is the same visit. */
const VISIT_MS = 3_600_000;

/**
 * The visits with one more, unless one is known within the hour around it.
 *
 * @param visits moments (ms), oldest first
 * @param at the moment (ms) of the further one
 * @returns moments (ms), oldest first
 */
export function withVisit(visits: readonly number[], at: number): readonly number[] {
  if (visits.some((visit) => Math.abs(visit - at) < VISIT_MS)) return visits;
  return unitedVisits(visits, [at]);
}

/** Two records of visits (ms) to one person as one: their union, oldest first. */
export function unitedVisits(a: readonly number[], b: readonly number[]): readonly number[] {
  return [...new Set([...a, ...b])].sort((one, other) => one - other);
}
