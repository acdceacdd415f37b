/**
 * Everything about one person: projected when it is asked for, because the view holds no interactions.
 */
import { newestFirst, type PersonId, type RuledChoice } from "../../domain/person/person.ts";
import {
  aliasParts,
  personCard,
  type PersonCard,
  type PersonDetails,
  sourcedWork,
} from "../../domain/directory/person-card.ts";
import { isAlike } from "../../domain/directory/alike.ts";
import { seenNameKey } from "../../domain/directory/directory-row.ts";
import { introducers } from "../../domain/directory/introducers.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import { folded } from "../../domain/names/names.ts";
import type { PairInForce } from "../../domain/projection/groups.ts";
import type { ProjectedPerson } from "../../domain/projection/person-of.ts";
import type { Question } from "../../domain/projection/question.ts";
import { registersInForce } from "../../domain/projection/registers-in-force.ts";
import { candidate } from "../../domain/suggestions/candidate.ts";
import { sharedCompanies } from "../../domain/suggestions/circle.ts";
import { ownCompanies } from "../../domain/suggestions/own-companies.ts";
import { isOfPerson, type PersonStatement } from "../../domain/records/statement.ts";
import { isAlias, type Subject } from "../../domain/records/subject.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { projectedAround } from "../records/change-few.ts";
import { groundOf } from "../ground/ground.ts";
import { NO_OVERLAY } from "../ground/overlay.ts";
import { readings } from "../ground/readings.ts";
import { storedCoverage, storedWhole } from "../view/about.ts";
import { peopleByAliases, personWithHandle } from "../view/people.ts";
import { everybody } from "../derived/everybody.ts";

interface CardParts {
  readonly record: PersonRecord;
  readonly person: ProjectedPerson;
  readonly statements: readonly PersonStatement[];
  readonly questions: readonly Question[];
  /** What the user said of pairs of aliases around the person. */
  readonly pairs: readonly PairInForce[];
}

/** Whether a question concerns a person. */
function concerns(question: Question, { aliases, names, subject }: ProjectedPerson): boolean {
  const theirs = new Set<Subject>([subject, ...aliases, ...names]);
  switch (question.kind) {
    case "which-person":
      return theirs.has(question.name) || question.candidates.some((one) => theirs.has(one));
    case "shown-with-erased":
      return theirs.has(question.alias);
    default:
      return theirs.has(question.a) || theirs.has(question.b);
  }
}

async function shown(database: HistoryDatabase, id: PersonId): Promise<CardParts | undefined> {
  const record = await personWithHandle(database, id);
  if (record === undefined) return undefined;
  const ground = await groundOf(database);
  const starts = [record.subject, ...record.aliases];
  const { unit, projected } = await projectedAround(readings(database), ground, NO_OVERLAY, starts);
  const person = projected.people.find(({ subject }) => subject === record.subject);
  if (person === undefined) return undefined;
  return {
    record,
    person,
    statements: unit.records.statements.filter(isOfPerson),
    questions: projected.questions.filter((one) => concerns(one, person)),
    pairs: registersInForce(unit.records.registers).pairs,
  };
}

/** The card of a person with at most so many interactions; `undefined` when the handle leads to nobody. */
export async function storedPersonCard(
  database: HistoryDatabase,
  id: PersonId,
  atMost: number,
  now: number,
): Promise<PersonCard | undefined> {
  const [found, coverage] = await Promise.all([shown(database, id), storedCoverage(database)]);
  return found && personCard(found.record, found.person, coverage, atMost, now);
}

/** So many people of one name are compared at most: more of a common name are no hint of anything. */
const MOST_NAMESAKES = 20;

/** Whether two people, who look like one, are one. Nobody is asked what they answered, or are asked for another reason. */
async function alikeQuestions(
  database: HistoryDatabase,
  { record, questions, pairs }: CardParts,
  now: number,
): Promise<readonly Question[]> {
  const a = record.subject;
  if (!isAlias(a)) return [];
  const { rows, rowOf } = await everybody(database, now);
  const name = folded(record.name.value);
  const namesakes = rows
    .filter((row) => seenNameKey(row) === name && row.id !== record.id)
    .slice(0, MOST_NAMESAKES)
    .flatMap(({ id }) => rowOf(id)?.aliases.slice(0, 1) ?? []);
  const people = await peopleByAliases(
    database,
    namesakes.map((alias) => [alias]),
  );
  return people.flatMap((other): readonly Question[] => {
    if (other === undefined || !isAlike(record, other)) return [];
    const [theirs, others] = [new Set<string>(record.aliases), new Set<string>(other.aliases)];
    const areBoth = (one: string, two: string): boolean =>
      (theirs.has(one) && others.has(two)) || (theirs.has(two) && others.has(one));
    const isAsked = questions.some((one) => one.kind === "one-person" && areBoth(one.a, one.b));
    const isAnswered = pairs.some((pair) => areBoth(pair.a, pair.b));
    const b = other.subject;
    return isAsked || isAnswered || !isAlias(b)
      ? []
      : [{ kind: "one-person", a, b, reason: "alike" }];
  });
}

/** What only our own pages show of a person; `undefined` when the handle leads to nobody. */
export async function storedPersonDetails(
  database: HistoryDatabase,
  id: PersonId,
  now: number,
): Promise<PersonDetails | undefined> {
  const [found, whole] = await Promise.all([shown(database, id), storedWhole(database)]);
  const { coverage } = whole;
  if (found === undefined) return undefined;
  const { record, person, statements, questions } = found;
  const alike = await alikeQuestions(database, found, now);
  const named = (person.mutual?.named ?? []).map((alias) => [alias]);
  const mutual = await peopleByAliases(database, named);
  const known = new Map(
    mutual.flatMap((one) => (one === undefined ? [] : [[one.subject, one] as const])),
  );
  return {
    seenName: record.name.value,
    aliases: newestFirst(record),
    choices: record.choices,
    rules: whole.rules.filter(({ id: rule }) =>
      Object.values<RuledChoice<unknown>>({ ...record.ruled }).some((one) => one.rule === rule),
    ),
    career: person.career,
    work: sourcedWork(person.career, statements),
    shared: sharedCompanies(candidate(record, record.summary), ownCompanies(whole.circles)),
    ...(record.mutual !== undefined && { mutual: record.mutual }),
    removed: person.removed,
    parts: aliasParts(record.aliases, statements),
    introducers: introducers(record, [...known.values()], coverage, now),
    questions: [...questions, ...alike],
  };
}
