/**
 * Telling cheaply that nothing needs settling: what an archive says of one person seldom meets itself.
 */
import type { Direction, Interaction, InteractionKind } from "./interaction.ts";
import { wereCompared } from "./returned-note.ts";

/**
 * Whether `settled` would give back exactly these interactions. They have to be in the order of `compareInteractions`, each fact
 * once, with nothing deleted. Answers no where it would have to look closer.
 */
export function isSettled(interactions: readonly Interaction[]): boolean {
  const reached: Record<Direction, Partial<Record<InteractionKind, number>>> = {
    in: {},
    out: {},
    both: {},
  };
  let [hasOnlyOnce, hasNote, hasMessage, isOneArchive] = [false, false, false, true];
  const [first] = interactions;
  for (const fact of interactions) {
    const { kind, direction, from, to } = fact;
    const lanes = reached[direction];
    const before = lanes[kind] ?? -Infinity;
    // Facts of one kind and direction that do not overlap cannot be sightings of each other.
    if (from <= before) return false;
    lanes[kind] = Math.max(to, before);
    hasNote ||= fact.withNote === true;
    hasMessage ||= kind === "message";
    isOneArchive &&= first !== undefined && wereCompared(first, fact);
    // A second one may be the same occasion again.
    if (kind === "connected" || kind === "reaction") {
      if (hasOnlyOnce) return false;
      hasOnlyOnce = true;
    }
  }
  // A message may be the note of an invitation, unless one archive had both.
  return !(hasNote && hasMessage) || isOneArchive;
}
