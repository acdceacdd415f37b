/**
 * Finding people: filters and orders over the directory rows of everybody, as of one day.
 */
import type { Band } from "../tie/band.ts";
import { isInNetwork } from "../suggestions/candidate.ts";
import type { Circles, Placed } from "../suggestions/circle.ts";
import { companyKey } from "../career/company-name.ts";
import { nameKey, type SearchedRow } from "./directory-row.ts";
import type { Field } from "../career/fields.ts";
import { isFound, lookedFor } from "./looked-for.ts";
import { folded } from "../names/names.ts";
import type { Overdue } from "../suggestions/overdue.ts";
import type { ReadyRow } from "./ready-row.ts";
import { isChanged } from "../suggestions/reasons.ts";
import { novelty, overlap, worthBeforeNovelty } from "../suggestions/reconnect-worth.ts";
import type { PersonSubject } from "../records/subject.ts";
import type { Tie } from "../tie/tie.ts";
import { beginningOfDay, isOverdue } from "../suggestions/tie-of-day.ts";
import { DAY_MS } from "../time/day.ts";
import { knownSince } from "../tie/known-since.ts";
import type { SourceWord } from "../tie/tie-state.ts";
import type { TieSummary } from "../tie/tie-summary.ts";

/** The orders a list of people can have. Where words are looked for, `strength` orders only those whom they fit equally well. */
export type PeopleOrder = "worth" | "overdue" | "silence" | "strength" | "name";

