/**
 * The user's word on who is one person.
 */
import type { Alias, PersonId } from "../../domain/person/person.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import { registersInForce } from "../../domain/projection/registers-in-force.ts";
import { mergeWords, undoMergeWords } from "../../domain/records/acts/merge-words.ts";
import { splitWords } from "../../domain/records/acts/split-words.ts";
import type { RegisterRecord, RegisterWord } from "../../domain/records/register.ts";
import type { NameSubject } from "../../domain/records/subject.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { changeFew } from "./change-few.ts";
import { type Ground, timeOf } from "../ground/ground.ts";
import { knownPerson } from "./known-subjects.ts";

/** Aliases that cannot be told from the rest of a person. */
export class NoSuchSplit extends Error {
  override readonly name = "NoSuchSplit";
}

/** Writes words as registers. */
export function say<T>(
  database: HistoryDatabase,
  now: number,
  words: (ground: Ground) => Promise<readonly [readonly RegisterWord[], T]>,
): Promise<T> {
  return changeFew(database, now, async (ground) => {
    const [said, answer] = await words(ground);
    const time = timeOf(ground, now);
    const registers = said.map((word): RegisterRecord => ({ word, replica: ground.replica, time }));
    return [{ overlay: { statements: [], links: [], registers }, time }, answer];
  });
}

/** The two aliases that were said to be of one person. */
export interface SaidSame {
  readonly a: Alias;
  readonly b: Alias;
}

/** A person known by a name only has no alias that could be linked: the user says who the name is. */
function namedInstead(one: PersonRecord, other: PersonRecord): RegisterWord | undefined {
  const [unnamed, named] = one.aliases.length === 0 ? [one, other] : [other, one];
  const [alias] = named.aliases;
  if (unnamed.aliases.length > 0 || alias === undefined) return undefined;
  return { kind: "named", name: unnamed.subject as NameSubject, value: alias };
}

/**
 * The user says that two are one person.
 *
 * @returns the pair, by which it can be taken back; `undefined` where one of them is known by a name only
 * @throws {UnknownPerson}
 */
export const mergePeople = (
  database: HistoryDatabase,
  id: PersonId,
  other: PersonId,
  now: number,
): Promise<SaidSame | undefined> =>
  say(database, now, async (ground) => {
    const [one, two] = await Promise.all([knownPerson(database, id), knownPerson(database, other)]);
    const name = namedInstead(one, two);
    if (name !== undefined) return [[name], undefined];
    const { pairs } = registersInForce(ground.registers);
    const words = mergeWords(one.aliases, two.aliases, pairs);
    const same = words.find((word) => word.kind === "pair" && word.value === "same");
    const said = same?.kind === "pair" ? { a: same.a as Alias, b: same.b as Alias } : undefined;
    return [words, said];
  });

/** Takes back that two aliases are of one person. */
export const undoMerge = (
  database: HistoryDatabase,
  { a, b }: SaidSame,
  now: number,
): Promise<void> =>
  say(database, now, ({ registers }) =>
    Promise.resolve([undoMergeWords(a, b, registers), undefined]),
  );

/**
 * Some aliases of a person are somebody else's.
 *
 * @returns an alias of each of the two
 * @throws {UnknownPerson} {@link NoSuchSplit}
 */
export const splitPerson = (
  database: HistoryDatabase,
  id: PersonId,
  split: readonly Alias[],
  now: number,
): Promise<{ readonly kept: Alias; readonly split: Alias }> =>
  say(database, now, async (ground) => {
    const { aliases } = await knownPerson(database, id);
    const leaving = aliases.filter((alias) => split.includes(alias));
    const staying = aliases.filter((alias) => !split.includes(alias));
    const [stays] = staying;
    const [leaves] = leaving;
    if (stays === undefined || leaves === undefined || leaving.length < new Set(split).size)
      throw new NoSuchSplit(id);
    const { pairs } = registersInForce(ground.registers);
    return [splitWords(staying, leaving, pairs), { kept: stays, split: leaves }];
  });
