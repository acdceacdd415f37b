/**
 * Everything that is not certain in a history, for the user to answer. Only those are looked at of whom something may be asked: names that several people have,
 * links between two people, pairs the user said something of, and people who look like one.
 */
import { isAlike } from "../../domain/directory/alike.ts";
import { seenNameKey } from "../../domain/directory/directory-row.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import type { Alias, Choices } from "../../domain/person/person.ts";
import type { PairInForce } from "../../domain/projection/groups.ts";
import type { Question } from "../../domain/projection/question.ts";
import { registersInForce } from "../../domain/projection/registers-in-force.ts";
import { isAlias, type Subject } from "../../domain/records/subject.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { everybody } from "../derived/everybody.ts";
import { groundOf } from "../ground/ground.ts";
import { NO_OVERLAY } from "../ground/overlay.ts";
import { readings } from "../ground/readings.ts";
import { projectedAround } from "../records/change-few.ts";
import { storedRevision } from "../view/about.ts";
import { peopleByAliases } from "../view/people.ts";

/** A question, with the notes and reminders it is about. */
export interface FoundQuestion {
  readonly question: Question;
  readonly choices: Pick<Choices, "notes" | "reminders">;
}

/** More than these nobody answers in one go; the rest comes when some are answered. */
const MOST = 100;

/** Where two aliases lead, whichever of them comes first. */
type PersonOf = (alias: Alias) => string | undefined;

/** The person that each alias leads to. */
async function peopleOfAliases(database: HistoryDatabase): Promise<PersonOf> {
  const transaction = database.transaction(["aliases", "people"]);
  const aliases = transaction.objectStore("aliases");
  const [keys, subjects, own] = await Promise.all([
    aliases.getAllKeys(),
    aliases.getAll(),
    transaction.objectStore("people").getAllKeys(),
  ]);
  const found = new Map<string, string>(keys.map((key, place) => [key, subjects[place] ?? key]));
  for (const subject of own) found.set(subject, subject);
  return (alias) => found.get(alias);
}

/** Subjects around which a question may stand, each unit once. */
async function starts(
  database: HistoryDatabase,
  pairs: readonly PairInForce[],
  shownWithErased: readonly { readonly alias: Alias }[],
): Promise<readonly Subject[]> {
  const personOf = await peopleOfAliases(database);
  const areTwo = (a: Alias, b: Alias): boolean => personOf(a) !== personOf(b);
  const transaction = database.transaction(["names", "links"]);
  const names = transaction.objectStore("names");
  const [keys, called, links] = await Promise.all([
    names.getAllKeys(),
    names.getAll(),
    transaction.objectStore("links").getAll(),
  ]);
  return [
    ...keys.filter(
      (_, place) => new Set((called[place] ?? []).map((alias) => personOf(alias))).size > 1,
    ),
    ...links.filter(({ a, b }) => areTwo(a, b)).map(({ a }) => a),
    ...pairs.filter(({ a, b }) => areTwo(a, b)).map(({ a }) => a),
    ...shownWithErased.map(({ alias }) => alias),
  ];
}

/** People who look like one, and of whom the user did not say whether they are. */
async function alikeQuestions(
  database: HistoryDatabase,
  pairs: readonly PairInForce[],
  now: number,
): Promise<readonly Question[]> {
  const { rows, rowOf } = await everybody(database, now);
  const byName = new Map<string, Alias[]>();
  for (const row of rows) {
    // Nobody can be alike who was never connected.
    if (row.connected === undefined) continue;
    const alias = rowOf(row.id)?.aliases[0];
    if (alias === undefined) continue;
    const name = seenNameKey(row);
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [alias]);
    else same.push(alias);
  }
  const shared = [...byName.values()].filter(({ length }) => length > 1);
  const found: Question[] = [];
  for (const aliases of shared) {
    const people = (
      await peopleByAliases(
        database,
        aliases.map((alias) => [alias]),
      )
    ).filter((one): one is PersonRecord => one !== undefined);
    const isAnswered = (one: PersonRecord, other: PersonRecord): boolean =>
      pairs.some(
        ({ a, b }) =>
          (one.aliases.includes(a) && other.aliases.includes(b)) ||
          (one.aliases.includes(b) && other.aliases.includes(a)),
      );
    for (const [place, one] of people.entries())
      for (const other of people.slice(place + 1)) {
        const [a, b] = [one.subject, other.subject].toSorted();
        if (a === undefined || b === undefined || !isAlias(a) || !isAlias(b)) continue;
        if (isAlike(one, other) && !isAnswered(one, other))
          found.push({ kind: "one-person", a, b, reason: "alike" });
      }
  }
  return found;
}

/** Two people are asked about once. */
const questionKey = (question: Question): string =>
  question.kind === "one-person"
    ? [question.a, question.b].toSorted().join(" ")
    : JSON.stringify(question);

async function found(database: HistoryDatabase, now: number): Promise<readonly FoundQuestion[]> {
  const ground = await groundOf(database);
  const { pairs, shownWithErased } = registersInForce(ground.registers);
  const questions = new Map<string, FoundQuestion>();
  const reading = readings(database);
  const seen = new Set<Subject>();
  for (const start of await starts(database, pairs, shownWithErased)) {
    if (seen.has(start)) continue;
    if (questions.size >= MOST) break;
    const { unit, projected } = await projectedAround(reading, ground, NO_OVERLAY, [start]);
    for (const subject of unit.subjects) seen.add(subject);
    for (const question of projected.questions) {
      const [person] =
        question.kind === "whose-note"
          ? projected.people.filter(({ aliases }) => aliases.includes(question.a))
          : [];
      const { notes, reminders } = person?.choices ?? {};
      questions.set(questionKey(question), {
        question,
        choices: { ...(notes && { notes }), ...(reminders && { reminders }) },
      });
    }
  }
  for (const question of await alikeQuestions(database, pairs, now)) {
    const key = questionKey(question);
    if (!questions.has(key)) questions.set(key, { question, choices: {} });
  }
  return [...questions.values()].slice(0, MOST);
}

const kept = new WeakMap<
  object,
  { readonly revision: number; readonly answer: Promise<readonly FoundQuestion[]> }
>();

/** The questions that are open, at most a hundred. They are looked for once for each change of the history. */
export async function openQuestions(
  database: HistoryDatabase,
  now: number,
): Promise<readonly FoundQuestion[]> {
  const revision = await storedRevision(database);
  const before = kept.get(database);
  if (before?.revision === revision) return before.answer;
  const answer = found(database, now);
  kept.set(database, { revision, answer });
  answer.catch(() => kept.delete(database));
  return answer;
}
