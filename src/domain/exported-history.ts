/**
 * A whole history in the form it leaves and enters Tielight. Lossless: restoring an export gives an equal history.
 * `src/exchange/exported-history.schema.json` says the same as a JSON Schema, for other tools.
 */
import type { ImportedCircle } from "./archive-import.ts";
import type { Coverage } from "./coverage.ts";
import type { Interaction } from "./interaction.ts";
import type { Alias, Person } from "./person.ts";

/** Everything about one person. */
export interface ExportedPerson extends Omit<Person, "id"> {
  readonly interactions: readonly Interaction[];
  /** Natural keys of interactions the user said were wrong. */
  readonly deleted: readonly string[];
  /** Moments (ms) the user looked at the profile, oldest first. */
  readonly visits: readonly number[];
}

/** What stands at the head of an export. */
export interface ExportHead {
  readonly format: "tielight-history";
  readonly version: 1;
  /** When it was made (ms since the epoch). */
  readonly exportedAt: number;
  /** Whose history it is. */
  readonly owner: { readonly aliases: readonly Alias[]; readonly name?: string };
  readonly coverage: Coverage;
  /** People the owner said are not one: no alias of the first list belongs to somebody of the second. */
  readonly apart?: readonly (readonly [readonly Alias[], readonly Alias[]])[];
  /** Where the owner worked and studied, and what they follow, as archives said; in the order they said it. */
  readonly circles?: readonly ImportedCircle[];
  /** Whom the owner erased. */
  readonly erased?: Erased;
}

/** What is left of people who were erased. */
export interface Erased {
  /** 32 hexadecimal digits each: one for each history that an erasure was made in. */
  readonly salts: readonly string[];
  /** How many people. */
  readonly people: number;
  /** SHA-256 of one of the salts, a space and the alias, in hexadecimal digits. */
  readonly hashes: readonly string[];
}

/** The whole export. */
export interface ExportedHistory extends ExportHead {
  readonly people: readonly ExportedPerson[];
}
