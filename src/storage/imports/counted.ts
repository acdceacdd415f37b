/**
 * Counting what an import brings.
 */
import type { SourceId } from "../../domain/interactions/interaction.ts";
import type { ProjectedPerson } from "../../domain/projection/person-of.ts";
import { isAlias, isName, type Subject } from "../../domain/records/subject.ts";
import type { ManyChange } from "../records/change-many.ts";
import type { StagedSaid } from "./staged-said.ts";

/** The number of interactions in the text of a body. */
const COUNT = /"facts":\{"count":(\d+)/;

const factsIn = (text = ""): number => Number(COUNT.exec(text)?.[1] ?? 0);

/** People and interactions of an import. */
export interface CountedImport {
  /** People whom nobody spoke of before it. */
  readonly peopleNew: number;
  /** Other people of whom it says that something happened. */
  readonly peopleKnown: number;
  readonly interactionsNew: number;
  /** Interactions that another source says as well. */
  readonly interactionsKnown: number;
}

/** Counts what an import brings, each subject once: in the people that are projected, and in the bodies of those it touches in nothing. */
export function counting(source: SourceId) {
  let [news, known] = [0, 0];
  const people = new Set<Subject>();
  return {
    visit({ subject, interactions }: ProjectedPerson): void {
      let isIn = false;
      for (const { sources } of interactions) {
        if (!sources.includes(source)) continue;
        isIn = true;
        if (sources.length === 1) news += 1;
        else known += 1;
      }
      if (isIn) people.add(subject);
    },
    counted(said: StagedSaid, { reached, view }: ManyChange): CountedImport {
      const { texts, repeated } = said;
      const newcomers = newPeople(view, said, people);
      let untouched = 0;
      for (const subject of repeated) {
        // A post that is not reached is nobody's.
        const facts = isAlias(subject) && !reached.has(subject) ? factsIn(texts.get(subject)) : 0;
        known += facts;
        if (facts > 0) untouched += 1;
      }
      return {
        peopleNew: newcomers.size,
        peopleKnown: [...people].filter((one) => !newcomers.has(one)).length + untouched,
        interactionsNew: news,
        interactionsKnown: known,
      };
    },
  };
}

/**
 * What new people are filed under. Nobody is new who was there under another subject, or under a name that now leads to them; nor is somebody
 * of whom the import does not speak: a namesake it brings may set apart what was known of a name alone.
 *
 * @param happened subjects of people of whom the import says that something happened
 */
function newPeople(
  { people, names }: ManyChange["view"],
  { texts }: StagedSaid,
  happened: ReadonlySet<Subject>,
): ReadonlySet<Subject> {
  const were = new Set<Subject>();
  for (const { before } of people) {
    if (before === undefined) continue;
    const { subject, aliases } = before;
    for (const one of [subject, ...aliases]) were.add(one);
    if (isName(subject)) for (const called of names.get(subject) ?? []) were.add(called);
  }
  /** Whether the import says something of a subject, and no interaction: that is about the person who has it. */
  const isWithoutFacts = (subject: Subject): boolean =>
    texts.has(subject) && factsIn(texts.get(subject)) === 0;
  const newcomers = new Set<Subject>();
  for (const { before, after } of people) {
    if (before !== undefined || after === undefined) continue;
    const own: readonly Subject[] = [after.subject, ...after.aliases];
    const isSpokenOf = happened.has(after.subject) || own.some(isWithoutFacts);
    if (isSpokenOf && !own.some((one) => were.has(one))) newcomers.add(after.subject);
  }
  return newcomers;
}

/** Interactions of an import under posts that wait, and did not yet before it. */
export const waitingFacts = ({ texts, repeated }: StagedSaid, { waiting }: ManyChange): number =>
  waiting.reduce((sum, post) => (repeated.has(post) ? sum : sum + factsIn(texts.get(post))), 0);
