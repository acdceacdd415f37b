/**
 * What a page or an archive says, in the one form the history takes in.
 */
import type { Alias } from "./person.ts";
import type { Interaction } from "./interaction.ts";

/** A person as a page, an archive row or the user's hand shows them. */
export interface PersonSeen {
  /** Aliases shown together, so they are one person's. At least one. */
  readonly aliases: readonly Alias[];
  readonly name?: string;
  readonly headline?: string;
  readonly company?: string;
  readonly title?: string;
  /** When it was seen (ms since the epoch). */
  readonly at: number;
}

/** One statement to be remembered. Recording the same statement twice changes nothing. */
export type Sighting =
  | { readonly what: "person"; readonly person: PersonSeen }
  | { readonly what: "interaction"; readonly person: PersonSeen; readonly interaction: Interaction }
  /** The user looked at this person's profile at `person.at`. Never counted as contact. */
  | { readonly what: "visit"; readonly person: PersonSeen };
