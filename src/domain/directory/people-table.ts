/**
 * The table of everybody: conditions, orders by column, and what a row shows. Larger and slower to make than a row of the popup's lists, so
 * it is made of the rows that are seen.
 */
import type { Band } from "../tie/band.ts";
import { BANDS } from "../tie/band.ts";
import { companyKey } from "../career/company-name.ts";
import { pastCompanies } from "../suggestions/past-companies.ts";
import { type Field, FIELDS } from "../career/fields.ts";
import { shownCareer, shownName } from "../person/corrected.ts";
import { folded } from "../names/names.ts";
import { type Alias, newestFirst, type PersonId } from "../person/person.ts";
import type { PersonRecord } from "./person-record.ts";
import type { RowOfDay } from "./directory.ts";
import { isFound, lookedFor } from "./looked-for.ts";
import { linkAlias } from "./ready-row.ts";
import type { SourceWord } from "../tie/tie-state.ts";
import type { Tie } from "../tie/tie.ts";
import type { TieSeen } from "../suggestions/said.ts";

/** The columns, in their first order. */
export const COLUMNS = [
  "name",
  "company",
  "field",
  "band",
  "last",
  "rhythm",
  "overdue",
  "tags",
  "note",
  "connected",
  "mutual",
  "source",
] as const;

/** One of {@link COLUMNS}. */
export type TableColumn = (typeof COLUMNS)[number];

/** The columns that the table can be sorted by. */
export type SortColumn = Exclude<TableColumn, "note">;

/** Whole days, from one number to another, both included. */
export type DaysRange = readonly [from: number, to: number];

/** Something that is to hold of a person, or, with `not`, is not to hold. */
export type Condition = { readonly not?: true } & (
  | { readonly of: "band"; readonly is: Band }
  | { readonly of: "field"; readonly is: Field | "unknown" }
  /** By any spelling of the company. */
  | { readonly of: "company"; readonly is: string }
  | { readonly of: "tag"; readonly is: string }
  /** At least so many days since the last exchange, and a source that would show one covers the time. */
  | { readonly of: "silent"; readonly is: number }
  /** Whole days since the last exchange, from one number to another, both included; or no exchange is known. */
  | { readonly of: "silence"; readonly is: DaysRange | "never" }
  /** Whole days since the tie began, see `knownSince`. Nobody who passed away. */
  | { readonly of: "tie-age"; readonly is: DaysRange }
  /** Worked there before, by any spelling of the company; see `pastCompanies`. */
  | { readonly of: "past-company"; readonly is: string }
  | { readonly of: "overdue" | "two-way" | "muted" | "untracked" }
);

/** Who is looked for, and in what order. */
export interface TableView {
  /** Parts of a name, company, title, tag or note; empty for everybody. */
  readonly text: string;
  /**
   * Conditions of one kind without `not` are alternatives: one of them has to hold. Of each other kind one has to hold as well, and of those
   * with `not` none may hold.
   */
  readonly conditions: readonly Condition[];
  readonly by: SortColumn;
  readonly descending: boolean;
}

/** A part of the table. */
export interface TableAsked extends TableView {
  /** The first row wanted, from 0, and how many; at most 200. */
  readonly start: number;
  readonly atMost: number;
}

/** What the table shows of a person. */
export interface TableRow {
  readonly id: PersonId;
  /** The alias that a link to the profile is built from. */
  readonly alias?: Alias;
  readonly name: string;
  readonly company?: string;
  readonly title?: string;
  readonly field: Field | "unknown";
  /** What the last exchange is said from. */
  readonly seen: TieSeen;
  /** Days between two talks, where the user chose them or they are regular enough to be claimed. */
  readonly rhythmDays?: number;
  readonly isOverdue: boolean;
  /** Days since the two last talked; absent where they never did. */
  readonly quietDays?: number;
  /** As the user wrote them. */
  readonly tags?: readonly string[];
  /** First words of the latest note. */
  readonly note?: string;
  /** When the two became connected (ms). */
  readonly connected?: { readonly from: number; readonly to: number };
  readonly mutual?: number;
  /** Who says so of the last exchange. */
  readonly source?: SourceWord;
}

/** Rows, and how many people fit in all. */
export interface TableFound {
  readonly rows: readonly TableRow[];
  readonly count: number;
}

/** What one may choose conditions from. */
export interface TableChoices {
  /** Most people first; at most 500. */
  readonly companies: readonly string[];
  /** Sorted. */
  readonly tags: readonly string[];
}

type Holds = (row: RowOfDay) => boolean;

const isWithin = (days: number, [from, to]: DaysRange): boolean => days >= from && days <= to;

