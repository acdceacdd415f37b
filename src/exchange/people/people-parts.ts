/**
 * People for a file, part by part: everybody, or those with some handles.
 */
import type { ExportedPerson } from "../../domain/directory/exported-person.ts";
import type { PersonId } from "../../domain/person/person.ts";
import type { PageQuestions } from "../../protocol/page-questions.ts";
import type { Asked } from "../../protocol/transport.ts";

/** The questions that people come from. */
export type PeopleAsker = Pick<Asked<PageQuestions>, "exportPeople" | "exportChosen">;

/** People, part by part. */
export type PeopleParts = AsyncGenerator<readonly ExportedPerson[]>;

/** People in one part: what they take in the background is a small part of a second. */
const PART = 100;
/** The same where their interactions are read, too. */
const PART_WITH_INTERACTIONS = 50;
/** More people than these are found sooner among everybody, who are then read in one go, than one after the other. */
const FEW = 500;

async function* everybody(
  ask: PeopleAsker,
  interactions: boolean,
  signal: AbortSignal,
): PeopleParts {
  const atMost = interactions ? PART_WITH_INTERACTIONS : PART;
  let after: string | undefined;
  do {
    const { people, next } = await ask.exportPeople({ after, atMost, interactions });
    signal.throwIfAborted();
    yield people;
    after = next;
  } while (after !== undefined);
}

async function* chosen(
  ask: PeopleAsker,
  ids: readonly PersonId[],
  interactions: boolean,
  signal: AbortSignal,
): PeopleParts {
  const size = interactions ? PART_WITH_INTERACTIONS : PART;
  for (let start = 0; start < ids.length; start += size) {
    const people = await ask.exportChosen({ ids: ids.slice(start, start + size), interactions });
    signal.throwIfAborted();
    yield people;
  }
}

/**
 * The people that are wanted, in the order of the handles, or in that of the history where interactions of many are wanted.
 *
 * @param ids `undefined` for everybody
 * @throws what the questions throw, and the reason of the signal
 */
export async function* peopleParts(
  ask: PeopleAsker,
  ids: readonly PersonId[] | undefined,
  interactions: boolean,
  signal: AbortSignal,
): PeopleParts {
  if (ids === undefined) yield* everybody(ask, interactions, signal);
  else if (!interactions || ids.length <= FEW) yield* chosen(ask, ids, interactions, signal);
  else {
    const wanted = new Set<PersonId>(ids);
    for await (const people of everybody(ask, interactions, signal))
      yield people.filter(({ id }) => wanted.has(id));
  }
}
