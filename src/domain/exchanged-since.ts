import type { TieState } from "./tie-state.ts";

/**
 * Whether the two had an exchange since this moment (ms). What is known to the day alone may have been at any moment of it: a meeting
 * written down in the evening of the day somebody was suggested on counts.
 */
export function exchangedSince(
  { lastExchange }: Pick<TieState, "lastExchange">,
  moment: number,
): boolean {
  return lastExchange !== undefined && lastExchange.to >= moment;
}
