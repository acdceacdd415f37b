import type { Interaction } from "./interaction.ts";
import { PARAMETERS, WEIGHTS } from "./tie-parameters.ts";

type Weighed = Pick<Interaction, "kind" | "groupSize" | "withNote">;

/**
 * What an interaction weighs, in messages; see `WEIGHTS`. A message to g people counts g^-1/2, and nothing as a circular to very
 * many. An invitation with a note counts as a message.
 */
export function weight({ kind, groupSize = 1, withNote }: Weighed): number {
  if (groupSize > PARAMETERS.groupLimit) return 0;
  const alone = kind === "invitation" && withNote ? WEIGHTS.message : WEIGHTS[kind];
  return groupSize > 1 ? alone * groupSize ** -PARAMETERS.groupExponent : alone;
}

/** A real exchange: it builds the tie and restarts the clock of silence. Everything lighter is a touch. */
export function isExchange({ kind, groupSize = 1, withNote }: Weighed): boolean {
  return (
    groupSize <= PARAMETERS.groupLimit &&
    weight({ kind, ...(withNote && { withNote }) }) >= PARAMETERS.exchangeFrom
  );
}
