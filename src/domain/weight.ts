import type { Interaction } from "./interaction.ts";
import { PARAMETERS, WEIGHTS } from "./tie-parameters.ts";

type Weighed = Pick<Interaction, "kind" | "groupSize" | "withNote">;

/** What an interaction weighs, in exchanges; see `WEIGHTS`. A message to g people counts g^-1/2; an invitation with a note is a message. */
export function weight(interaction: Weighed): number {
  const alone = interaction.withNote ? WEIGHTS.message : WEIGHTS[interaction.kind];
  const { groupSize = 1 } = interaction;
  return groupSize > 1 ? alone * groupSize ** -PARAMETERS.groupExponent : alone;
}

/** A real exchange: it builds the tie and restarts the clock of silence. Everything lighter is a touch. */
export function isExchange(interaction: Weighed): boolean {
  return weight(interaction) >= PARAMETERS.exchangeFrom;
}
