/**
 * What is taken in although somebody was erased: nothing about an erased alias, nor about an unknown one that is shown with it.
 */
import type { Alias } from "../person/person.ts";
import type { Sighting } from "../interactions/sighting.ts";
import { withoutSubjects } from "./without-subjects.ts";
import type { Records } from "./record-set.ts";
import { MARKED, pair, type RegisterRecord, type RegisterWord } from "./register.ts";
import { isAlias, isName, type PersonSubject } from "./subject.ts";

/** What has to be known of every alias that comes in. */
export interface KnownOfErased {
  /** The mark under which an alias, or a name without aliases, is erased; `undefined` where it is not. */
  readonly erasedAs: (subject: PersonSubject) => string | undefined;
  /** Whether the history says anything of an alias, or it is one of the owner. */
  readonly isKnown: (alias: Alias) => boolean;
  /** Whether the user said that an alias is not the person with this mark. */
  readonly isDifferent: (alias: Alias, mark: string) => boolean;
}

/** An alias that is erased as well. */
export interface ErasedToo {
  readonly alias: Alias;
  /** The mark of the erased alias it was shown with. The user's words on that one hold for it, too: see {@link wordsLike}. */
  readonly like: string;
}

/** An alias with a history of its own that was shown with an erased one. */
export interface AliasBesideErased {
  readonly alias: Alias;
  readonly mark: string;
}

/** What comes in, and what follows from it. */
export interface Admitted<T> {
  readonly stored: T;
  /**
   * Sorted by alias. They are to be forgotten: lists of mutual connections, attributions and words may name them.
   */
  readonly erasedToo: readonly ErasedToo[];
  /** The user is asked, see {@link askedWord}. Sorted by alias. */
  readonly asked: readonly AliasBesideErased[];
}

interface ErasureSpread {
  /** Aliases about which nothing is stored, with the mark they go by. */
  readonly gone: ReadonlyMap<Alias, string>;
  readonly erasedToo: readonly ErasedToo[];
  readonly asked: readonly AliasBesideErased[];
}

const byAlias = (a: { readonly alias: string }, b: { readonly alias: string }): number =>
  a.alias < b.alias ? -1 : a.alias > b.alias ? 1 : 0;

/** Follows erasure from alias to alias. It ends at those with a history of their own, and at those the user said are somebody else. */
function spread(
  together: readonly (readonly Alias[])[],
  { erasedAs, isKnown, isDifferent }: KnownOfErased,
): ErasureSpread {
  const besides = new Map<Alias, Set<Alias>>();
  for (const aliases of together)
    for (const alias of aliases) {
      const others = besides.get(alias) ?? new Set<Alias>();
      for (const other of aliases) others.add(other);
      besides.set(alias, others);
    }
  const gone = new Map<Alias, string>();
  for (const alias of [...besides.keys()].sort()) {
    const mark = erasedAs(alias);
    if (mark !== undefined) gone.set(alias, mark);
  }
  const erasedToo: ErasedToo[] = [];
  const asked = new Map<Alias, AliasBesideErased>();
  // A map goes on with what is added to it on the way.
  for (const [alias, mark] of gone)
    for (const other of [...(besides.get(alias) ?? [])].sort()) {
      if (gone.has(other) || isDifferent(other, mark)) continue;
      if (isKnown(other)) {
        if (!asked.has(other)) asked.set(other, { alias: other, mark });
        continue;
      }
      gone.set(other, mark);
      erasedToo.push({ alias: other, like: mark });
    }
  return {
    gone,
    erasedToo: erasedToo.sort(byAlias),
    asked: [...asked.values()].sort(byAlias),
  };
}

/** The same without mutual connections that are erased. Their number stays: it says nothing of anybody. */
function withoutMutual(sighting: Sighting, isOut: (alias: Alias) => boolean): Sighting {
  const { person } = sighting;
  if (!person.mutual?.named.some(isOut)) return sighting;
  const named = person.mutual.named.filter((alias) => !isOut(alias));
  return { ...sighting, person: { ...person, mutual: { ...person.mutual, named } } };
}

/** What is stored of some sightings. Aliases of one sighting are shown together. */
export function admittedSightings(
  sightings: readonly Sighting[],
  known: KnownOfErased,
): Admitted<readonly Sighting[]> {
  const { gone, ...follows } = spread(
    sightings.map(({ person }) => person.aliases),
    known,
  );
  const isOut = (alias: Alias): boolean => gone.has(alias) || known.erasedAs(alias) !== undefined;
  const stored = sightings.flatMap((shown): readonly Sighting[] => {
    const sighting = withoutMutual(shown, isOut);
    const aliases = sighting.person.aliases.filter((alias) => !gone.has(alias));
    if (aliases.length === sighting.person.aliases.length) return [sighting];
    return aliases.length === 0 ? [] : [{ ...sighting, person: { ...sighting.person, aliases } }];
  });
  return { stored, ...follows };
}

/** The aliases that records show to be of one person. */
const togetherIn = ({ statements, links, registers }: Records): readonly (readonly Alias[])[] => [
  ...statements.map(({ subject }) => [subject].filter(isAlias)),
  ...links.map(({ a, b }) => [a, b]),
  ...registers.flatMap(({ word }) =>
    word.kind === "pair" && word.value === "same" ? [[word.a, word.b].filter(isAlias)] : [],
  ),
];

/** What is stored of some records: of an import, a backup or another machine. The two aliases of a link are shown together. */
export function admittedRecords(records: Records, known: KnownOfErased): Admitted<Records> {
  const { gone, ...follows } = spread(togetherIn(records), known);
  const markOf = (subject: PersonSubject): string | undefined =>
    (isName(subject) ? undefined : gone.get(subject)) ?? known.erasedAs(subject);
  const stored = withoutSubjects(records, {
    isGone: (subject) => markOf(subject) !== undefined,
    isGoneHandle: () => false,
    markOf,
  });
  return { stored, ...follows };
}

/** The word that is written so that the user is asked: it says nothing of the two, but that they were shown together. */
export const askedWord = ({ alias, mark }: AliasBesideErased): RegisterWord =>
  pair(alias, `${MARKED}${mark}`, "nothing");

/** The words `different` on an erased alias, for another alias of the same person with this mark. */
export const wordsLike = (
  registers: readonly RegisterRecord[],
  { like }: ErasedToo,
  mark: string,
): readonly RegisterWord[] =>
  registers.flatMap(({ word }) => {
    if (word.kind !== "pair" || word.value !== "different") return [];
    const [other, end] = isAlias(word.a) ? [word.a, word.b] : [word.b, word.a];
    return end === `${MARKED}${like}` ? [pair(other, `${MARKED}${mark}`, "different")] : [];
  });
