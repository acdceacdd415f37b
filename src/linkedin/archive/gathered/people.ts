/**
 * The people an archive names, by number. An address makes a person; a name only ever labels one.
 */
import type { AliasPair } from "../../../domain/records/archive-import.ts";
import { comparedName } from "../../../domain/names/compared-name.ts";
import type { Alias } from "../../../domain/person/person.ts";
import { slugAlias, urnAlias } from "../../address/aliases.ts";
import { aliasFromUrl } from "../../address/urls.ts";
import { ownCopy, texts } from "./texts.ts";

/** No person, no name. */
export const NOBODY = -1;

/** The name of members who left, or who are hidden from the owner. */
export const UNNAMED = -2;

const MEMBER_WITHOUT_NAME = "linkedin member";

/** Nine of ten addresses are written so; taking them apart like other addresses costs twenty times as much. */
const PLAIN_URL = /^https:\/\/www\.linkedin\.com\/in\/([a-z0-9-]+)$/;

/** Marks of direction and order around an address, as copying it between programs leaves them. */
const MARKS_AROUND =
  /^[\s\uFEFF\u200E\u200F\u202A-\u202E\u2066-\u2069]+|[\s\uFEFF\u200E\u200F\u202A-\u202E\u2066-\u2069]+$/g;

function aliasOf(url: string): Alias | undefined {
  const slug = PLAIN_URL.exec(url)?.[1];
  return slug === undefined ? aliasFromUrl(url.replace(MARKS_AROUND, "")) : slugAlias(slug);
}

/** How well a file knows names; of two names of one person the one better known is shown. */
export type NameRank = 2 | 3;

interface Call {
  readonly name: number;
  readonly rank: NameRank;
  readonly at: number;
}

export interface ArchivePeople {
  readonly size: number;
  /** The person an address leads to, `NOBODY` for addresses of no member. */
  ofUrl(url: string): number;
  /** The person that a cell with an address and one with a urn show together, `NOBODY` where neither names a member. */
  ofUrlAndUrn(url: string, urn: string): number;
  find(alias: Alias): number;
  /** These aliases are one person's. Before anything is read. */
  join(aliases: readonly Alias[]): number;
  /** Sorted. */
  aliases(person: number): readonly Alias[];
  /** The alias under which statements are made: the address, where there is one. */
  mainAlias(person: number): Alias | undefined;
  /** Whether nothing but a numeric id is known. */
  isNumberOnly(person: number): boolean;
  /** Aliases that rows show together, in the order of the text. */
  shownTogether(): readonly AliasPair[];
  /** Number of a name as compared; names that differ only in writing share it. `NOBODY` for an empty one, `UNNAMED` for a "LinkedIn Member". */
  nameNumber(name: string): number;
  /** A name as it is written; of several ways the one that sorts first, which has the capitals. */
  nameText(number: number): string;
  /** Whether a cell with names holds those of several people: they are joined by commas, which are also found inside of names. */
  isSeveral(number: number): boolean;
  /** The person was called so, by a source of this rank and date (ms). */
  call(person: number, name: number, rank: NameRank, at: number): void;
  /** Everybody ever called so. */
  called(name: number): readonly number[];
  isCalled(person: number, name: number): boolean;
  /** The name to show: of the best source, the newest of those. */
  shownName(person: number): string | undefined;
  /** Every name of a person, the one to show first. */
  names(person: number): readonly string[];
}

