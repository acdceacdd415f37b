/**
 * Everything about one person: projected when it is asked for, because the view holds no interactions.
 */
import type { PersonId } from "../../domain/person/person.ts";
import {
  aliasParts,
  personCard,
  type PersonCard,
  type PersonDetails,
} from "../../domain/directory/person-card.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import type { ProjectedPerson } from "../../domain/projection/person-of.ts";
import type { Question } from "../../domain/projection/question.ts";
import { isOfPerson, type PersonStatement } from "../../domain/records/statement.ts";
import type { Subject } from "../../domain/records/subject.ts";
import type { HistoryDatabase } from "../database/database.ts";
import { projectedAround } from "../records/change-few.ts";
import { groundOf } from "../ground/ground.ts";
import { NO_OVERLAY } from "../ground/overlay.ts";
import { readings } from "../ground/readings.ts";
import { storedCoverage } from "../view/about.ts";
import { personWithHandle } from "../view/people.ts";

interface Shown {
  readonly record: PersonRecord;
  readonly person: ProjectedPerson;
  readonly statements: readonly PersonStatement[];
  readonly questions: readonly Question[];
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

async function shown(database: HistoryDatabase, id: PersonId): Promise<Shown | undefined> {
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

/** What only our own pages show of a person; `undefined` when the handle leads to nobody. */
export async function storedPersonDetails(
  database: HistoryDatabase,
  id: PersonId,
): Promise<PersonDetails | undefined> {
  const found = await shown(database, id);
  if (found === undefined) return undefined;
  const { record, person, statements, questions } = found;
  return {
    seenName: record.name.value,
    aliases: record.aliases,
    choices: record.choices,
    career: record.career,
    removed: person.removed,
    parts: aliasParts(record.aliases, statements),
    questions,
  };
}
