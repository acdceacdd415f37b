/**
 * The user's word on who is one person.
 */
import type { Alias, PersonId } from "../../domain/person/person.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import { registersInForce } from "../../domain/projection/registers-in-force.ts";
import { mergeWords, undoMergeWords } from "../../domain/records/acts/merge-words.ts";
import { splitWords } from "../../domain/records/acts/split-words.ts";
import { compareTimes } from "../../domain/records/hybrid-time.ts";
import type { PairInForce } from "../../domain/projection/groups.ts";
import {
  pair,
  type RegisterRecord,
  registerKey,
  type RegisterWord,
} from "../../domain/records/register.ts";
import { isAlias, isName, type NameSubject, representative } from "../../domain/records/subject.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { changeFew } from "./change-few.ts";
import { type Ground, timeOf } from "../ground/ground.ts";
import type { Readings } from "../ground/readings.ts";
import { keysOf } from "../database/keys.ts";
import { knownPerson } from "./known-subjects.ts";

/** Aliases that cannot be told from the rest of a person. */
export class NoSuchSplit extends Error {
  override readonly name = "NoSuchSplit";
}

/** Two handles lead to one person, and not because the user said so of them. */
export class SamePerson extends Error {
  override readonly name = "SamePerson";
}

/** Writes words as registers; where there are none, nothing. */
export function say<T>(
  database: HistoryDatabase,
  now: number,
  words: (ground: Ground, reading: Readings) => Promise<readonly [readonly RegisterWord[], T]>,
): Promise<T> {
  return changeFew(database, now, async (ground, reading) => {
    const [said, answer] = await words(ground, reading);
    if (said.length === 0) return [undefined, answer];
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

/** What the two handles of a merge named before they led to one person: the subjects among those of the person that they are made of. */
async function namedBy(
  database: HistoryDatabase,
  { aliases }: PersonRecord,
  names: Iterable<NameSubject>,
  handles: readonly PersonId[],
): Promise<readonly (string | undefined)[]> {
  const tags = await (await keysOf(database)).tags([...aliases, ...names]);
  const subjects = new Map([...tags].map(([subject, { handle }]) => [handle, subject]));
  return handles.map((handle) => subjects.get(handle));
}

/**
 * What a merge answered that is done already: the question may be asked again, because the background ended before it answered.
 *
 * @throws {SamePerson} where it is not the user who said that the two are one
 */
async function mergedBefore(
  database: HistoryDatabase,
  person: PersonRecord,
  handles: readonly [PersonId, PersonId],
  { registers }: Ground,
): Promise<SaidSame | undefined> {
  const { pairs, named } = registersInForce(registers);
  const theirs = [...named].filter(([, value]) => person.aliases.some((one) => one === value));
  const [one, other] = await namedBy(database, person, new Map(theirs).keys(), handles);
  if (one === undefined || other === undefined || one === other) throw new SamePerson(handles[0]);
  if (isName(one) !== isName(other)) return undefined;
  if (!isAlias(one) || !isAlias(other)) throw new SamePerson(handles[0]);
  const key = registerKey(pair(one, other, "same"));
  const said = pairs.find(
    (held) => held.value === "same" && registerKey(pair(held.a, held.b, "same")) === key,
  );
  if (said === undefined) throw new SamePerson(handles[0]);
  return { a: said.a, b: said.b };
}

/**
 * The user says that two are one person. Asked again it changes nothing, and answers the same.
 *
 * @returns the pair, by which it can be taken back; `undefined` where one of them is known by a name only
 * @throws {UnknownPerson} {@link SamePerson}
 */
export const mergePeople = (
  database: HistoryDatabase,
  id: PersonId,
  other: PersonId,
  now: number,
): Promise<SaidSame | undefined> =>
  say(database, now, async (ground) => {
    const [one, two] = await Promise.all([knownPerson(database, id), knownPerson(database, other)]);
    if (one.subject === two.subject)
      return [[], await mergedBefore(database, one, [id, other], ground)];
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

/** Of two words the one that was said later. */
const later = (one: PairInForce, other: PairInForce): PairInForce =>
  compareTimes(one.time, other.time) > 0 ? one : other;

/**
 * What a split answered that is done already: the question may be asked again, because the background ended before it answered.
 *
 * @returns `undefined` where it is not done
 */
async function splitBefore(
  asked: PersonRecord,
  split: readonly Alias[],
  { registers }: Ground,
  reading: Readings,
): Promise<SplitParts | undefined> {
  const leaves = representative(split);
  const gone = leaves && (await reading.person(leaves));
  if (leaves === undefined || !split.every((alias) => gone?.aliases.includes(alias) === true))
    return undefined;
  const said = registersInForce(registers).pairs.filter(
    ({ a, b, value }) => value === "different" && (a === leaves) !== (b === leaves),
  );
  if (said.length === 0) return undefined;
  const { a, b } = said.reduce(later);
  const stays = a === leaves ? b : a;
  const kept = await reading.person(stays);
  const isOfAsked = [kept?.subject, gone?.subject].includes(asked.subject);
  return isOfAsked && kept?.subject !== gone?.subject ? { kept: stays, split: leaves } : undefined;
}

/** An alias of each of the two that one person was split into. */
export interface SplitParts {
  readonly kept: Alias;
  readonly split: Alias;
}

/**
 * Some aliases of a person are somebody else's. Asked again it changes nothing, and answers the same.
 *
 * @returns an alias of each of the two
 * @throws {UnknownPerson} {@link NoSuchSplit}
 */
export const splitPerson = (
  database: HistoryDatabase,
  id: PersonId,
  split: readonly Alias[],
  now: number,
): Promise<SplitParts> =>
  say(database, now, async (ground, reading) => {
    const asked = await knownPerson(database, id);
    const { aliases } = asked;
    const leaving = aliases.filter((alias) => split.includes(alias));
    const staying = aliases.filter((alias) => !split.includes(alias));
    const [stays] = staying;
    const [leaves] = leaving;
    if (stays === undefined || leaves === undefined || leaving.length < new Set(split).size) {
      const before = await splitBefore(asked, split, ground, reading);
      if (before === undefined) throw new NoSuchSplit(id);
      return [[], before];
    }
    const { pairs } = registersInForce(ground.registers);
    return [splitWords(staying, leaving, pairs), { kept: stays, split: leaves }];
  });
