/**
 * Many directory rows as one record: columns of text and of numbers, which are read from the disk several times faster than objects.
 */
import type { Candidate } from "../suggestions/candidate.ts";
import { FIELDS } from "../career/fields.ts";
import type { DirectoryRow, SearchedRow } from "./directory-row.ts";
import type { PersonId } from "../person/person.ts";
import type { PersonSubject } from "../records/subject.ts";
import { readSummary, SUMMARY_WIDTH, writeSummary } from "./summary-columns.ts";

/** Raise whenever the shape of a shard or the meaning of a column changes, the order of `FIELDS` included. */
export const SHARD_VERSION = 5;

/** A column of text: all of it in one, and where the text of each row ends. */
interface TextColumn {
  readonly all: string;
  readonly ends: Uint32Array;
}

const TEXTS = [
  "id",
  "subject",
  "name",
  "headline",
  "text",
  "joinedName",
  "company",
  "companyKey",
  "pastBands",
] as const;

type TextName = (typeof TEXTS)[number];

/** What few rows have. */
interface Rare {
  /** Where they are not the subject alone. */
  readonly aliases?: DirectoryRow["aliases"];
  /** Where they are not the key of the company alone. */
  readonly companyKeys?: readonly string[];
  readonly person?: object;
  readonly row?: object;
}

/** See the file. Rows are sorted by handle. Nobody but this file looks inside. */
export interface DirectoryShard {
  readonly texts: Readonly<Record<TextName, TextColumn>>;
  /** Per row the summary, then the field and which texts are absent. */
  readonly numbers: Float64Array;
  /** By the place of the row. */
  readonly rare: ReadonlyMap<number, Rare>;
}

const WIDTH = SUMMARY_WIDTH + 1;

const NO_COMPANY = 1;
const NO_KEY = 2;
const BY_FIELD = 4;

function column(texts: readonly string[]): TextColumn {
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (const [place, text] of texts.entries()) ends[place] = end += text.length;
  return { all: texts.join(""), ends };
}

const textAt = ({ all, ends }: TextColumn, place: number): string =>
  all.slice(place === 0 ? 0 : ends[place - 1], ends[place]);

const isOnly = (list: readonly string[] | undefined, only: string | undefined): boolean =>
  only === undefined ? list === undefined : list?.length === 1 && list[0] === only;

const isEmpty = (record: object): boolean => Object.keys(record).length === 0;

/** Packs rows; their order does not matter. */
export function packedShard(rows: readonly DirectoryRow[]): DirectoryShard {
  const sorted = rows.toSorted((a, b) =>
    a.person.id < b.person.id ? -1 : a.person.id > b.person.id ? 1 : 0,
  );
  const numbers = new Float64Array(sorted.length * WIDTH).fill(NaN);
  const rare = new Map<number, Rare>();
  const texts = Object.fromEntries(TEXTS.map((name) => [name, [] as string[]])) as Record<
    TextName,
    string[]
  >;
  for (const [place, row] of sorted.entries()) {
    const { subject, name, headline, text, joinedName, aliases, person, ...restOfRow } = row;
    const { id, summary, company, companyKey, companyKeys, field, ...restOfPerson } = person;
    const { pastBands } = summary;
    texts.id.push(id);
    texts.subject.push(subject);
    texts.name.push(name);
    texts.headline.push(headline);
    texts.text.push(text);
    texts.joinedName.push(joinedName);
    texts.company.push(company ?? "");
    texts.companyKey.push(companyKey ?? "");
    texts.pastBands.push(pastBands);
    writeSummary(summary, numbers, place * WIDTH);
    numbers[place * WIDTH + SUMMARY_WIDTH] =
      (company === undefined ? NO_COMPANY : 0) +
      (companyKey === undefined ? NO_KEY : 0) +
      BY_FIELD * (field === "unknown" ? 0 : 1 + FIELDS.indexOf(field));
    const more: Rare = {
      ...(!isOnly(aliases, subject) && { aliases }),
      ...(!isOnly(companyKeys, companyKey) && companyKeys !== undefined && { companyKeys }),
      ...(!isEmpty(restOfPerson) && { person: restOfPerson }),
      ...(!isEmpty(restOfRow) && { row: restOfRow }),
    };
    if (!isEmpty(more)) rare.set(place, more);
  }
  return {
    texts: Object.fromEntries(TEXTS.map((name) => [name, column(texts[name])])) as Record<
      TextName,
      TextColumn
    >,
    numbers,
    rare,
  };
}

const NOTHING_RARE: Rare = {};

type DraftOfPerson = { -readonly [Name in keyof Candidate]: Candidate[Name] };

function personAt(
  { texts, numbers }: DirectoryShard,
  place: number,
  { companyKeys, person }: Rare,
): Candidate {
  const what = numbers[place * WIDTH + SUMMARY_WIDTH] ?? 0;
  const draft: DraftOfPerson = {
    id: textAt(texts.id, place) as PersonId,
    summary: readSummary(numbers, place * WIDTH, textAt(texts.pastBands, place)),
    field: FIELDS[Math.floor(what / BY_FIELD) - 1] ?? "unknown",
  };
  if ((what & NO_COMPANY) === 0) draft.company = textAt(texts.company, place);
  if ((what & NO_KEY) === 0) {
    draft.companyKey = textAt(texts.companyKey, place);
    draft.companyKeys = companyKeys ?? [draft.companyKey];
  } else if (companyKeys !== undefined) draft.companyKeys = companyKeys;
  return person === undefined ? draft : { ...draft, ...person };
}

function searchedAt(shard: DirectoryShard, place: number): SearchedRow {
  const more = shard.rare.get(place) ?? NOTHING_RARE;
  const row = {
    person: personAt(shard, place, more),
    text: textAt(shard.texts.text, place),
    joinedName: textAt(shard.texts.joinedName, place),
  };
  return more.row === undefined ? row : { ...row, ...more.row };
}

function rowAt(shard: DirectoryShard, place: number): DirectoryRow {
  const { texts, rare } = shard;
  const subject = textAt(texts.subject, place) as PersonSubject;
  return {
    ...searchedAt(shard, place),
    subject,
    aliases: rare.get(place)?.aliases ?? ([subject] as DirectoryRow["aliases"]),
    name: textAt(texts.name, place),
    headline: textAt(texts.headline, place),
  };
}

/** The rows of a shard, sorted by handle. */
export const rowsOf = (shard: DirectoryShard): readonly DirectoryRow[] =>
  Array.from(shard.texts.id.ends, (_, place) => rowAt(shard, place));

/** What searching and ranking look at of each row, which is read much faster than all of it. */
export const searchedIn = (shard: DirectoryShard): readonly SearchedRow[] =>
  Array.from(shard.texts.id.ends, (_, place) => searchedAt(shard, place));

/** The place of the person with this handle; `undefined` where the shard has no such person. */
function placeIn({ texts }: DirectoryShard, handle: string): number | undefined {
  const count = texts.id.ends.length;
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (textAt(texts.id, middle) < handle) low = middle + 1;
    else high = middle;
  }
  return low < count && textAt(texts.id, low) === handle ? low : undefined;
}

/** The row of the person with this handle. */
export function rowIn(shard: DirectoryShard, handle: string): DirectoryRow | undefined {
  const place = placeIn(shard, handle);
  return place === undefined ? undefined : rowAt(shard, place);
}

/** The subject of the person with this handle. */
export function subjectIn(shard: DirectoryShard, handle: string): PersonSubject | undefined {
  const place = placeIn(shard, handle);
  return place === undefined ? undefined : (textAt(shard.texts.subject, place) as PersonSubject);
}
