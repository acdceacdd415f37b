/**
 * What an import must not bring: people who were erased, and more than aliases of people who are not to be recorded.
 */
import { admittedRecords } from "../../domain/records/admitted.ts";
import type { Link } from "../../domain/records/link.ts";
import { NO_RECORDS } from "../../domain/records/record-set.ts";
import type { RegisterWord } from "../../domain/records/register.ts";
import { isAlias, isName, type Subject } from "../../domain/records/subject.ts";
import type { HistoryDatabase } from "../database/database.ts";
import type { Ground } from "../ground/ground.ts";
import { knownOfErased, peopleOf, wordsOfErased } from "../records/known-subjects.ts";
import { readings } from "../ground/readings.ts";

/** Says nothing. */
const NO_BODY = "{}";

/** See the file. */
export interface NotTaken {
  /** Bodies that stand in place of the staged ones; `undefined` for a subject without anything to take. */
  readonly replaced: ReadonlyMap<string, string | undefined>;
  readonly erased: ReadonlySet<string>;
  /** Links of the import that are not taken. */
  readonly links: readonly Link[];
  /** What follows: aliases that are erased as well, and questions. */
  readonly words: readonly RegisterWord[];
}

/** Compares what is staged with the erasures and the choices of the user. */
export async function notTaken(
  database: HistoryDatabase,
  ground: Ground,
  subjects: ReadonlySet<Subject>,
  links: readonly Link[],
): Promise<NotTaken> {
  const ofPeople = [...subjects].filter((one) => isAlias(one) || isName(one));
  const linked = links.flatMap(({ a, b }) => [a, b]);
  const people = await peopleOf(readings(database), linked);
  const known = await knownOfErased(database, ground, [...ofPeople, ...linked], people);
  const { stored, ...follows } = admittedRecords({ ...NO_RECORDS, links }, known);
  const erased = new Set<string>([
    ...[...ofPeople, ...linked].filter((one) => known.erasedAs(one) !== undefined),
    ...follows.erasedToo.map(({ alias }) => alias),
  ]);
  const replaced = new Map<string, string | undefined>(
    [...erased].map((subject) => [subject, undefined]),
  );
  for (const { subject, aliases, choices } of await database.getAll("people"))
    if (choices.neverTrack?.value)
      for (const one of [subject, ...aliases])
        if (subjects.has(one) && !replaced.has(one)) replaced.set(one, NO_BODY);
  const taken = new Set(stored.links);
  return {
    replaced,
    erased,
    links: links.filter((one) => !taken.has(one)),
    words: await wordsOfErased(database, ground, follows),
  };
}
