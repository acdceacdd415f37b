/**
 * What has to be known of the aliases a page shows before anything is written: which of them are of people in the history, and which are
 * erased.
 */
import type { PersonId } from "../../domain/person/person.ts";
import { registersInForce } from "../../domain/projection/registers-in-force.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import {
  type Admitted,
  askedWord,
  type KnownOfErased,
  wordsLike,
} from "../../domain/records/admitted.ts";
import {
  MARKED,
  type RegisterRecord,
  registerKey,
  type RegisterWord,
} from "../../domain/records/register.ts";
import type { Statement } from "../../domain/records/statement.ts";
import type { PersonSubject, Subject } from "../../domain/records/subject.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { keysOf } from "../database/keys.ts";
import { personWithHandle } from "../view/people.ts";
import { type Ground, historyStatements } from "../ground/ground.ts";
import type { Readings } from "../ground/readings.ts";

/** For those of these subjects that are erased, the mark they go by. While nobody is erased, nothing is hashed. */
export async function erasedAmong(
  database: HistoryDatabase,
  erased: ReadonlySet<string>,
  subjects: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  if (erased.size === 0) return new Map();
  const marks = await (await keysOf(database)).marks(subjects);
  return new Map(
    [...marks].flatMap(([subject, theirs]) => {
      const mark = theirs.find((one) => erased.has(one));
      return mark === undefined ? [] : [[subject, mark] as const];
    }),
  );
}

/** What decides about sightings and records when some of their people are erased. */
export async function knownOfErased(
  database: HistoryDatabase,
  { registers, ...ground }: Ground,
  subjects: readonly PersonSubject[],
  people: ReadonlyMap<string, PersonRecord>,
): Promise<KnownOfErased> {
  const words = registersInForce(registers);
  const erasedAs = await erasedAmong(database, words.erased, subjects);
  const different = new Set(
    registers.flatMap(({ word }) => {
      if (word.kind !== "pair" || word.value !== "different") return [];
      return [`${word.a} ${word.b}`, `${word.b} ${word.a}`];
    }),
  );
  const owner = new Set(historyStatements(ground).flatMap(({ body }) => body.owner?.aliases ?? []));
  return {
    erasedAs: (subject) => erasedAs.get(subject),
    // The owner is no person of the history, and is known all the same.
    isKnown: (alias) => people.has(alias) || owner.has(alias),
    isDifferent: (alias, mark) => different.has(`${alias} ${MARKED}${mark}`),
  };
}

/** The people that some subjects belong to, by subject; a subject of nobody is missing. */
export async function peopleOf(
  reading: Readings,
  subjects: Iterable<string>,
): Promise<ReadonlyMap<string, PersonRecord>> {
  const found = await Promise.all(
    [...new Set(subjects)].map(
      async (subject) => [subject, await reading.person(subject)] as const,
    ),
  );
  return new Map(found.flatMap(([subject, person]) => (person ? [[subject, person]] : [])));
}

/** The latest version of the own statement of pages about a subject. */
export async function pageStatement(
  reading: Readings,
  { replica }: Ground,
  subject: Subject,
): Promise<Statement | undefined> {
  const said = await reading.statements(subject);
  return said.find((one) => one.source === "page" && one.replica === replica);
}

/** What follows from aliases shown together with erased ones. */
export async function wordsOfErased(
  database: HistoryDatabase,
  { registers }: Ground,
  { erasedToo, asked }: Pick<Admitted<unknown>, "erasedToo" | "asked">,
): Promise<readonly RegisterWord[]> {
  const asking = asked.map(askedWord).filter((word) => !isSaid(registers, word));
  if (erasedToo.length === 0) return asking;
  const tags = await (await keysOf(database)).tags(erasedToo.map(({ alias }) => alias));
  return [
    ...asking,
    ...erasedToo.flatMap((one): readonly RegisterWord[] => {
      const mark = tags.get(one.alias)?.mark;
      if (mark === undefined) return [];
      return [{ kind: "erased", mark, value: true }, ...wordsLike(registers, one, mark)];
    }),
  ];
}

const isSaid = (registers: readonly RegisterRecord[], word: RegisterWord): boolean =>
  registers.some((one) => registerKey(one.word) === registerKey(word));

/** A handle or an alias leads to nobody. */
export class UnknownPerson extends Error {
  override readonly name = "UnknownPerson";
}

/** The person a handle leads to. @throws {UnknownPerson} */
export async function knownPerson(database: HistoryDatabase, id: PersonId): Promise<PersonRecord> {
  const found = await personWithHandle(database, id);
  if (found === undefined) throw new UnknownPerson(id);
  return found;
}
