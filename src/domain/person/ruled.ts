/**
 * Choices that hold for a person because of a rule and not because the user made them about the person.
 */
import type { Choices, Person } from "./person.ts";

/** Everything that holds for a person, by choice or by rule. Whatever is computed goes by it; what the user changes are the choices alone. */
export const choicesInForce = ({ choices, ruled }: Pick<Person, "choices" | "ruled">): Choices =>
  ruled === undefined ? choices : { ...choices, ...ruled };
