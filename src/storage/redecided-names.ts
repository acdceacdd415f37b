/**
 * Whose names are once an import is taken back that told it, or that told of namesakes: what the imports that are left would have
 * decided without it.
 */
import {
  isJoint,
  nameOfSubject,
  nameSubject,
  type SaidOfPerson,
} from "../domain/archive-import.ts";
import { union, withoutSource } from "../domain/history.ts";
import type { Interaction, SourceId } from "../domain/interaction.ts";
import { strangers } from "../domain/namesakes.ts";
import type { Alias, PersonId } from "../domain/person.ts";
import type { NameDecision, StoredPerson } from "./database.ts";
import { peopleWithIds } from "./find-people.ts";
import type { SaidByOthers } from "./import-withdrawal.ts";
import { replace } from "./known-person.ts";
import { isSame, type NamesOf, placedFacts, takeAway, withDecisions } from "./placed-names.ts";

/** People read at once. */
const STRETCH = 1000;

/** The import that is taken back. */
export interface TakenBack {
  readonly id: string;
  readonly source: SourceId;
  /** What it had stated facts of that wait. */
  readonly subjects: ReadonlySet<string>;
  readonly said: readonly SaidOfPerson[];
  readonly others: SaidByOthers;
}

/** Somebody by some of their aliases. */
type Bearers = Map<string, (readonly Alias[])[]>;

const isByAddress = ({ under }: SaidOfPerson): boolean => under === undefined;

/** Who bears these names, as far as pages and the imports that are left say. */
async function bearersOf(
  { transaction }: NamesOf,
  subjects: ReadonlySet<string>,
  others: SaidByOthers,
): Promise<Bearers> {
  const found: Bearers = new Map();
  const note = ({ name, aliases }: Pick<SaidOfPerson, "name" | "aliases">): void => {
    const subject = nameSubject(name.value);
    if (!subjects.has(subject)) return;
    const bearers = found.get(subject);
    if (bearers === undefined) found.set(subject, [aliases]);
    else bearers.push(aliases);
  };
  for (const one of new Set([...others.values()].flat())) if (isByAddress(one)) note(one);
  const people = transaction.objectStore("people");
  let after: PersonId | undefined;
  do {
    const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
    const stretch: readonly StoredPerson[] = await people.getAll(range, STRETCH);
    for (const person of stretch) note(person.own ?? person);
    after = stretch.length === STRETCH ? stretch.at(-1)?.id : undefined;
  } while (after !== undefined);
  return found;
}

const toldBy = (decided: readonly NameDecision[]): readonly (readonly Alias[])[] =>
  decided.flatMap(({ aliases, told }) => (told ? [aliases] : []));

/** The one person among the bearers of a name, if it is one. */
async function onlyBearer(
  { transaction }: NamesOf,
  ids: readonly PersonId[],
  facts: readonly Interaction[],
  source: SourceId,
): Promise<readonly Alias[]> {
  if (ids.length === 0) return [];
  const people = [...(await peopleWithIds(transaction, ids)).values()];
  const connected = ({ kind }: Interaction) => kind === "connected";
  const known = people.map(({ interactions }) =>
    withoutSource(interactions, source).filter(
      (fact) => connected(fact) && !fact.sources.every(isJoint),
    ),
  );
  const named = facts
    .filter(connected)
    .flatMap(({ from, to, sources }) => sources.map((file) => ({ when: { from, to }, file })));
  const [only] = people;
  return people.length + strangers(named, known) === 1 && only ? only.person.aliases : [];
}

/**
 * Decides anew whose the names are that the import said anything of. To be called after it was taken from what waits, and before it is
 * taken from people.
 *
 * @returns how many interactions are no longer somebody's, less those that are somebody's again
 */
export async function redecideNames(
  names: NamesOf,
  { id, source, subjects: stated, said, others }: TakenBack,
): Promise<number> {
  const { transaction, book } = names;
  const store = transaction.objectStore("waiting");
  const [subjects, all] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const spoken = new Set([
    ...stated,
    ...said.filter(isByAddress).map(({ name }) => nameSubject(name.value)),
  ]);
  const touched = subjects.flatMap((subject, place) => {
    const known = all[place];
    if (known === undefined || nameOfSubject(subject) === undefined) return [];
    const decided = known.decided ?? [];
    const left = decided.filter(({ by }) => by !== id);
    if (decided.length === 0 || (left.length === decided.length && !spoken.has(subject))) return [];
    return [{ subject, known, left }];
  });
  if (touched.length === 0) return 0;
  const bearers = await bearersOf(names, new Set(touched.map(({ subject }) => subject)), others);
  let gone = 0;
  for (const { subject, known, left } of touched) {
    const { facts, author: before = [] } = known;
    const told = [...(bearers.get(subject) ?? []), ...toldBy(left)];
    const ids = [...new Set((await book.idsOf(told)).flat())];
    const held = left.at(-1)?.aliases ?? [];
    const [holders = []] = await book.idsOf([held]);
    const stays = left.length === 0 || holders.some((holder) => ids.includes(holder));
    const now = stays ? held : await onlyBearer(names, ids, facts, source);
    const decided = stays
      ? left
      : ids.length === 0
        ? []
        : left.map((one): NameDecision => (one.told ? one : { ...one, aliases: now }));
    void store.put(withDecisions(facts, decided), subject);
    if (before.length > 0 && !isSame(before, now))
      gone += await takeAway(names, before, now, facts);
    if (now.length === 0 || (stays && isSame(before, now))) continue;
    const [theirs = []] = await book.idsOf([now]);
    for (const one of (await peopleWithIds(transaction, theirs)).values()) {
      const interactions = union(one.interactions, placedFacts(facts, decided));
      gone += one.interactions.length - interactions.length;
      await replace(transaction, [one], { ...one, interactions });
    }
  }
  return gone;
}
