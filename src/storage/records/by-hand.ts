/**
 * What the user says of people: choices, notes, corrections.
 */
import { union } from "../../domain/interactions/history.ts";
import { interactionsOf, packed } from "../../domain/interactions/interaction-columns.ts";
import { type Interaction, interactionKey } from "../../domain/interactions/interaction.ts";
import type { Made } from "../../domain/records/made.ts";
import type { PersonId } from "../../domain/person/person.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import { choicesMade } from "../../domain/projection/choices.ts";
import type { HybridTime } from "../../domain/records/hybrid-time.ts";
import { isAsMade, madeBefore, type WayBack } from "../../domain/records/acts/choices-of-many.ts";
import { notesToWrite } from "../../domain/records/note-ids.ts";
import type { PersonStatement, Register } from "../../domain/records/statement.ts";
import type { PersonSubject } from "../../domain/records/subject.ts";
import { actBefore, noteAct } from "../database/acts-answered.ts";
import type { HistoryDatabase, HistoryTransaction } from "../database/database.ts";
import { changeFew } from "./change-few.ts";
import { type Ground, timeOf } from "../ground/ground.ts";
import { knownPerson } from "./known-subjects.ts";
import { personWithHandle } from "../view/people.ts";

type HandBody = PersonStatement["body"];

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
  { choices, notes, tags, reminders, sent }: Made,
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
    ...(sent && {
      sent: {
        ...body.sent,
        ...each(sent, (value) => (value === null ? { time } : { value, time })),
      },
    }),
  };
}

/**
 * What of an act is said of one alias. That a message was sent is said of the subject of the person alone, and that it was not, of every alias: what
 * happened once must not stay with both when a person is split.
 */
function saidOfSubject({ sent, ...made }: Made, isSubject: boolean): Made {
  if (sent === undefined) return made;
  const said = Object.entries(sent).filter(([, one]) => isSubject || one === null);
  return { ...made, ...(said.length > 0 && { sent: Object.fromEntries(said) }) };
}

/** Changes the user's statement about one subject. */
type Changing = (body: HandBody, subject: PersonSubject) => HandBody;

/** Changes what the user says of some people, under every alias. */
function changeByHand(
  database: HistoryDatabase,
  ids: readonly PersonId[],
  now: number,
  changing: (people: readonly PersonRecord[], time: HybridTime) => Changing,
  also?: (transaction: HistoryTransaction) => Promise<void>,
): Promise<void> {
  return changeFew(database, now, async (ground) => {
    const people = await Promise.all(ids.map((id) => knownPerson(database, id)));
    const time = timeOf(ground, now);
    const subjects = [...new Set(people.flatMap(subjectsOf))];
    const change = changing(people, time);
    const statements = await changedStatements(database, ground, subjects, change);
    const overlay = { statements, links: [], registers: [] };
    return [{ overlay, time, ...(also && { also }) }, undefined];
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
    const own = new Set<PersonSubject>(people.map(({ subject }) => subject));
    return (body, subject) =>
      withMade(body, { ...saidOfSubject(made, own.has(subject)), ...(notes && { notes }) }, time);
  });

/** Keeps choices about a person. */
export const choose = (
  database: HistoryDatabase,
  id: PersonId,
  made: Made,
  now: number,
): Promise<void> => chooseForMany(database, [id], made, now);

/** The people some handles lead to, each once; a handle of nobody is passed over. */
async function peopleThere(
  database: HistoryDatabase,
  ids: readonly PersonId[],
): Promise<readonly PersonRecord[]> {
  const people = await Promise.all(ids.map((id) => personWithHandle(database, id)));
  return [...new Map(people.flatMap((one) => (one ? [[one.subject, one]] : []))).values()];
}

/**
 * Keeps the same choices about everybody that the handles lead to, all or none. Answers how that is taken back; asked again within a minute, the
 * same, as long as everybody is as the act left them.
 */
export async function chooseMany(
  database: HistoryDatabase,
  asked: readonly PersonId[],
  made: Made,
  now: number,
): Promise<readonly WayBack[]> {
  const there = await peopleThere(database, asked);
  const ids = there.map(({ id }) => id);
  let back: readonly WayBack[] = [];
  if (ids.length === 0) return back;
  const act = JSON.stringify([asked, made]);
  const isDone = there.every(({ choices }) => isAsMade(choices, made));
  const before = isDone ? await actBefore(database, act, now) : undefined;
  if (before !== undefined) return before as readonly WayBack[];
  const changing = (people: readonly PersonRecord[], time: HybridTime): Changing => {
    back = people.map(({ id, choices }) => ({ id, before: madeBefore(choices, made) }));
    return (body) => withMade(body, made, time);
  };
  await changeByHand(database, ids, now, changing, (transaction) =>
    noteAct(transaction, { act, at: now, answer: back }),
  );
  return back;
}

/**
 * Takes an act on many back. Answers the handles of those who stay as they are, because they were changed since or are gone. Asked again it
 * changes nothing, and answers the same: who is as they were before the act is taken back.
 */
export async function takeBackMany(
  database: HistoryDatabase,
  made: Made,
  back: readonly WayBack[],
  now: number,
): Promise<readonly PersonId[]> {
  const there = await peopleThere(
    database,
    back.map(({ id }) => id),
  );
  const unchanged = new Set(
    there.flatMap(({ id, choices }) => (isAsMade(choices, made) ? [id] : [])),
  );
  const before = new Map(back.map((one) => [one.id, one.before]));
  const done = new Set(
    there.flatMap(({ id, choices }) => (isAsMade(choices, before.get(id) ?? {}) ? [id] : [])),
  );
  const left = back.flatMap(({ id }) => (unchanged.has(id) || done.has(id) ? [] : [id]));
  if (unchanged.size > 0)
    await changeByHand(database, [...unchanged], now, (people, time) => {
      const madeOf = new Map(
        people.flatMap((one) =>
          subjectsOf(one).map((subject) => [subject, before.get(one.id) ?? {}] as const),
        ),
      );
      return (body, subject) => withMade(body, madeOf.get(subject) ?? {}, time);
    });
  return left;
}

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
 * not stay with both when a person is split.
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
      removed: { ...body.removed, [key]: { value: false, time } },
    };
  });
};
