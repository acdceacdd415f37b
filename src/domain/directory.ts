/**
 * Finding people: the little of each that searching, filtering and sorting need, so that thirty thousand fit in memory and every
 * keystroke looks at all of them.
 */
import { BANDS, type Band } from "./band.ts";
import type { Candidate } from "./candidate.ts";
import type { Circles, Known } from "./circle.ts";
import { shownCareer, shownName } from "./corrected.ts";
import { companyKey } from "./company-name.ts";
import type { Field } from "./fields.ts";
import { isLate } from "./late.ts";
import { folded } from "./names.ts";
import type { PersonId } from "./person.ts";
import type { PersonRecord } from "./person-record.ts";
import { linkAlias, type ReadyRow } from "./ready-list.ts";
import { novelty, overlap, worthBeforeNovelty } from "./reconnect-worth.ts";

/** The orders a list of people can have. */
export type PeopleOrder = "worth" | "overdue" | "silence" | "strength" | "name";

/** Who is looked for. Everything that is given has to hold. */
export interface PeopleAsked {
  /** Parts of a name, company, title, tag or note; case and accents do not matter; empty for everybody. */
  readonly text: string;
  /** Only people late by their own rhythm. */
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
  /** Only people of whom the user wished that nothing more be recorded, or that they be never suggested. */
  readonly wish?: "untracked" | "muted";
  /** Only ties that went both ways. */
  readonly twoWay: boolean;
  readonly order: PeopleOrder;
  /** The first row wanted, from 0, and how many; at most 200. */
  readonly start: number;
  readonly atMost: number;
}

/** A part of the people that fit, and how many fit in all. */
export interface PeopleFound {
  readonly rows: readonly ReadyRow[];
  readonly count: number;
}

/** What is kept of one person. */
export interface DirectoryRow {
  readonly id: PersonId;
  /** Name, company, title, headline, tags and note, folded, a line each. */
  readonly text: string;
  /** As shown. */
  readonly name: string;
  /** As the site shows it. */
  readonly seenName: string;
  readonly tags: readonly string[];
  readonly companyKey: string | undefined;
  readonly field: Candidate["field"];
  /** Place in `BANDS`. */
  readonly band: number;
  readonly late: boolean;
  readonly twoWay: boolean;
  readonly untracked: boolean;
  /** By a wish of its own; whoever is untracked is not suggested anyway. */
  readonly muted: boolean;
  /** Days since they were last in touch; endless for those who never were. */
  readonly silentDays: number;
  readonly overdue: number;
  readonly strength: number;
  /** What getting in touch is worth before novelty, which changes with the rest of the network. */
  readonly worthAlone: number;
  /** Earliest and latest moment the two can have become connected (ms). */
  readonly connectedFrom: number | undefined;
  readonly connectedTo: number | undefined;
}

/** The row of a person; `undefined` for somebody no link leads to, who is in no list. */
export function directoryRow(
  person: PersonRecord,
  known: Known,
  around: Circles["around"],
): DirectoryRow | undefined {
  if (linkAlias(person.aliases) === undefined) return undefined;
  const { choices, summary } = person;
  const { person: ranked, tie: current } = known;
  const near = around(ranked);
  const name = folded(shownName(person));
  const tags = (choices.tags?.value ?? []).map(folded);
  const work = new Set(
    [...person.career, ...shownCareer(person)].flatMap(({ company, title, headline }) => [
      company ?? "",
      title ?? "",
      headline ?? "",
    ]),
  );
  const seenName = folded(person.name.value);
  const text = [
    name,
    seenName,
    ...[...work].map(folded),
    ...tags,
    folded(choices.note?.value ?? ""),
  ];
  return {
    id: person.id,
    text: [...new Set(text)].filter((line) => line !== "").join("\n"),
    name,
    seenName,
    tags,
    companyKey: ranked.companyKey,
    field: ranked.field,
    band: BANDS.indexOf(current.band),
    late: isLate(current) && ranked.muted !== true,
    twoWay: current.twoWay,
    untracked: choices.neverTrack?.value === true,
    muted: choices.muted?.value === true,
    silentDays: current.silentDays ?? Infinity,
    overdue: current.overdue,
    strength: current.strength,
    // Not talked yet comes after everybody talked with.
    worthAlone: current.twoWay ? worthBeforeNovelty(known, near) : overlap(ranked, near),
    connectedFrom: summary.connected?.from,
    connectedTo: summary.connected?.to,
  };
}

/** Sorts people ascending by what an order looks at; the latest, warmest or most overdue come first. */
const KEYS: Readonly<
  Record<Exclude<PeopleOrder, "name">, (row: DirectoryRow, around: Circles["around"]) => number>
> = {
  worth: (row, around) => -Math.min(100, row.worthAlone * novelty(around(row))),
  overdue: ({ overdue }) => -overdue,
  silence: ({ silentDays }) => -(silentDays === Infinity ? -1 : silentDays),
  strength: ({ strength }) => -strength,
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Everybody in an order; among equals by name. */
export function inOrder(
  rows: readonly DirectoryRow[],
  order: PeopleOrder,
  around: Circles["around"],
): readonly DirectoryRow[] {
  const byName = (a: DirectoryRow, b: DirectoryRow) => byText(a.name, b.name) || byText(a.id, b.id);
  if (order === "name") return [...rows].sort(byName);
  const key = KEYS[order];
  return rows
    .map((row) => ({ row, key: key(row, around) }))
    .sort((a, b) => a.key - b.key || byName(a.row, b.row))
    .map(({ row }) => row);
}

/** Answers of a row whether it is looked for. */
export function wanted(asked: PeopleAsked): (row: DirectoryRow) => boolean {
  const parts = folded(asked.text)
    .split(" ")
    .filter((part) => part !== "");
  const bands = new Set(asked.bands.map((band) => BANDS.indexOf(band)));
  const company = asked.company === undefined ? undefined : companyKey(asked.company);
  const tag = asked.tag === undefined ? undefined : folded(asked.tag);
  const { silentDays = -Infinity, field, connectedFrom, connectedTo, late, twoWay, wish } = asked;
  return (row) =>
    (!late || row.late) &&
    (!twoWay || row.twoWay) &&
    (wish === undefined || row[wish]) &&
    (bands.size === 0 || bands.has(row.band)) &&
    row.silentDays >= silentDays &&
    (field === undefined || row.field === field) &&
    (company === undefined || row.companyKey === company) &&
    (tag === undefined || row.tags.includes(tag)) &&
    (connectedFrom === undefined || (row.connectedTo ?? -Infinity) >= connectedFrom) &&
    (connectedTo === undefined || (row.connectedFrom ?? Infinity) <= connectedTo) &&
    parts.every((part) => row.text.includes(part));
}
