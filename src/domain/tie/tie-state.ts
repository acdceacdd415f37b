/**
 * What the interactions with one person add up to, at any moment.
 */
import type {
  Direction,
  Interaction,
  InteractionKind,
  SourceId,
} from "../interactions/interaction.ts";

/** Who says so, in one word: the user's hand before an archive before a page. */
export type SourceWord = "hand" | "archive" | "page";

/** One contact, as badges and lists need it. */
export interface ContactSeen {
  readonly kind: InteractionKind;
  readonly direction: Direction;
  /** Earliest and latest moment it can have happened (ms). */
  readonly from: number;
  readonly to: number;
  readonly source: SourceWord;
  readonly withNote?: true;
  readonly groupSize?: number;
}

/** The sums a tie is read from: plain JSON, of fixed size however long the history. */
export interface TieState {
  /** Weight of the days with an incoming and an outgoing exchange, each day's heaviest, aged to the UTC day `creditDay`. */
  readonly creditIn: number;
  readonly creditOut: number;
  readonly creditDay: number;
  /** UTC days with an incoming, an outgoing and any exchange. */
  readonly daysIn: number;
  readonly daysOut: number;
  readonly exchangeDays: number;
  /** UTC days with a public comment, and with an exchange that was none. */
  readonly commentDays: number;
  readonly wordDays: number;
  /** UTC days with a talk of the two alone: an exchange that answers the other side, or something done together. A comment is public, and no part of one. */
  readonly talkDays: number;
  /** First and last exchange (ms; the middle of a coarse interval); absent without any. */
  readonly firstAt?: number;
  readonly lastAt?: number;
  /** Last exchange of either side (ms). What was done together is one of both. */
  readonly lastInAt?: number;
  readonly lastOutAt?: number;
  /** Last moment (ms) at which both sides had a part, an exchange that answers the other side, groups included: the clock of band and lateness. */
  readonly mutualAt?: number;
  /** First and last talk of the two alone (ms). */
  readonly firstTalkAt?: number;
  readonly lastTalkAt?: number;
  /** Sum of the squared gaps (days) between one UTC day with an exchange and the next. */
  readonly gapSquares: number;
  /** Weight of the days with a light touch, each day's heaviest by direction, aged to the UTC day `touchDay`. */
  readonly touches: number;
  readonly touchDay: number;
  /** Days with a light touch and no more. */
  readonly touchDays: number;
  /** Last contact of any kind (being connected is none), and last exchange. */
  readonly last?: ContactSeen;
  readonly lastExchange?: ContactSeen;
  /** The last invitation of either side. */
  readonly invitation?: ContactSeen;
  /**
   * The last time (ms) that the two talked again after the tie had become Dormant, and when they had talked last before. Whether the silence
   * between was covered is not known here.
   */
  readonly wokeAt?: number;
  readonly wokeAfter?: number;
  /** When the two became connected, as exactly as known (ms). */
  readonly connected?: { readonly from: number; readonly to: number };
  /** Who wrote last; absent after something done together. */
  readonly wroteLast?: "in" | "out";
  /** Days on which the user wrote to this person alone since the other last did. */
  readonly unanswered: number;
  /** Who wrote the latest recommendation. */
  readonly recommended?: Direction;
}

/** The moment (ms) an interaction is reckoned at: the middle of its interval. */
export function reckonedAt({ from, to }: Pick<Interaction, "from" | "to">): number {
  return Math.floor((from + to) / 2);
}

function sourceWord(sources: readonly SourceId[]): SourceWord {
  if (sources.includes("hand")) return "hand";
  return sources.some((source) => source.startsWith("archive:")) ? "archive" : "page";
}

/** What is kept of an interaction that was the last of its sort. */
export function contactSeen(interaction: Interaction): ContactSeen {
  const { kind, direction, from, to, sources, withNote, groupSize } = interaction;
  return {
    kind,
    direction,
    from,
    to,
    source: sourceWord(sources),
    ...(withNote && { withNote }),
    ...(groupSize !== undefined && { groupSize }),
  };
}
