/** Counts what became of every row. Each row is counted exactly once, so the sums are exact. */

/** Why a row was left out. The page puts each in words. */
export type SkipReason =
  /** The date is in no known form, or no day of the calendar. */
  | "bad-date"
  /** Later than today. */
  | "date-in-future"
  /** Before the site existed (2003). */
  | "date-too-early"
  /** More cells than the header has columns. */
  | "wrong-columns"
  /** A connection without name and address: the account is closed or hidden. */
  | "hidden-account"
  /** With a "LinkedIn Member": the account was closed, nobody can say which person it was. */
  | "deleted-account"
  /** Written by the site itself: no sender, no recipient. */
  | "system"
  | "draft"
  | "sponsored"
  | "spam"
  /** From the owner to nobody else. */
  | "to-self"
  /** The note of an invitation, which comes back as a message when the invitation is accepted. */
  | "invitation-note"
  /** Only a name, and nobody of that name has an address in the archive or the history. */
  | "name-unknown"
  /** Neither a name nor an address. */
  | "no-person"
  /** Who the archive belongs to is not known, so neither is the direction. */
  | "owner-unknown"
  /** Neither from the owner nor to the owner. */
  | "not-with-owner"
  /** Incoming or outgoing: the file does not say. */
  | "no-direction"
  /** The link names no post. */
  | "no-post"
  /** Under something that no member published: a course, an event. */
  | "not-a-post"
  /** The owner's own post. */
  | "own-post"
  /** No longer followed. */
  | "unfollowed"
  /** The cell this file is read for is empty. */
  | "empty";

/** One row as an example. Never holds message text. */
export interface RowExample {
  /** Number of the row in its file, the first after the header is 1. */
  readonly row: number;
  readonly name?: string;
  /** When it happened (ms), as far as known. */
  readonly at?: number;
}

export interface SkippedRows {
  readonly reason: SkipReason;
  readonly count: number;
  /** The first ones, at most three. */
  readonly examples: readonly RowExample[];
}

/** What became of the rows of one file: `rows = used + merged + ambiguous + the counts of skipped`. */
export interface Reconciliation {
  readonly rows: number;
  /** Rows that told something new. */
  readonly used: number;
  /** Rows that told what another row had told. */
  readonly merged: number;
  /** Rows with a name that several people share. */
  readonly ambiguous: number;
  readonly skipped: readonly SkippedRows[];
  /** Of the used rows: reactions and comments that wait until the author of the post is known. */
  readonly waiting: number;
}

export interface RowTally {
  readonly rows: number;
  /** One more row was read; answers its number. One of the functions below has to follow for it, now or later. */
  read(): number;
  use(): void;
  /** Used, but a reaction or comment without a known person yet. */
  wait(): void;
  merge(): void;
  leaveOpen(): void;
  skip(reason: SkipReason, example: RowExample): void;
  result(): Reconciliation;
}

const EXAMPLES = 3;

interface Skipped {
  count: number;
  readonly examples: RowExample[];
}

export function tally(): RowTally {
  let rows = 0;
  let used = 0;
  let waiting = 0;
  let merged = 0;
  let ambiguous = 0;
  const skipped = new Map<SkipReason, Skipped>();
  return {
    get rows() {
      return rows;
    },
    read() {
      rows += 1;
      return rows;
    },
    use() {
      used += 1;
    },
    wait() {
      used += 1;
      waiting += 1;
    },
    merge() {
      merged += 1;
    },
    leaveOpen() {
      ambiguous += 1;
    },
    skip(reason, example) {
      const before = skipped.get(reason);
      if (before === undefined) {
        skipped.set(reason, { count: 1, examples: [example] });
        return;
      }
      before.count += 1;
      if (before.examples.length < EXAMPLES) before.examples.push(example);
    },
    result: () => ({
      rows,
      used,
      merged,
      ambiguous,
      waiting,
      skipped: [...skipped]
        .map(([reason, { count, examples }]) => ({ reason, count, examples: [...examples] }))
        .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
    }),
  };
}