/** Whether a condition holds, `not` aside. */
function holds(condition: Condition): Holds {
  switch (condition.of) {
    case "band":
      return ({ band }) => band === condition.is;
    case "field":
      return ({ field }) => field === condition.is;
    case "company": {
      const key = companyKey(condition.is);
      return (row) => row.companyKey === key;
    }
    case "tag": {
      const tag = folded(condition.is);
      return ({ tags }) => tags?.includes(tag) ?? false;
    }
    case "silent":
      return ({ silentDays, band }) => silentDays >= condition.is && band !== "unknown";
    case "silence": {
      const { is } = condition;
      if (is === "never") return ({ silentDays }) => silentDays === Infinity;
      return ({ silentDays }) => isWithin(Math.floor(silentDays), is);
    }
    case "tie-age":
      return ({ ageDays }) => ageDays !== undefined && isWithin(ageDays, condition.is);
    case "past-company": {
      const key = companyKey(condition.is);
      return (row) => key !== undefined && pastCompanies(row).includes(key);
    }
    case "overdue":
      return ({ isOverdue }) => isOverdue;
    case "two-way":
      return ({ twoWay }) => twoWay;
    case "muted":
      return ({ muted }) => muted === true;
    case "untracked":
      return ({ untracked }) => untracked === true;
  }
}

/** Answers of a row whether it fits, see {@link TableView}. */
export function fitting({ text, conditions }: TableView): Holds {
  const looked = lookedFor(text);
  const wanted = new Map<Condition["of"], Holds[]>();
  const unwanted: Holds[] = [];
  for (const condition of conditions) {
    if (condition.not) unwanted.push(holds(condition));
    else wanted.set(condition.of, [...(wanted.get(condition.of) ?? []), holds(condition)]);
  }
  const alternatives = [...wanted.values()];
  return (row) =>
    alternatives.every((some) => some.some((one) => one(row))) &&
    !unwanted.some((one) => one(row)) &&
    isFound(row, looked);
}

/** What a column sorts by, ascending; `undefined` where a row has nothing there. */
const SORTED: Readonly<Record<SortColumn, (row: RowOfDay) => string | number | undefined>> = {
  name: ({ nameKey }) => nameKey,
  company: ({ companyKey: key }) => key,
  field: ({ field }) => (field === "unknown" ? undefined : FIELDS.indexOf(field)),
  band: ({ band }) => BANDS.indexOf(band),
  last: ({ silentDays }) => (silentDays === Infinity ? undefined : silentDays),
  rhythm: ({ rhythmDays }) => rhythmDays,
  overdue: ({ overdue }) => (overdue === 0 ? undefined : overdue),
  tags: ({ tags }) => tags?.[0],
  connected: ({ connected }) => connected?.from,
  mutual: ({ mutual }) => mutual,
  source: ({ source }) => source,
};

const compared = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** Rows by a column; who has nothing there comes last in both directions, and equals stand by name. */
export function sortedBy<Row extends RowOfDay>(
  rows: readonly Row[],
  by: SortColumn,
  descending: boolean,
): readonly Row[] {
  const keyOf = SORTED[by];
  const sign = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => {
      if (a.key === undefined || b.key === undefined)
        return Number(a.key === undefined) - Number(b.key === undefined) || byName(a.row, b.row);
      return sign * compared(a.key, b.key) || byName(a.row, b.row);
    })
    .map(({ row }) => row);
}

const byName = (a: RowOfDay, b: RowOfDay): number =>
  compared(a.nameKey, b.nameKey) || compared(a.id, b.id);

/** Characters of a note that a row has room for. */
const NOTE_CHARACTERS = 80;

/** The first words of the latest note. */
function noteOf({ choices }: PersonRecord): string | undefined {
  const line = choices.notes?.at(-1)?.text.trim().split("\n", 1)[0];
  if (!line) return undefined;
  const characters = [...line];
  return characters.length <= NOTE_CHARACTERS
    ? line
    : `${characters.slice(0, NOTE_CHARACTERS - 1).join("")}…`;
}

/** The row of a person. */
export function tableRow(person: PersonRecord, row: RowOfDay, tie: Tie): TableRow {
  const { id, choices, mutual, summary } = person;
  const career = shownCareer(person);
  const company = career.findLast((seen) => seen.company !== undefined)?.company;
  const title = career.findLast((seen) => seen.title !== undefined || seen.headline !== undefined);
  const work = title?.title ?? title?.headline;
  const alias = linkAlias(newestFirst(person));
  const note = noteOf(person);
  const { band, last, lastExchange, elsewhereAt, knownUntil, quietDays } = tie;
  const { connected } = summary;
  return {
    id,
    ...(alias !== undefined && { alias }),
    name: shownName(person),
    ...(company !== undefined && { company }),
    ...(work !== undefined && { title: work }),
    field: row.field,
    seen: {
      band,
      ...(last && { last }),
      ...(lastExchange && { lastExchange }),
      ...(elsewhereAt !== undefined && { elsewhereAt }),
      ...(knownUntil !== undefined && { knownUntil }),
      ...(connected && { connected }),
    },
    ...(row.rhythmDays !== undefined && { rhythmDays: row.rhythmDays }),
    isOverdue: row.isOverdue,
    ...(quietDays !== undefined && { quietDays }),
    ...(choices.tags && choices.tags.length > 0 && { tags: choices.tags }),
    ...(note !== undefined && { note }),
    ...(connected && { connected }),
    ...(mutual !== undefined && { mutual }),
    ...(row.source !== undefined && { source: row.source }),
  };
}
