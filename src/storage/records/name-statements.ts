/**
 * What pages say of people under their name alone: the list of conversations shows no address.
 */
import { seenNameKey } from "../../domain/directory/directory-row.ts";
import type { NamedSighting } from "../../domain/interactions/sighting.ts";
import { folded } from "../../domain/names/names.ts";
import type { Alias } from "../../domain/person/person.ts";
import { registersInForce } from "../../domain/projection/registers-in-force.ts";
import type { PersonStatement } from "../../domain/records/statement.ts";
import { type NameSubject, nameSubject } from "../../domain/records/subject.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { everybody } from "../derived/everybody.ts";
import type { Ground } from "../ground/ground.ts";
import type { Readings } from "../ground/readings.ts";
import { erasedAmong, pageStatement, peopleOf } from "./known-subjects.ts";
import { withSightings } from "./page-body.ts";

/** Statements under names, and who is called so. */
export interface NameStatements {
  readonly statements: readonly PersonStatement[];
  /** Aliases of the people who have one of the names. They are to be projected with them. */
  readonly namesakes: readonly Alias[];
}

/** The people with an address who have a name. */
async function namesakesOf(
  database: HistoryDatabase,
  names: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, readonly Alias[]>> {
  const { rows, rowOf } = await everybody(database, now);
  const found = new Map(names.map((name): [string, Alias[]] => [folded(name), []]));
  for (const row of rows) found.get(seenNameKey(row))?.push(...(rowOf(row.id)?.aliases ?? []));
  return new Map(names.map((name) => [name, found.get(folded(name)) ?? []]));
}

/**
 * The statements that pages make of names, as far as they say something new. Nothing is kept under the name of somebody whom the user
 * erased or does not want recorded. An erasure keeps no name, so while anybody is erased nobody new comes in by a name alone.
 */
export async function nameStatements(
  database: HistoryDatabase,
  reading: Readings,
  ground: Ground,
  sightings: readonly NamedSighting[],
  now: number,
): Promise<NameStatements> {
  const byName = new Map<NameSubject, NamedSighting[]>();
  for (const sighting of sightings) {
    const subject = nameSubject(sighting.person.name ?? "");
    byName.set(subject, [...(byName.get(subject) ?? []), sighting]);
  }
  if (byName.size === 0) return { statements: [], namesakes: [] };
  const words = registersInForce(ground.registers);
  const subjects = [...byName.keys()];
  const [erased, people, known, namesakes] = await Promise.all([
    erasedAmong(database, words.erased, subjects),
    peopleOf(reading, subjects),
    Promise.all(subjects.map((subject) => pageStatement(reading, ground, subject))),
    namesakesOf(
      database,
      sightings.map(({ person }) => person.name ?? ""),
      now,
    ),
  ]);
  const statements: PersonStatement[] = [];
  const around = new Set<Alias>();
  for (const [place, subject] of subjects.entries()) {
    const said = byName.get(subject) ?? [];
    const theirs = namesakes.get(said[0]?.person.name ?? "") ?? [];
    const before = known[place] as PersonStatement | undefined;
    const isNew = before === undefined && theirs.length === 0 && !people.has(subject);
    if (erased.has(subject) || (isNew && words.erased.size > 0)) continue;
    const called = await peopleOf(reading, theirs);
    if ([people.get(subject), ...called.values()].some((one) => one?.choices.neverTrack?.value))
      continue;
    const body = withSightings(before?.body ?? {}, said);
    if (body === before?.body) continue;
    for (const alias of theirs) around.add(alias);
    const version = (before?.version ?? 0) + 1;
    statements.push({ subject, source: "page", replica: ground.replica, version, body });
  }
  return { statements, namesakes: [...around] };
}
