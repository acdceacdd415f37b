/**
 * Facts that archives give under a name without an alias: they go to the person they are of, to a person known by that name alone, or
 * wait for the user's answer.
 */
import { comparedName } from "../names/compared-name.ts";
import { union } from "../interactions/history.ts";
import { interactionKey, type Interaction } from "../interactions/interaction.ts";
import type { ClockCorrection } from "../records/hybrid-time.ts";
import type { PersonStatement } from "../records/statement.ts";
import { isName, nameOf, type NameSubject, representative } from "../records/subject.ts";
import { withoutTakenBack } from "../interactions/taken-back.ts";
import type { CountedRecords } from "./counted-records.ts";
import { type PersonDraft, type Drafts, hasWords } from "./draft.ts";
import { type NameDecision, nameDecision } from "./names.ts";
import { factsOfAll, type PersonParts, removedOf } from "./person-of.ts";
import type { Question } from "./question.ts";
import type { RegistersInForce } from "./registers-in-force.ts";

/** What became of the names. */
export interface PlacedNames {
  /** People who are known by a name only. */
  readonly people: readonly PersonParts[];
  readonly questions: readonly Question[];
}

/** The people with an alias who were ever called by one of these names. */
function namesakesOf(
  names: readonly NameSubject[],
  drafts: readonly PersonDraft[],
): ReadonlyMap<string, ReadonlySet<PersonDraft>> {
  const found = new Map(names.map((name) => [nameOf(name), new Set<PersonDraft>()]));
  if (names.length === 0) return found;
  for (const draft of drafts) {
    if (draft.isOwner) continue;
    for (const { body } of draft.statements)
      for (const { value } of body.names ?? []) found.get(comparedName(value))?.add(draft);
  }
  return found;
}

/** What makes somebody part of the owner's circle: what the user removed does not. */
function sharedWith(
  { statements }: PersonDraft,
  corrections: readonly ClockCorrection[],
): readonly Interaction[] {
  const removed = removedOf(statements, corrections);
  const facts = withoutTakenBack(factsOfAll(statements), removed);
  if (removed.length === 0) return facts;
  const isRemoved = new Set(removed);
  return facts.filter((fact) => !isRemoved.has(interactionKey(fact)));
}

/** The decision for a name where the user said who it is. */
const decidedByUser = (
  facts: readonly Interaction[],
  chosen: PersonDraft | undefined,
): NameDecision<PersonDraft> => ({
  decided: new Map(chosen === undefined || facts.length === 0 ? [] : [[chosen, facts]]),
  byName: chosen === undefined ? facts : [],
  open: [],
  candidates: [],
  strangers: chosen === undefined ? 1 : 0,
  whole: chosen ?? "by-name",
});

const withoutFacts = (statement: PersonStatement): PersonStatement => {
  const { facts: _facts, ...body } = statement.body;
  return { ...statement, body };
};

/** Places what is said of names. What belongs to somebody with an alias is added to the draft. */
export function placeNames(
  records: CountedRecords,
  { all, of }: Drafts,
  { named, corrections }: RegistersInForce,
): PlacedNames {
  const names = [...records.people.keys()].filter(isName).sort();
  const namesakes = namesakesOf(names, all);
  const people: PersonParts[] = [];
  const questions: Question[] = [];
  for (const name of names) {
    const statements = records.people.get(name) ?? [];
    const facts = factsOfAll(statements);
    const word = named.get(name);
    const chosen = word === undefined || word === "somebody-else" ? undefined : of.get(word);
    const decision =
      chosen !== undefined || word === "somebody-else"
        ? decidedByUser(facts, chosen)
        : nameDecision(
            facts,
            [...(namesakes.get(nameOf(name)) ?? [])].map((draft) => ({
              key: draft,
              interactions: sharedWith(draft, corrections),
            })),
          );
    for (const [draft, theirs] of decision.decided) draft.facts = union(draft.facts, theirs);
    if (decision.open.length > 0)
      questions.push({
        kind: "which-person",
        name,
        facts: decision.open.length,
        candidates: decision.candidates
          .flatMap(({ aliases }) => representative(aliases) ?? [])
          .sort(),
        strangers: decision.strangers,
      });
    const { whole, byName } = decision;
    if (typeof whole !== "string") {
      whole.statements.push(...statements.map(withoutFacts));
      whole.names.push(name);
    } else if (whole === "by-name" || statements.some(hasWords))
      people.push({
        subject: name,
        aliases: [],
        names: [name],
        statements: statements.map(withoutFacts),
        facts: byName,
      });
  }
  return { people, questions };
}
