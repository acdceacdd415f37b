/**
 * How two known people became one, so that they can be taken apart again.
 */
import type { Alias, PersonId } from "./person.ts";

/** What said that two known people are one: a page, a file that was read in, or the user. */
export type MergeWitness = "page" | "file" | "hand";

/** One merge as the card tells of it. */
export interface MergeMade {
  /** Names the merge when it is to be taken apart. */
  readonly id: string;
  /** When it was made (ms). */
  readonly at: number;
  readonly because: MergeWitness;
  /** The two as they were called before. */
  readonly one: { readonly name: string; readonly aliases: readonly Alias[] };
  readonly other: { readonly name: string; readonly aliases: readonly Alias[] };
}

/** Two people after they were taken apart. */
export interface TakenApart {
  /** Keeps the id, and what was chosen or written down while they were one. */
  readonly kept: PersonId;
  readonly apart: PersonId;
}
