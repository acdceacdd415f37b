/**
 * People, computed from statements, links and registers. The answer depends on the set of records only: neither their order nor
 * repetition changes it.
 */
import type { Alias } from "../person/person.ts";
import type { Records } from "../records/record-set.ts";
import type { PersonStatement } from "../records/statement.ts";
import { type PersonSubject, type PostSubject, representative } from "../records/subject.ts";
import { countedRecords } from "./counted-records.ts";
import { type PersonDraft, draftsOf } from "./draft.ts";
import { type PersonParts, personOf, type ProjectedPerson } from "./person-of.ts";
import { placeNames } from "./placed-names.ts";
import { placePosts } from "./placed-posts.ts";
import type { Question } from "./question.ts";
import { questionsOf } from "./questions.ts";
import { registersInForce } from "./registers-in-force.ts";

/** Everything computed from the records. */
export interface Projected {
  /** In the order of the subjects as text. The owner is not among them. */
  readonly people: readonly ProjectedPerson[];
  /** Everything the owner is known by; sorted. */
  readonly owner: readonly Alias[];
  readonly questions: readonly Question[];
  /** Posts with interactions that wait for an author; sorted. */
  readonly waiting: readonly PostSubject[];
}

const isSaid = ({ body }: PersonStatement): boolean => Object.keys(body).length > 0;

/** A draft as the person it makes. The owner is none, and neither is an alias without a word about it. */
function partsOf(draft: PersonDraft): readonly PersonParts[] {
  const subject = representative(draft.aliases);
  if (subject === undefined || draft.isOwner) return [];
  if (draft.facts.length === 0 && !draft.statements.some(isSaid)) return [];
  return [{ ...draft, subject }];
}

/** Objects by the text they make; each text is made once. */
function sortedByText<T>(all: readonly T[], textOf: (one: T) => string): readonly T[] {
  return all
    .map((one) => ({ one, text: textOf(one) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ one }) => one);
}

/**
 * Computes people.
 *
 * @param isErased whether an alias, or a name without aliases, belongs to an erased person: nothing about it counts
 */
export function project(
  all: Records,
  isErased: (subject: PersonSubject) => boolean = () => false,
): Projected {
  const words = registersInForce(all.registers);
  const records = countedRecords(all, words, isErased);
  const drafts = draftsOf(records, words.corrections);
  const named = placeNames(records, drafts, words);
  const waiting = placePosts(records, drafts, words.authors);
  const people = sortedByText(
    [...named.people, ...drafts.all.flatMap(partsOf)].map((parts) =>
      personOf(parts, words.corrections),
    ),
    ({ subject }) => subject,
  );
  const owner = drafts.all
    .filter(({ isOwner }) => isOwner)
    .flatMap(({ aliases }) => aliases)
    .sort();
  const questions = [...named.questions, ...questionsOf(people, owner, drafts.leftOut, words)];
  return { people, owner, questions: sortedByText(questions, JSON.stringify), waiting };
}
