/**
 * Finding people: filters and orders over the directory rows of everybody, as of one day.
 */
import type { Band } from "./band.ts";
import type { Circles, Known } from "./circle.ts";
import { companyKey } from "./company-name.ts";
import type { Coverage } from "./coverage.ts";
import { type DirectoryRow, nameKey } from "./directory-row.ts";
import type { Field } from "./fields.ts";
import { folded } from "./names.ts";
import type { ReadyRow } from "./ready-row.ts";
import { firstTalkWorth, reconnectWorth } from "./reconnect-worth.ts";
import { isOverdue, tieOfDay } from "./tie-of-day.ts";

/** The orders a list of people can have. */
export type PeopleOrder = "worth" | "overdue" | "silence" | "strength" | "name";

/** What is looked for. Everything that is given has to hold. */
export interface PeopleAsked {
  /** Parts of a name, company, title, tag or note; case and accents do not matter; empty for everybody. */
  readonly text: string;
  /** Only people who are overdue. */
  readonly late: boolean;
  /** Only these bands; empty for all. */
  readonly bands: readonly Band[];
  /** Only people silent for at least so many days. */
  readonly silentDays?: number;
  readonly field?: Field;
  readonly company?: string;
  readonly tag?: string;
  /** Only people connected since, or before, this moment (ms). */
  readonly connectedFrom?: number;
  readonly connectedTo?: number;
  /** Only people for whom the user chose "stop recording", or "never suggest". */
  readonly wish?: "untracked" | "muted";
  /** Only ties that went both ways. */
  readonly twoWay: boolean;
  readonly order: PeopleOrder;
  /** The first row wanted, from 0, and how many; at most 200. */
  readonly start: number;
  readonly atMost: number;
}

/** Some of the people that were found, and how many were found in all. */
export interface PeopleFound {
  readonly rows: readonly ReadyRow[];
  readonly count: number;
}

/** A directory row with the tie of the day. */
export interface RowOfDay extends Known {
  readonly row: DirectoryRow;
  /** See `nameKey`. */
  readonly nameKey: string;
  readonly isOverdue: boolean;
}

/** A row on the day of `now`. */
export function rowOfDay(row: DirectoryRow, coverage: Coverage, now: number): RowOfDay {
  const { person } = row;
  const tie = tieOfDay(person, coverage, now);
  return { row, person, tie, nameKey: nameKey(row), isOverdue: isOverdue(person, tie, now) };
}

/** What an order sorts by, ascending. */
const KEYS: Readonly<
  Record<Exclude<PeopleOrder, "name">, (known: RowOfDay, around: Circles["around"]) => number>
> = {
  worth(known, around) {
    const near = around(known.person);
    // Ties that never went both ways come after those that did.
    return known.tie.twoWay ? -1000 - reconnectWorth(known, near) : -firstTalkWorth(known, near);
  },
  overdue: ({ tie }) => -tie.overdue,
  silence: ({ tie }) => (tie.silentDays === undefined ? 1 : -tie.silentDays),
  strength: ({ tie }) => -tie.strength,
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Everybody in an order; among equals by name. */
export function inOrder(
  rows: readonly RowOfDay[],
  order: PeopleOrder,
  around: Circles["around"],
): readonly RowOfDay[] {
  const byName = (a: RowOfDay, b: RowOfDay) =>
    byText(a.nameKey, b.nameKey) || byText(a.person.id, b.person.id);
  if (order === "name") return rows.toSorted(byName);
  const key = KEYS[order];
  return rows
    .map((known) => ({ known, key: key(known, around) }))
    .sort((a, b) => a.key - b.key || byName(a.known, b.known))
    .map(({ known }) => known);
}

/** Answers of a row whether it is looked for. */
export function wanted(asked: PeopleAsked): (known: RowOfDay) => boolean {
  const parts = folded(asked.text)
    .split(" ")
    .filter((part) => part !== "");
  const bands = new Set(asked.bands);
  const company = asked.company === undefined ? undefined : companyKey(asked.company);
  const tag = asked.tag === undefined ? undefined : folded(asked.tag);
  const { silentDays, field, connectedFrom, connectedTo, late, twoWay, wish } = asked;
  return ({ row, person, tie, isOverdue: isDue }) =>
    (!late || isDue) &&
    (!twoWay || tie.twoWay) &&
    (wish === undefined || row[wish] === true) &&
    (bands.size === 0 || bands.has(tie.band)) &&
    (silentDays === undefined || (tie.silentDays ?? Infinity) >= silentDays) &&
    (field === undefined || person.field === field) &&
    (company === undefined || person.companyKey === company) &&
    (tag === undefined || (row.tags?.includes(tag) ?? false)) &&
    (connectedFrom === undefined || (person.summary.connected?.to ?? -Infinity) >= connectedFrom) &&
    (connectedTo === undefined || (person.summary.connected?.from ?? Infinity) <= connectedTo) &&
    parts.every((part) => row.text.includes(part));
}