/** What is looked for. Everything that is given has to hold. */
export interface PeopleAsked {
  /** Parts of a name, company, title, tag or note; case, accents and what stands between words of a name do not matter; empty for everybody. */
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
  /** Only people with the choice "stop recording", or "never suggest". */
  readonly choice?: "untracked" | "muted";
  /** Only people with a new company or title seen since the two were last in touch, and not those never to be suggested. */
  readonly changed?: boolean;
  /** Only people the user is connected with, or was ever in touch with. */
  readonly known?: boolean;
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

/** What is known of one person on one day: as little as searching, filtering and sorting need, because it is kept of everybody. */
export interface RowOfDay extends Placed, Omit<SearchedRow, "person"> {
  /** See `nameKey`. */
  readonly nameKey: string;
  readonly band: Band;
  readonly twoWay: boolean;
  readonly isOverdue: boolean;
  /** Part of the network, see `isInNetwork`, and alive. */
  readonly isCounted: boolean;
  /** The two alone talked with one another at least once. */
  readonly hasTalked: boolean;
  /** A new company or title was seen since the two were last in touch, and the person may be suggested. */
  readonly changed?: true;
  /** Days since the two were last in touch; endless where they never were. */
  readonly silentDays: number;
  /** Whole days since the tie began, see `knownSince`; absent where nothing says so, and of somebody who passed away. */
  readonly ageDays?: number;
  /** See `Tie`. */
  readonly overdue: number;
  readonly strength: number;
  /** What reconnecting is worth before anything the rest of the network says, see `worthBeforeNovelty`. */
  readonly worthAlone: number;
  readonly mutual?: number;
  /** When the two became connected (ms). */
  readonly connected: TieSummary["connected"];
  /** Days between two talks, where the user chose them or they are regular enough to be claimed. */
  readonly rhythmDays?: number;
  /** Who says so of the last exchange. */
  readonly source?: SourceWord;
}

/** A row on the day of `now`. */
export function rowOfDay(searched: SearchedRow, tie: Tie, now: number): RowOfDay {
  const { person, text, joinedName, tags, untracked, muted } = searched;
  const { id, field, companyKey: company, companyKeys, howMet, mutual, summary } = person;
  const row: { -readonly [Name in keyof RowOfDay]: RowOfDay[Name] } = {
    id,
    text,
    joinedName,
    nameKey: nameKey(searched),
    field,
    companyKey: company,
    howMet,
    band: tie.band,
    twoWay: tie.twoWay,
    isOverdue: isOverdue(person, tie, now),
    isCounted: !person.deceased && isInNetwork(person),
    hasTalked: summary.talkDays > 0,
    silentDays: tie.silentDays ?? Infinity,
    overdue: tie.overdue,
    strength: tie.strength,
    worthAlone: worthBeforeNovelty({ person, tie }, {}),
    connected: summary.connected,
  };
  const since = person.deceased ? undefined : knownSince(summary);
  if (since !== undefined)
    row.ageDays = Math.max(0, Math.floor((beginningOfDay(now) - since) / DAY_MS));
  if (companyKeys !== undefined) row.companyKeys = companyKeys;
  if (tie.ownCadence || tie.rhythmKnown) row.rhythmDays = tie.gapDays;
  if (tie.lastExchange !== undefined) row.source = tie.lastExchange.source;
  if (mutual !== undefined) row.mutual = mutual;
  if (tags !== undefined) row.tags = tags;
  if (untracked) row.untracked = true;
  if (muted) row.muted = true;
  if (!person.muted && isChanged(person)) row.changed = true;
  return row;
}

/** The row of somebody who is overdue, for the list of these people. */
export const overdueRow = ({ id, worthAlone }: RowOfDay, subject: PersonSubject): Overdue => ({
  id,
  subject,
  worth: worthAlone,
});

/** What getting in touch is worth; ties that never went both ways come after those that did. */
function worth(row: RowOfDay, around: Circles["around"]): number {
  const near = around(row);
  const placed = overlap(row, near) * novelty(near);
  return row.twoWay ? 1000 + Math.min(100, (row.worthAlone / overlap(row, {})) * placed) : placed;
}

/** What an order sorts by, ascending. */
const KEYS: Readonly<
  Record<Exclude<PeopleOrder, "name">, (row: RowOfDay, around: Circles["around"]) => number>
> = {
  worth: (row, around) => -worth(row, around),
  overdue: ({ overdue }) => -overdue,
  silence: ({ silentDays }) => (silentDays === Infinity ? 1 : -silentDays),
  strength: ({ strength }) => -strength,
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** People in an order; among equals by name. */
export function inOrder<Row extends RowOfDay>(
  rows: readonly Row[],
  order: PeopleOrder,
  around: Circles["around"],
): readonly Row[] {
  const byName = (a: Row, b: Row) => byText(a.nameKey, b.nameKey) || byText(a.id, b.id);
  if (order === "name") return rows.toSorted(byName);
  const keyOf = KEYS[order];
  return rows
    .map((row) => ({ row, key: keyOf(row, around) }))
    .sort((a, b) => a.key - b.key || byName(a.row, b.row))
    .map(({ row }) => row);
}

/** Answers of a row whether it is looked for. */
export function wanted(asked: Omit<PeopleAsked, "start" | "atMost">): (row: RowOfDay) => boolean {
  const looked = lookedFor(asked.text);
  const bands = new Set(asked.bands);
  const company = asked.company === undefined ? undefined : companyKey(asked.company);
  const tag = asked.tag === undefined ? undefined : folded(asked.tag);
  const {
    silentDays = -Infinity,
    field,
    connectedFrom,
    connectedTo,
    late,
    twoWay,
    choice,
    changed,
    known,
  } = asked;
  // What was not asked for is not looked at: this is asked of everybody at every keystroke.
  const conditions: ((row: RowOfDay) => boolean)[] = [];
  const also = (isAsked: boolean, condition: (row: RowOfDay) => boolean) => {
    if (isAsked) conditions.push(condition);
  };
  also(late, (row) => row.isOverdue);
  also(changed === true, (row) => row.changed === true);
  also(known === true, (row) => row.connected !== undefined || row.silentDays < Infinity);
  also(twoWay, (row) => row.twoWay);
  also(choice !== undefined, (row) => choice !== undefined && row[choice] === true);
  also(bands.size > 0, ({ band }) => bands.has(band));
  also(silentDays > -Infinity, (row) => row.silentDays >= silentDays);
  also(field !== undefined, (row) => row.field === field);
  also(company !== undefined, (row) => row.companyKey === company);
  also(tag !== undefined, ({ tags }) => tag !== undefined && (tags?.includes(tag) ?? false));
  also(
    connectedFrom !== undefined,
    ({ connected }) => (connected?.to ?? -Infinity) >= (connectedFrom ?? -Infinity),
  );
  also(
    connectedTo !== undefined,
    ({ connected }) => (connected?.from ?? Infinity) < (connectedTo ?? Infinity),
  );
  also(looked.words.length > 0, (row) => isFound(row, looked));
  return (row) => {
    for (const holds of conditions) if (!holds(row)) return false;
    return true;
  };
}
