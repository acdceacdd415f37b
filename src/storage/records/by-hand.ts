/**
 * What the user says: choices, notes, corrections, and who is one person.
 */
import { union } from "../../domain/history.ts";
import { interactionsOf, packed } from "../../domain/interaction-columns.ts";
import { type Interaction, interactionKey } from "../../domain/interaction.ts";
import type { Alias, PersonId } from "../../domain/person.ts";
import type { PersonRecord } from "../../domain/person-record.ts";
import { choicesMade } from "../../domain/projection/choices.ts";
import { registersInForce } from "../../domain/projection/registers-in-force.ts";
import { mergeWords } from "../../domain/records/acts/merge-words.ts";
import { takeApartWords } from "../../domain/records/acts/take-apart-words.ts";
import { notesToWrite } from "../../domain/records/note-ids.ts";
import type { HybridTime } from "../../domain/records/hybrid-time.ts";
import {
  MARKED,
  pair,
  type RegisterRecord,
  type RegisterWord,
} from "../../domain/records/register.ts";
import type { ChoiceValues, PersonStatement, Register } from "../../domain/records/statement.ts";
import type { NameSubject, PersonSubject } from "../../domain/records/subject.ts";
import type { HistoryDatabase } from "../database.ts";
import { peopleByAliases, personWithHandle } from "../view/people.ts";
import { actTime } from "./act-time.ts";
import { changeFew } from "./change-few.ts";
import type { Ground } from "./ground.ts";

/** The handle leads to nobody. */
export class UnknownPerson extends Error {}

/** Aliases that cannot be told from the rest of a person. */
export class NoSuchSplit extends Error {}

/** What the user chooses about a person. */
export interface Made {
  /** A choice without a value is taken back. */
  readonly choices?: {
    readonly [Name in keyof ChoiceValues]?: { readonly value?: ChoiceValues[Name] };
  };
  /** Notes by id; an empty text removes the note. */
  readonly notes?: Readonly<Record<string, string>>;
  /** Tags, and whether they are there. */
  readonly tags?: Readonly<Record<string, boolean>>;
  /** Reminders by id (ms); `null` takes one back. */
  readonly reminders?: Readonly<Record<string, number | null>>;
}

type HandBody = PersonStatement["body"];

async function person(database: HistoryDatabase, id: PersonId): Promise<PersonRecord> {
  const found = await personWithHandle(database, id);
  if (found === undefined) throw new UnknownPerson(id);
  return found;
}

/** What a word of the user about a person is written to: every alias the person has, or the name. */
const subjectsOf = ({ subject, aliases }: PersonRecord): readonly PersonSubject[] =>
  aliases.length > 0 ? aliases : [subject];

/** The user's own statements about some subjects, each with a change. */
async function changedStatements(
  database: HistoryDatabase,
  { replica }: Ground,
  subjects: readonly PersonSubject[],
  change: (body: HandBody, subject: PersonSubject) => HandBody,
): Promise<readonly PersonStatement[]> {
  const store = database.transaction("statements").store;
  const known = await Promise.all(subjects.map((subject) => store.get([subject, "hand", replica])));
  return subjects.map((subject, place): PersonStatement => {
    const before = known[place] as PersonStatement | undefined;
    return {
      subject,
      source: "hand",
      replica,
      version: (before?.version ?? 0) + 1,
      body: change(before?.body ?? {}, subject),
    };
  });
}

const each = <T, U>(
  record: Readonly<Record<string, T>> = {},
  made: (value: T) => U,
): Readonly<Record<string, U>> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, made(value)]));

function withMade(
  body: HandBody,
  { choices, notes, tags, reminders }: Made,
  time: HybridTime,
): HandBody {
  const text = (value: string): Register<string> => ({ value, time });
  return {
    ...body,
    ...(choices && { choices: { ...body.choices, ...choicesMade(choices, time) } }),
    ...(notes && { notes: { ...body.notes, ...each(notes, text) } }),
    ...(tags && { tags: { ...body.tags, ...each(tags, (value) => ({ value, time })) } }),
    ...(reminders && {
      reminders: {
        ...body.reminders,
        ...each(reminders, (value) => (value === null ? { time } : { value, time })),
      },
    }),
  };
}

/** Changes the user's statement about one subject. */
type Changing = (body: HandBody, subject: PersonSubject) => HandBody;

/** Changes what the user says of some people, under every alias. */
function changeByHand(
  database: HistoryDatabase,
  ids: readonly PersonId[],
  now: number,
  changing: (people: readonly PersonRecord[], time: HybridTime) => Changing,
): Promise<void> {
  return changeFew(database, now, async (ground) => {
    const people = await Promise.all(ids.map((id) => person(database, id)));
    const { time, corrections } = actTime(ground, now);
    const subjects = [...new Set(people.flatMap(subjectsOf))];
    const change = changing(people, time);
    const statements = await changedStatements(database, ground, subjects, change);
    return [{ overlay: { statements, links: [], registers: corrections }, time }, undefined];
  });
}

/**
 * Keeps the same choices about some people, all or none.
 *
 * @throws {UnknownPerson}
 */
