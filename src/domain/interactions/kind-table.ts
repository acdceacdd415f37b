/**
 * The one table of kinds: what each kind of interaction is between two people. Model, words, coverage and checks read it.
 */
import type { Interaction, InteractionKind } from "./interaction.ts";

/**
 * `exchange`: something was said to one another; it restarts the clock. `touch`: lighter; a second, smaller fact. `nothing`: neither.
 * `note`: a touch that becomes an exchange once the other side answered.
 */
export type KindRole = "exchange" | "touch" | "nothing" | "note";

/** One row of the table. */
export interface KindRow {
  readonly role: KindRole;
  /**
   * Weight, in messages. What the user wrote down as done together weighs most, one click least: composed pieces bring people closer
   * and clicks hardly do (Burke & Kraut 2014), a comment does about as much as a message (Jones et al. 2013). The factor 3 is judgement.
   */
  readonly weight: number;
  /** An answer may be expected. */
  readonly answerable: boolean;
  /** The two spoke rather than wrote. */
  readonly spoken: boolean;
}

const row = (role: KindRole, weight: number, more: Partial<KindRow> = {}): KindRow => ({
  role,
  weight,
  answerable: false,
  spoken: false,
  ...more,
});

/** The table. The texts of messages are not stored, so that a greeting is a message; one greeting and its thanks are one day (see `band`). */
export const KIND_TABLE: Readonly<Record<InteractionKind, KindRow>> = {
  message: row("exchange", 1, { answerable: true }),
  inmail: row("exchange", 0.7, { answerable: true }),
  email: row("exchange", 1, { answerable: true }),
  comment: row("exchange", 0.7),
  recommendation: row("exchange", 3),
  meeting: row("exchange", 3, { spoken: true }),
  call: row("exchange", 2, { spoken: true }),
  other: row("exchange", 1),
  reaction: row("touch", 0.05),
  endorsement: row("touch", 0.1),
  mention: row("touch", 0.1),
  // Inviting is how a tie starts: it weighs nothing, so that a bare or unanswered invitation changes no band.
  invitation: row("touch", 0),
  connected: row("nothing", 0),
};

/** The row of an interaction: an invitation with a note has one of its own. */
export function kindRow({ kind, withNote }: Pick<Interaction, "kind" | "withNote">): KindRow {
  return kind === "invitation" && withNote ? NOTE : KIND_TABLE[kind];
}

/** Whether an answer to an interaction may be expected: nobody writes back to a comment, nor to what went to a group. */
export const asksForAnswer = (
  fact: Pick<Interaction, "kind" | "withNote" | "groupSize">,
): boolean => fact.groupSize === undefined && kindRow(fact).answerable;

/** An answered note weighs as a message does. */
const NOTE: KindRow = row("note", 1, { answerable: true });

/** Kinds that a file of messages or a page of conversations would show. */
export const TALK_KINDS: readonly InteractionKind[] = ["message", "inmail"];
