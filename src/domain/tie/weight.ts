import type { Interaction } from "../interactions/interaction.ts";
import { kindRow } from "../interactions/kind-table.ts";
import { PARAMETERS } from "./tie-parameters.ts";

type Weighed = Pick<Interaction, "kind" | "groupSize" | "withNote">;

/**
 * Weight of an interaction, in messages; see `KIND_TABLE`. A message to g people counts g^-1/2, however many they are: a limit would
 * change a band when a group grows by one. A note counts nothing before it is answered.
 *
 * @param answered the other side answered the note
 */
export function weight(fact: Weighed, answered = false): number {
  const { role, weight: alone } = kindRow(fact);
  if (role === "note" && !answered) return 0;
  const { groupSize = 1 } = fact;
  return groupSize > 1 ? alone * groupSize ** -PARAMETERS.groupExponent : alone;
}

/**
 * An exchange: it builds the tie and restarts the clock of silence. Everything else is a touch or nothing.
 *
 * @param answered the other side answered the note
 */
export function isExchange(fact: Weighed, answered = false): boolean {
  const { role } = kindRow(fact);
  return role === "exchange" || (role === "note" && answered);
}
