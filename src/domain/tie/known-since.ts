import type { TieState } from "./tie-state.ts";
import { reckonedAt } from "./tie-state.ts";

/** The moment (ms) a tie began: the two became connected, or had their first exchange before that. Absent where neither is known. */
export function knownSince({
  connected,
  firstAt,
}: Pick<TieState, "connected" | "firstAt">): number | undefined {
  if (connected === undefined) return firstAt;
  return Math.min(reckonedAt(connected), firstAt ?? Infinity);
}
