/**
 * What a page or an archive says, in the one form the history takes in.
 */
import type { Alias } from "../person/person.ts";
import type { Direction, Interaction, InteractionKind } from "./interaction.ts";

/** A person as a page, an archive row or the user's hand shows them. */
export interface PersonSeen {
  /** Aliases shown together, so they are one person's. At least one; none where a page shows only a name (see `named`). */
  readonly aliases: readonly Alias[];
  readonly name?: string;
  readonly headline?: string;
  readonly company?: string;
  readonly title?: string;
  /** Aliases of these that one address or attribute of the site shows together; the others stand on the same card only. */
  readonly inOneAddress?: readonly Alias[];
  /** Mutual connections, where the card shows them. */
  readonly mutual?: { readonly count?: number; readonly named: readonly Alias[] };
  /** When it was seen (ms since the epoch). */
  readonly at: number;
}

/** One statement to be remembered. Recording the same statement twice changes nothing. */
export type Sighting =
  | { readonly what: "person"; readonly person: PersonSeen }
  | { readonly what: "interaction"; readonly person: PersonSeen; readonly interaction: Interaction }
  /** The user looked at this person's profile at `person.at`. Never counted as contact. */
  | { readonly what: "visit"; readonly person: PersonSeen }
  /** The same of a person that the page shows by name only: `person.aliases` is empty, `person.name` is there. */
  | NamedSighting
  | TakenBack
  /** This person wrote a post or comment (`subjectOf`). Only what waits for its author takes notice. */
  | { readonly what: "author"; readonly person: PersonSeen; readonly subject: string };

/** What passed with a person known by name only. */
export interface NamedSighting {
  readonly what: "named";
  readonly person: PersonSeen;
  readonly interaction: Interaction;
}

/** Something was undone at `person.at`: what pages said of this kind up to then counts no more. */
export interface TakenBack {
  readonly what: "takenBack";
  readonly person: PersonSeen;
  readonly kind: InteractionKind;
  readonly direction: Direction;
  /** Only what has this reference; without one, any reference. */
  readonly ref?: string;
}
