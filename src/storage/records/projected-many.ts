/**
 * People of many units, projected one unit after the other.
 */
import type { Alias } from "../../domain/person/person.ts";
import { personOf, type ProjectedPerson } from "../../domain/projection/person-of.ts";
import { project } from "../../domain/projection/project.ts";
import type { Question } from "../../domain/projection/question.ts";
import type { PersonStatement, Statement } from "../../domain/records/statement.ts";
import { isAlias, isPost, type PostSubject, representative } from "../../domain/records/subject.ts";
import { type Everything, statementsAbout } from "../ground/everything.ts";
import type { ManyUnit, ManyUnits } from "./many-units.ts";
import type { SlicePause } from "./slices.ts";

const isSaid = ({ body }: Statement): boolean => Object.keys(body).length > 0;

/** What a unit is projected to. */
export interface ProjectedUnit {
  readonly unit: ManyUnit;
  readonly people: readonly ProjectedPerson[];
  readonly questions: readonly Question[];
  /** The posts of the unit, and whether they wait for an author. */
  readonly posts: readonly (readonly [PostSubject, boolean])[];
}

/** One person alone, without names and posts. */
function plain(
  aliases: readonly Alias[],
  everything: Everything,
  { owner, words }: ManyUnits,
): readonly ProjectedPerson[] {
  const subject = representative(aliases);
  if (subject === undefined || aliases.some((alias) => owner.has(alias))) return [];
  const statements = aliases.flatMap(
    (alias) => statementsAbout(everything, alias) as readonly PersonStatement[],
  );
  if (!statements.some(isSaid)) return [];
  return [personOf({ subject, aliases, names: [], statements, facts: [] }, words.corrections)];
}

function projectedUnit(
  unit: ManyUnit,
  everything: Everything,
  units: ManyUnits,
  erased: ReadonlySet<string>,
): ProjectedUnit {
  const [group = []] = unit;
  if (unit.length === 1 && group.every((one) => isAlias(one)))
    return {
      unit,
      people: plain(group.filter(isAlias), everything, units),
      questions: [],
      posts: [],
    };
  const subjects = unit.flat();
  const { people, questions, waiting } = project(
    {
      statements: [
        ...subjects.flatMap((one) => statementsAbout(everything, one)),
        ...units.history,
      ],
      links: subjects.filter(isAlias).flatMap((alias) => units.links.get(alias) ?? []),
      registers: everything.registers,
    },
    (subject) => erased.has(subject),
  );
  const isWaiting = new Set(waiting);
  const posts = subjects.filter(isPost).map((post) => [post, isWaiting.has(post)] as const);
  return { unit, people, questions, posts };
}

/** Projects some of the units. */
export async function* projectedMany(
  chosen: readonly ManyUnit[],
  everything: Everything,
  units: ManyUnits,
  erased: ReadonlySet<string>,
  pause: SlicePause,
): AsyncGenerator<ProjectedUnit> {
  for (const unit of chosen) {
    yield projectedUnit(unit, everything, units, erased);
    await pause();
  }
}
