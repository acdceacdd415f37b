/**
 * A change as the page shows it.
 */
import type { CareerNews } from "../career/career-news.ts";
import type { ReadyRow } from "../directory/ready-row.ts";
import type { Alias } from "../person/person.ts";
import type { ChangeCounts, ChangeFact, ChangeKind } from "./seen-changes.ts";

/** A part of the changes. */
export interface ChangesAsked {
  /** Only changes of this kind. */
  readonly kind?: ChangeKind;
  /** The first row wanted, from 0, and how many; at most 200. */
  readonly start: number;
  readonly atMost: number;
}

/** A change with the person it is of. */
export interface ChangeRow extends ReadyRow {
  /** All of them: a link to the message window is made from the member id. */
  readonly aliases: readonly Alias[];
  /** The last change of work, whatever the row is about. */
  readonly news?: CareerNews;
  /** When the two became connected (ms). */
  readonly connected?: { readonly from: number; readonly to: number };
  /** When the change was, or was first seen (ms). */
  readonly at: number;
  readonly fact: ChangeFact;
}

/** Rows, newest first, and how many changes of each kind there are in all. */
export interface ChangesFound {
  readonly rows: readonly ChangeRow[];
  readonly counts: ChangeCounts;
}
