import { FIELD_TITLES } from "./field-titles.ts";
import { softFolded, wordsIn } from "../names/names.ts";

/** Fields of work people are told apart by. */
export const FIELDS = [
  "engineering",
  "data",
  "design",
  "product",
  "science",
  "marketing",
  "sales",
  "finance",
  "legal",
  "people",
  "operations",
  "healthcare",
  "education",
  "media",
  "construction",
  "hospitality",
  "public",
  "consulting",
  "leadership",
] as const;
/** One of {@link FIELDS}. */
export type Field = (typeof FIELDS)[number];

/** Roles that any field has: they count only where nothing else is told. */
const ROLES: readonly Field[] = ["leadership", "consulting"];

/** A word of the table, with a wildcard before or after its stem. */
interface Pattern {
  readonly stem: string;
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

interface FieldEntry {
  readonly field: Field;
  readonly words: readonly Pattern[];
  /** The stems in one. */
  readonly said: string;
}

/** A stem (the written beginning of a word) is looked up by so many letters. */
const LETTERS = 3;

/** Entries by the first word they begin with, for the words written out; the rest have a wildcard there. */
interface Index {
  readonly written: ReadonlyMap<string, readonly FieldEntry[]>;
  /** By the first {@link LETTERS}. */
  readonly begun: ReadonlyMap<string, readonly FieldEntry[]>;
  readonly open: readonly FieldEntry[];
}

const ANYTHING: Pattern = { stem: "", openStart: true, openEnd: true };

function pattern(word: string): Pattern {
  return {
    stem: word.replaceAll("*", ""),
    openStart: word.startsWith("*"),
    openEnd: word.endsWith("*"),
  };
}

const firstOf = ({ words }: FieldEntry): Pattern => words[0] ?? ANYTHING;

function grouped(entries: readonly FieldEntry[], key: (stem: string) => string) {
  const groups = new Map<string, FieldEntry[]>();
  for (const entry of entries) {
    const name = key(firstOf(entry).stem);
    groups.set(name, [...(groups.get(name) ?? []), entry]);
  }
  return groups;
}

/** The entries of the table for one field. */
export function titlesOf(field: Field): readonly string[] {
  return FIELD_TITLES[field].split(",").map((title) => title.trim());
}

function titleIndex(): Index {
  const entries = FIELDS.flatMap((field) =>
    titlesOf(field).map((title): FieldEntry => {
      const words = title.split(" ").map(pattern);
      return { field, words, said: words.map(({ stem }) => stem).join("") };
    }),
  );
  const isOpen = (entry: FieldEntry) => firstOf(entry).openStart;
  const isBegun = (entry: FieldEntry) => firstOf(entry).openEnd && !isOpen(entry);
  return {
    written: grouped(
      entries.filter((entry) => !isOpen(entry) && !isBegun(entry)),
      (stem) => stem,
    ),
    begun: grouped(entries.filter(isBegun), (stem) => stem.slice(0, LETTERS)),
    open: entries.filter(isOpen),
  };
}

const INDEX = titleIndex();

function fits({ stem, openStart, openEnd }: Pattern, word: string | undefined): boolean {
  if (word === undefined) return false;
  if (openStart) return openEnd ? word.includes(stem) : word.endsWith(stem);
  return openEnd ? word.startsWith(stem) : stem === word;
}

/** Where the title ends and the company, or the next of several things, begins. */
const AFTER_TITLE = /\s[-–—@|·•]\s|[|·•@;]|\s(?:at|chez|bei|presso)\s/u;

/** Whether an entry says all that another of as many words says, and more: "bauingenieur*" of "*ingenieur*". */
function saysMore(entry: FieldEntry, than: FieldEntry): boolean {
  return (
    entry.said !== than.said &&
    entry.words.length === than.words.length &&
    entry.words.every(({ stem }, place) => stem.includes(than.words[place]?.stem ?? ""))
  );
}

const mostTelling = (entries: readonly FieldEntry[]): readonly FieldEntry[] =>
  entries.filter((entry) => !entries.some((other) => saysMore(other, entry)));

const fitAt = ({ words: patterns }: FieldEntry, words: readonly string[], place: number): boolean =>
  patterns.every((one, step) => fits(one, words[place + step]));

/** Entries of the table that fit at this word and those after it. */
function namedAt(words: readonly string[], place: number): readonly FieldEntry[] {
  const word = words[place] ?? "";
  const named: FieldEntry[] = [];
  for (const entries of [
    INDEX.open,
    INDEX.written.get(word),
    INDEX.begun.get(word.slice(0, LETTERS)),
  ])
    for (const entry of entries ?? []) if (fitAt(entry, words, place)) named.push(entry);
  return named.length < 2 ? named : mostTelling(named);
}

/** The one field these entries agree on; roles give way to fields. */
function agreed(entries: readonly FieldEntry[]): Field | undefined {
  const fields = new Set(entries.map((entry) => entry.field));
  const proper = [...fields].filter((field) => !ROLES.includes(field));
  const left = proper.length > 0 ? proper : [...fields];
  return left.length === 1 ? left[0] : undefined;
}

/**
 * The field of work that a title, or the first part of a headline, tells. Entries of more words count before those of fewer, and
 * those that say more of a word before those that say less;
 * where entries of one length name different fields, or none fits, the answer is "unknown".
 */
export function fieldOf(title: string | undefined): Field | "unknown" {
  const part = title?.split(AFTER_TITLE).find((piece) => piece.trim() !== "");
  if (part === undefined) return "unknown";
  const words = wordsIn(softFolded(part));
  const named = words.flatMap((_, place) => namedAt(words, place));
  const longest = Math.max(0, ...named.map((entry) => entry.words.length));
  for (let length = longest; length > 0; length -= 1) {
    const entries = named.filter((entry) => entry.words.length === length);
    if (entries.length === 0) continue;
    const roles = entries.every((entry) => ROLES.includes(entry.field));
    if (roles && length > 1) continue;
    return agreed(entries) ?? "unknown";
  }
  return agreed(named) ?? "unknown";
}