export function people(): ArchivePeople {
  const aliasesOf: Alias[][] = [];
  const byAlias = new Map<Alias, number>();
  const byUrl = new Map<string, number>();
  const compared = texts();
  const written: string[] = [];
  const byWritten = new Map<string, number>();
  const byName = new Map<number, number[]>();
  const byUrn = new Map<string, Alias | undefined>();
  const together = new Map<string, AliasPair>();
  const best: Array<Call | undefined> = [];
  let namesOf: ReadonlyMap<number, readonly number[]> | undefined;
  /** How a person was last called: most calls repeat it. */
  const last: Array<Call | undefined> = [];

  const ofAlias = (alias: Alias): number => {
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
    namesOf = undefined;
    if (namesakes === undefined) byName.set(call.name, [person]);
    else if (!namesakes.includes(person)) namesakes.push(person);
    if (isBetter(call, best[person])) best[person] = call;
  };

  const ofUrl = (url: string): number => {
    const known = byUrl.get(url);
    if (known !== undefined) return known;
    const copy = ownCopy(url);
    const alias = copy === "" ? undefined : aliasOf(copy);
    const person = alias === undefined ? NOBODY : ofAlias(alias);
    byUrl.set(copy, person);
    return person;
  };

  const aliasOfUrn = (urn: string): Alias | undefined => {
    if (urn === "") return undefined;
    if (!byUrn.has(urn)) {
      const copy = ownCopy(urn);
      byUrn.set(copy, urnAlias(copy));
    }
    return byUrn.get(urn);
  };

  const namesByPerson = (): ReadonlyMap<number, readonly number[]> => {
    const all = new Map<number, number[]>();
    for (const [name, called] of byName)
      for (const person of called) {
        const names = all.get(person);
        if (names === undefined) all.set(person, [name]);
        else names.push(name);
      }
    return all;
  };

  return {
    get size() {
      return aliasesOf.length;
    },
    ofUrl,
    ofUrlAndUrn(url, urn) {
      const person = ofUrl(url);
      const other = aliasOfUrn(urn);
      if (other === undefined) return person;
      if (person === NOBODY) return ofAlias(other);
      const own = aliasesOf[person] ?? [];
      const [main] = own;
      if (main === undefined || main === other) return person;
      const [a, b] = main < other ? [main, other] : [other, main];
      together.set(`${a} ${b}`, { a, b });
      if (!byAlias.has(other)) {
        byAlias.set(other, person);
        own.push(other);
      }
      return person;
    },
    find: (alias) => byAlias.get(alias) ?? NOBODY,
    join(aliases) {
      const known = aliases
        .map((alias) => byAlias.get(alias))
        .find((person) => person !== undefined);
      const person = known ?? aliasesOf.push([]) - 1;
      const all = new Set([...(aliasesOf[person] ?? []), ...aliases]);
      aliasesOf[person] = [...all];
      for (const alias of aliases) byAlias.set(alias, person);
      return person;
    },
    aliases: (person) => (aliasesOf[person] ?? []).toSorted(),
    mainAlias: (person) => aliasesOf[person]?.[0],
    isNumberOnly: (person) =>
      aliasesOf[person]?.every((alias) => alias.startsWith("number:")) ?? false,
    shownTogether: () =>
      [...together.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair),
    nameNumber,
    nameText: (number) => written[number] ?? "",
    isSeveral(number) {
      const text = compared.text(number);
      if (!text.includes(",")) return false;
      // The site joins names without a space. Tools that pass archives on may put one.
      if (/,(?! )/.test(text)) return true;
      return text.split(", ").every((one) => compared.find(one) !== -1);
    },
    call(person, name, rank, at) {
      if (name < 0) return;
      const before = last[person];
      if (before?.name === name && before.rank === rank && before.at === at) return;
      const call = { name, rank, at };
      last[person] = call;
      note(person, call);
    },
    called: (name) => byName.get(name) ?? [],
    isCalled: (person, name) => byName.get(name)?.includes(person) ?? false,
    shownName(person) {
      const call = best[person];
      return call && written[call.name];
    },
    names(person) {
      namesOf ??= namesByPerson();
      const shown = best[person]?.name;
      const others = (namesOf.get(person) ?? []).filter((name) => name !== shown);
      const texts = others.map((name) => written[name] ?? "").sort();
      return shown === undefined ? texts : [written[shown] ?? "", ...texts];
    },
  };
}
