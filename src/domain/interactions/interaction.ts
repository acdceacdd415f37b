/**
 * What passes between the user and a person.
 */

/** Every kind of interaction, in the fixed order the packed form numbers them by. Only ever append. */
export const INTERACTION_KINDS = [
  "message",
  "inmail",
  "invitation",
  "connected",
  "comment",
  "reaction",
  "endorsement",
  "recommendation",
  "mention",
  "meeting",
  "call",
  "email",
  "other",
] as const;

/** One of {@link INTERACTION_KINDS}. */
export type InteractionKind = (typeof INTERACTION_KINDS)[number];

/** `in`: the person did it to the user; `out`: the user did it; `both`: together (a meeting, being connected). */
export const DIRECTIONS = ["in", "out", "both"] as const;
/** One of {@link DIRECTIONS}. */
export type Direction = (typeof DIRECTIONS)[number];

/**
 * Who says so: a page the user opened, the user's own hand, or one import of an archive (`archive:<import id>`; see `jointSource` for
 * two of which one alone would not do).
 */
export type SourceId = "page" | "hand" | `archive:${string}`;

/**
 * One interaction with one person. It is a fact: two records with the same natural key are the same fact.
 * Message text is never part of it.
 */
export interface Interaction {
  readonly kind: InteractionKind;
  readonly direction: Direction;
  /** Earliest moment it can have happened (ms since the epoch). */
  readonly from: number;
  /** Latest moment it can have happened (ms); equals `from` when known exactly. Always `>= from`. */
  readonly to: number;
  /** Conversation id (messages) or post/comment id (reactions, comments, mentions), where the source has one. */
  readonly ref?: string;
  /** How many other people a message went to; absent for a conversation of two. At least 2 when present. */
  readonly groupSize?: number;
  /** True for an invitation that carried a note. */
  readonly withNote?: true;
  /** The user's own words about something they wrote down by hand. Nobody else's words are ever kept. */
  readonly words?: string;
  /** Everybody who says so; sorted, unique, never empty. Not part of the natural key. */
  readonly sources: readonly SourceId[];
}

/**
 * The natural key of an interaction of a given person: kind, direction, interval and (where present) reference.
 * Two interactions with equal keys are one fact.
 */
export function interactionKey(interaction: Interaction): string {
  const { kind, direction, from, to, ref } = interaction;
  return `${kind}|${direction}|${from}|${to}|${ref ?? ""}`;
}
