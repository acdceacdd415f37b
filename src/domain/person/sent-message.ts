/** What a suggestion was about, for counting replies: of its reasons the most particular one, see `reasonKind`. */
export const REASON_KINDS = [
  "news",
  "owed",
  "recommended",
  "shared",
  "rare",
  "cadence",
  "talked",
  "new",
] as const;

/** One of {@link REASON_KINDS}. */
export type ReasonKind = (typeof REASON_KINDS)[number];

/** A message to somebody who was suggested: when it was sent, and why the person was suggested. No word of it is kept. */
export interface SentMessage {
  /** No later than the message left (ms): when it was observed, or when its window was opened. */
  readonly at: number;
  readonly why: ReasonKind;
}
