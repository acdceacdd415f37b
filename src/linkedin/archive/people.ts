/**
 * The people an archive names, by number. An address makes a person; a name only ever labels one.
 */
import { comparedName } from "../../domain/compared-name.ts";
import type { Alias } from "../../domain/person.ts";
import { slugAlias } from "../aliases.ts";
import { aliasFromUrl } from "../urls.ts";
import { ownCopy, texts } from "./texts.ts";

/** No person, no name. */
export const NOBODY = -1;

/** The name of members who left, or who are hidden from the owner. */
export const UNNAMED = -2;

const MEMBER_WITHOUT_NAME = "linkedin member";

/** Nine of ten addresses are written so; taking them apart like other addresses costs twenty times as much. */
const PLAIN_URL = /^https:\/\/www\.linkedin\.com\/in\/([a-z0-9-]+)$/;

function aliasOf(url: string): Alias | undefined {
  const slug = PLAIN_URL.exec(url)?.[1];
  return slug === undefined ? aliasFromUrl(url) : slugAlias(slug);
}

/** How well a file knows names; of two names of one person the one better known is shown. 0: they were called so once. */
export type NameRank = 0 | 1 | 2 | 3;

interface Call {
  readonly name: number;
  readonly rank: NameRank;
  readonly at: number;
}

export interface People {
  readonly size: number;
  /** The person of an alias, a new one if need be. */
  ofAlias(alias: Alias): number;
  /** The person an address leads to, `NOBODY` for addresses of no member. */
  ofUrl(url: string): number;
  find(alias: Alias): number;
  /** These aliases are one person's, says the history. To be told before anything is read. */
  join(aliases: readonly Alias[]): number;
  /** Sorted; several only where the history knows more. */
  aliases(person: number): readonly Alias[];
  /** Those that rows have; none for somebody met by name only. */
  statedAliases(person: number): readonly Alias[];
  /** Number of a name as compared; names that differ only in writing share it. `NOBODY` for an empty one, `UNNAMED` for a "LinkedIn Member". */
  nameNumber(name: string): number;
  /** A name as it is written; of several ways the one that sorts first, which has the capitals. */
  nameText(number: number): string;
  /** The person was called so, by a source of this rank and date (ms). */
  call(person: number, name: number, rank: NameRank, at: number): void;
  /** The history calls the person so. */
  recall(person: number, name: number, rank: NameRank): void;
  /** Everybody ever called so. */
  called(name: number): readonly number[];
  isCalled(person: number, name: number): boolean;
  /** Whether rows call the person so, and not the history alone. */
  isCalledInRows(person: number, name: number): boolean;
  /** The name to show: of the best source, the newest of those. */
  shownName(person: number): string | undefined;
  /** The same, of the names in rows alone. */
  statedName(person: number): string | undefined;
}

export function people(): People {
  const aliasesOf: Alias[][] = [];
  const byAlias = new Map<Alias, number>();
  const byUrl = new Map<string, number>();
  const compared = texts();
  const written: string[] = [];
  const byWritten = new Map<string, number>();
  const byName = new Map<number, number[]>();
  const stated = new Set<Alias>();
  const best: Array<Call | undefined> = [];
  const bestInRows: Array<Call | undefined> = [];
  /** What the history alone calls people, by name. */
  const recalled = new Map<number, Set<number>>();
  /** How a person was last called: most calls repeat it. */
  const last: Array<Call | undefined> = [];

  const ofAlias = (alias: Alias): number => {
    stated.add(alias);
    const known = byAlias.get(alias);
    if (known !== undefined) return known;
    byAlias.set(alias, aliasesOf.length);
    return aliasesOf.push([alias]) - 1;
  };

  const numbered = (name: string): number => {
    if (name === "") return NOBODY;
    return name === MEMBER_WITHOUT_NAME ? UNNAMED : compared.numberOf(name);
  };

  const nameNumber = (name: string): number => {
    const known = byWritten.get(name);
    if (known !== undefined) return known;
    const copy = ownCopy(name);
    const number = numbered(comparedName(copy));
    if (number >= 0) {
      const tidy = copy.replace(/\s+/g, " ").trim();
      const before = written[number];
      if (before === undefined || tidy < before) written[number] = tidy;
    }
    byWritten.set(copy, number);
    return number;
  };

  const isBetter = (now: Call, before: Call | undefined): boolean => {
    if (before === undefined) return true;
    if (now.rank !== before.rank) return now.rank > before.rank;
    if (now.at !== before.at) return now.at > before.at;
    return compared.text(now.name) < compared.text(before.name);
  };

  const note = (person: number, call: Call): void => {
    const namesakes = byName.get(call.name);
    if (namesakes === undefined) byName.set(call.name, [person]);
    else if (!namesakes.includes(person)) namesakes.push(person);
    if (isBetter(call, best[person])) best[person] = call;
  };

  return {
    get size() {
      return aliasesOf.length;
    },
    ofAlias,
    ofUrl(url) {
      const known = byUrl.get(url);
      if (known !== undefined) return known;
      const copy = ownCopy(url);
      const alias = copy === "" ? undefined : aliasOf(copy);
      const person = alias === undefined ? NOBODY : ofAlias(alias);
      byUrl.set(copy, person);
      return person;
    },
    find: (alias) => byAlias.get(alias) ?? NOBODY,
    join(aliases) {
      const known = aliases
        .map((alias) => byAlias.get(alias))
        .find((person) => person !== undefined);
      const person = known ?? aliasesOf.push([]) - 1;
      const all = new Set([...(aliasesOf[person] ?? []), ...aliases]);
      aliasesOf[person] = [...all].sort();
      for (const alias of aliases) byAlias.set(alias, person);
      return person;
    },
    aliases: (person) => aliasesOf[person] ?? [],
    statedAliases: (person) => (aliasesOf[person] ?? []).filter((alias) => stated.has(alias)),
    nameNumber,
    nameText: (number) => written[number] ?? "",
    call(person, name, rank, at) {
      if (name < 0) return;
      const before = last[person];
      if (before?.name === name && before.rank === rank && before.at === at) return;
      const call = { name, rank, at };
      last[person] = call;
      recalled.get(name)?.delete(person);
      if (isBetter(call, bestInRows[person])) bestInRows[person] = call;
      note(person, call);
    },
    recall(person, name, rank) {
      if (name < 0) return;
      note(person, { name, rank, at: 0 });
      const known = recalled.get(name);
      if (known === undefined) recalled.set(name, new Set([person]));
      else known.add(person);
    },
    called: (name) => byName.get(name) ?? [],
    isCalled: (person, name) => byName.get(name)?.includes(person) ?? false,
    isCalledInRows: (person, name) =>
      byName.get(name)?.includes(person) === true && recalled.get(name)?.has(person) !== true,
    shownName(person) {
      const call = best[person];
      return call && written[call.name];
    },
    statedName(person) {
      const call = bestInRows[person];
      return call && written[call.name];
    },
  };
}