export const chooseForMany = (
  database: HistoryDatabase,
  ids: readonly PersonId[],
  made: Made,
  now: number,
): Promise<void> =>
  changeByHand(database, ids, now, (people, time) => {
    const shown = people.flatMap(({ choices }) => choices.notes ?? []);
    const notes = made.notes && notesToWrite(shown, made.notes);
    return (body) => withMade(body, { ...made, ...(notes && { notes }) }, time);
  });

/** Keeps choices about a person. */
export const choose = (
  database: HistoryDatabase,
  id: PersonId,
  made: Made,
  now: number,
): Promise<void> => chooseForMany(database, [id], made, now);

/** The interaction with this key never was, however often it is seen; or, with `removed` false, the removal is taken back. */
export const removeInteraction = (
  database: HistoryDatabase,
  id: PersonId,
  key: string,
  removed: boolean,
  now: number,
): Promise<void> =>
  changeByHand(database, [id], now, (_people, time) => (body) => ({
    ...body,
    removed: { ...body.removed, [key]: { value: removed, time } },
  }));

/**
 * Adds what the user logs, even if the same was removed before. It is said of the subject of the person alone: what happened once must
 * not stay with both when a person is taken apart.
 */
export const addInteraction = (
  database: HistoryDatabase,
  id: PersonId,
  interaction: Interaction,
  now: number,
): Promise<void> => {
  const key = interactionKey(interaction);
  return changeByHand(database, [id], now, (people, time) => (body, subject) => {
    const before = body.facts === undefined ? [] : interactionsOf(body.facts, ["hand"]);
    return {
      ...body,
      ...(people.some((one) => one.subject === subject) && {
        facts: packed(union(before, [interaction])),
      }),
      ...(body.removed?.[key] && { removed: { ...body.removed, [key]: { value: false, time } } }),
    };
  });
};

/** Writes words as registers. */
function say<T>(
  database: HistoryDatabase,
  now: number,
  words: (ground: Ground) => Promise<readonly [readonly RegisterWord[], T]>,
): Promise<T> {
  return changeFew(database, now, async (ground) => {
    const [said, answer] = await words(ground);
    const { time, corrections } = actTime(ground, now);
    const registers = said.map((word): RegisterRecord => ({ word, replica: ground.replica, time }));
    return [
      { overlay: { statements: [], links: [], registers: [...corrections, ...registers] }, time },
      answer,
    ];
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
    const [one, two] = await Promise.all([person(database, id), person(database, other)]);
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
): Promise<void> => say(database, now, () => Promise.resolve([[pair(a, b, "nothing")], undefined]));

/**
 * Some aliases of a person are somebody else's.
 *
 * @returns an alias of each of the two
 * @throws {UnknownPerson} {@link NoSuchSplit}
 */
export const takeApart = (
  database: HistoryDatabase,
  id: PersonId,
  apart: readonly Alias[],
  now: number,
): Promise<{ readonly kept: Alias; readonly apart: Alias }> =>
  say(database, now, async (ground) => {
    const { aliases } = await person(database, id);
    const leaving = aliases.filter((alias) => apart.includes(alias));
    const staying = aliases.filter((alias) => !apart.includes(alias));
    const [stays] = staying;
    const [leaves] = leaving;
    if (stays === undefined || leaves === undefined || leaving.length < new Set(apart).size)
      throw new NoSuchSplit(id);
    const { pairs } = registersInForce(ground.registers);
    return [takeApartWords(staying, leaving, pairs), { kept: stays, apart: leaves }];
  });

/** An answer of the user to a question. */
export type Answer =
  | {
      readonly kind: "one-person";
      readonly a: Alias;
      readonly b: Alias;
      readonly value: "same" | "different";
    }
  | {
      readonly kind: "which-person";
      readonly name: NameSubject;
      readonly value: Alias | "somebody-else";
    }
  | { readonly kind: "whose-note"; readonly note: string; readonly drop: Alias }
  | { readonly kind: "whose-reminder"; readonly reminder: string; readonly drop: Alias }
  | { readonly kind: "shown-with-erased"; readonly alias: Alias; readonly mark: string };

/** Takes a note or a reminder away from the person who has an alias. */
async function takeAway(
  database: HistoryDatabase,
  alias: Alias,
  made: Made,
  now: number,
): Promise<void> {
  const [found] = await peopleByAliases(database, [[alias]]);
  if (found === undefined) throw new UnknownPerson(alias);
  await choose(database, found.id, made, now);
}

/**
 * Keeps the answer to a question.
 *
 * @throws {UnknownPerson}
 */
export function answer(database: HistoryDatabase, given: Answer, now: number): Promise<void> {
  const sayOne = (word: RegisterWord): Promise<void> =>
    say(database, now, () => Promise.resolve([[word], undefined]));
  switch (given.kind) {
    case "one-person":
      return sayOne(pair(given.a, given.b, given.value));
    case "which-person":
      return sayOne({ kind: "named", name: given.name, value: given.value });
    case "shown-with-erased":
      return sayOne(pair(given.alias, `${MARKED}${given.mark}`, "different"));
    case "whose-note":
      return takeAway(database, given.drop, { notes: { [given.note]: "" } }, now);
    case "whose-reminder":
      return takeAway(database, given.drop, { reminders: { [given.reminder]: null } }, now);
  }
}
