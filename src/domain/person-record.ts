/**
 * A person as the history keeps one: identity, choices, and what every list needs, so that no list reads interactions.
 */
import type { Person } from "./person.ts";
import type { TieSummary } from "./tie-summary.ts";

/** A person with what their interactions add up to. */
export interface PersonRecord extends Person {
  /** Made anew from the interactions whenever they change. */
  readonly summary: TieSummary;
  /** Moments (ms) the user looked at the profile, oldest first. */
  readonly visits: readonly number[];
}
