/**
 * Adding the people of an import to the history, inside its transaction.
 */
import { unwrap } from "idb";
import { NOTHING_SAID, type SaidOfPerson } from "../domain/archive-import.ts";
import { union } from "../domain/history.ts";
import { interactionKey } from "../domain/interaction.ts";
import { interactionsOf, packed } from "../domain/interaction-columns.ts";
import type { Alias, Person, PersonId } from "../domain/person.ts";
import { samePerson } from "../domain/same-person.ts";
import { SUMMARY_VERSION } from "../domain/tie-summary.ts";
import { refusals } from "./apart.ts";
import type { HistoryTransaction, StagedPerson } from "./database.ts";
import { type AliasBook, peopleWithIds } from "./find-people.ts";
import { type KnownPerson, ownPart, replace, unitedSaid } from "./known-person.ts";
import { alsoInLeaf, mergedBy } from "./merged.ts";
import type { NewId } from "./record.ts";

/** How people are added. */
export interface Adding {
  readonly transaction: HistoryTransaction;
  readonly book: AliasBook;
  readonly newId: NewId;
  readonly now: number;
}

/** What adding some people did. */
export interface AddedPeople {
  readonly peopleNew: number;
  readonly peopleKnown: number;
  readonly interactionsNew: number;
  readonly interactionsKnown: number;
  /** What was taken: of people never to be tracked no more than the aliases. */
  readonly taken: readonly StagedPerson[];
}

const personOf = ({ aliases, name, career }: SaidOfPerson, id: PersonId): Person => ({
  id,
  aliases,
  name,
  career,
  choices: {},
});

/** Writes people nobody knew: their records are made of what was staged as it is. */
function writerOfNew({ transaction, book }: Adding): (staged: StagedPerson, id: PersonId) => void {
  // The stores themselves: nobody listens to these requests, of which there are a hundred thousand; the transaction tells of failure.
  const people = unwrap(transaction.objectStore("people"));
  const facts = unwrap(transaction.objectStore("interactions"));
  const aliases = unwrap(transaction.objectStore("aliases"));
  return (staged, id) => {
    const { summary, interactions } = staged;
    people.put({ ...personOf(staged, id), summary, visits: [], own: NOTHING_SAID });
    facts.put({ packed: interactions, count: interactions.count, deleted: [] }, id);
    for (const alias of staged.aliases) aliases.put(id, alias);
    book.note(staged.aliases, id);
  };
}

const empty = (id: PersonId): KnownPerson => ({
  person: personOf(NOTHING_SAID, id),
  interactions: [],
  deleted: [],
  visits: [],
  own: NOTHING_SAID,
});

/** What is known of one person with what an import says added. */
function withImport(before: KnownPerson, staged: readonly StagedPerson[]): KnownPerson {
  const { aliases, name, career } = staged.reduce<SaidOfPerson>(unitedSaid, before.person);
  return {
    ...before,
    person: { ...before.person, aliases, name, career },
    interactions: union(
      before.interactions,
      staged.flatMap(({ interactions }) => interactionsOf(interactions)),
    ),
    own: ownPart(before),
  };
}

const without = (staged: StagedPerson, foreign: ReadonlySet<Alias>): StagedPerson => ({
  ...staged,
  aliases: staged.aliases.filter((alias) => !foreign.has(alias)),
});

const NO_INTERACTIONS = packed([]);

/** Nothing but the aliases, of which the wish not to be tracked has to know. */
const namesOnly = (staged: StagedPerson): StagedPerson => ({
  ...staged,
  ...NOTHING_SAID,
  aliases: staged.aliases,
  interactions: NO_INTERACTIONS,
});

/** People the user took apart stay apart: then what is said counts for the first of them. */
async function allowed(
  { transaction }: Adding,
  people: readonly KnownPerson[],
): Promise<readonly KnownPerson[]> {
  const [first, ...others] = people;
  if (first === undefined || others.length === 0) return people;
  const refused = await refusals(transaction, people);
  const isRefused = people.some((one) => people.some((other) => refused?.(one, other)));
  return isRefused ? [first] : people;
}

async function addToKnown(
  adding: Adding,
  found: readonly KnownPerson[],
  all: readonly StagedPerson[],
): Promise<number> {
  const people = await allowed(adding, found);
  const [first, ...others] = people;
  const id = first?.person.id ?? adding.newId();
  const strangers = found.filter((one) => !people.includes(one));
  const foreign = new Set(strangers.flatMap(({ person }) => person.aliases));
  const staged = all.map((one) => without(one, foreign));
  const aliases = staged.flatMap((one) => one.aliases);
  const before = first
    ? mergedBy(first, others, { because: "file", aliases, at: adding.now })
    : empty(id);
  const after: KnownPerson = {
    ...withImport(before, staged),
    ...alsoInLeaf(before, aliases, (leaf, theirs) =>
      withImport(
        leaf,
        staged.map((one) => without(one, theirs)),
      ),
    ),
  };
  const keys = new Set(people.flatMap((one) => one.interactions.map(interactionKey)));
  await replace(adding.transaction, people, after);
  adding.book.note(after.person.aliases, id);
  return after.interactions.length - keys.size;
}

/** Adds one part of an import. */
export async function addPeople(
  adding: Adding,
  all: readonly StagedPerson[],
): Promise<AddedPeople> {
  const ids = await adding.book.idsOf(all.map(({ aliases }) => aliases));
  const known = await peopleWithIds(adding.transaction, ids.flat());
  const isTracked = (id: PersonId) => !known.get(id)?.person.choices.neverTrack?.value;
  const people = all.map((one, place) => (ids[place]?.every(isTracked) ? one : namesOnly(one)));
  const groups = samePerson(
    people.map(({ aliases }, place) => [...aliases, ...(ids[place] ?? [])]),
  );
  const writeNew = writerOfNew(adding);
  const adds: Promise<number>[] = [];
  let [peopleNew, peopleKnown, interactionsNew, interactions] = [0, 0, 0, 0];
  for (const group of groups) {
    const staged = group.flatMap((place) => people[place] ?? []);
    const theirs = [...new Set(group.flatMap((place) => ids[place] ?? []))].sort();
    const found = theirs.flatMap((id) => known.get(id) ?? []);
    if (found.length === 0) peopleNew += 1;
    else peopleKnown += staged.length;
    for (const one of staged) interactions += one.interactions.count;
    const [only] = staged;
    const isPlain = found.length === 0 && staged.length === 1;
    if (isPlain && only?.summary.version === SUMMARY_VERSION) {
      writeNew(only, adding.newId());
      interactionsNew += only.interactions.count;
    } else adds.push(addToKnown(adding, found, staged));
  }
  for (const added of await Promise.all(adds)) interactionsNew += added;
  return {
    peopleNew,
    peopleKnown,
    interactionsNew,
    interactionsKnown: interactions - interactionsNew,
    taken: people,
  };
}
