import { FIELD_TITLES } from "./field-titles.ts";
import { folded } from "./names.ts";

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

interface Entry {
  readonly field: Field;
  readonly words: readonly string[];
}

/** Entries by the first word they begin with, for the words written out; the rest have a wildcard there. */
interface Index {
  readonly written: ReadonlyMap<string, readonly Entry[]>;
  /** By the first three letters. */
  readonly begun: ReadonlyMap<string, readonly Entry[]>;
  readonly open: readonly Entry[];
}

function grouped(entries: readonly Entry[], key: (first: string) => string) {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = key(entry.words[0] ?? "");
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
    titlesOf(field).map((title) => ({ field, words: title.split(" ") })),
  );
  const first = (entry: Entry) => entry.words[0] ?? "";
  return {
    written: grouped(
      entries.filter((entry) => !first(entry).includes("*")),
      (word) => word,
    ),
    begun: grouped(
      entries.filter((entry) => first(entry).endsWith("*") && !first(entry).startsWith("*")),
      (word) => word.slice(0, 3),
    ),
    open: entries.filter((entry) => first(entry).startsWith("*")),
  };
}

const INDEX = titleIndex();

function fits(pattern: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  const start = pattern.startsWith("*");
  const end = pattern.endsWith("*");
  if (!start && !end) return pattern === word;
  const stem = pattern.slice(start ? 1 : 0, end ? -1 : undefined);
  if (start && end) return word.includes(stem);
  return start ? word.endsWith(stem) : word.startsWith(stem);
}

/** Where the title ends and the company, or the next of several things, begins. */
const AFTER_TITLE = /\s[-–—@|·•]\s|[|·•@;]|\s(?:at|chez|bei|presso)\s/u;

const stem = (pattern: string | undefined): string => pattern?.replaceAll("*", "") ?? "";

/** Whether an entry says all that another of as many words says, and more: "bauingenieur*" of "*ingenieur*". */
function saysMore(entry: Entry, than: Entry): boolean {
  const [words, others] = [entry.words.map(stem), than.words.map(stem)];
  return (
    words.length === others.length &&
    words.every((word, place) => word.includes(others[place] ?? "")) &&
    words.join("") !== others.join("")
  );
}

const mostTelling = (entries: readonly Entry[]): readonly Entry[] =>
  entries.filter((entry) => !entries.some((other) => saysMore(other, entry)));

/** Entries of the table that fit at this word and those after it. */
function namedAt(words: readonly string[], place: number): readonly Entry[] {
  const word = words[place] ?? "";
  const fitting = (entry: Entry) =>
    entry.words.every((pattern, step) => fits(pattern, words[place + step]));
  const named = INDEX.open.filter(fitting);
  for (const entry of INDEX.written.get(word) ?? []) if (fitting(entry)) named.push(entry);
  for (const entry of INDEX.begun.get(word.slice(0, 3)) ?? [])
    if (fitting(entry)) named.push(entry);
  return named.length < 2 ? named : mostTelling(named);
}

/** The one field these entries agree on; roles give way to fields. */
function agreed(entries: readonly Entry[]): Field | undefined {
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
  const words = folded(part)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
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
