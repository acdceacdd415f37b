/**
 * Taking an import away from the people it speaks of.
 */
import { nameSubject, NOTHING_SAID, type SaidOfPerson } from "../domain/archive-import.ts";
import { needs, withoutSource } from "../domain/history.ts";
import type { SourceId } from "../domain/interaction.ts";
import type { Alias, Choices, PersonId } from "../domain/person.ts";
import type { HistoryTransaction, StoredInteractions, StoredPerson } from "./database.ts";
import { WORTH_A_STRETCH } from "./find-people.ts";
import { goneRuns } from "./gone-runs.ts";
import { type KnownPerson, knownPerson, ownPart, replace, unitedSaid } from "./known-person.ts";

/** People read at once. */
const STRETCH = 1000;

/** What the other imports say, by alias. */
export type SaidByOthers = ReadonlyMap<Alias, readonly SaidOfPerson[]>;

/** Whether the user said anything; that a suggestion was shown is not the user's word. */
function hasWords({ suggestedAt: _shown, ...words }: Choices): boolean {
  return Object.values(words).some((word) => word !== undefined);
}

/** What is known of a person without the import; `undefined` when that is nothing. */
function withoutImport(
  known: KnownPerson,
  source: SourceId,
  others: SaidByOthers,
): KnownPerson | undefined {
  const { own: _own, ...rest } = known;
  const { id, aliases, name, choices } = known.person;
  const interactions = withoutSource(known.interactions, source);
  const own = ownPart(known);
  const said = [...new Set(aliases.flatMap((alias) => others.get(alias) ?? []))];
  const byAddress = said.filter(({ under }) => under === undefined);
  const names = new Set([own, ...byAddress].map(({ name }) => nameSubject(name.value)));
  const byName = said.filter(({ under }) => under?.some((name) => names.has(name)));
  if (byAddress.length + byName.length > 0) {
    const left = [own, ...byAddress, ...byName].reduce(unitedSaid);
    return { ...rest, person: { id, ...left, choices }, interactions, own };
  }
  if (own.aliases.length > 0) return { ...rest, person: { id, ...own, choices }, interactions };
  const isWanted =
    hasWords(choices) ||
    interactions.length > 0 ||
    known.deleted.length > 0 ||
    known.visits.length > 0;
  // What the user wrote needs somebody to stand beside.
  if (isWanted)
    return {
      ...rest,
      person: { id, aliases, name, career: NOTHING_SAID.career, choices },
      interactions,
    };
  return undefined;
}

/** What went, counted while it goes. */
export interface Removed {
  people: number;
  interactions: number;
  readonly aliases: Set<Alias>;
}

export interface Withdrawing {
  readonly transaction: HistoryTransaction;
  readonly source: SourceId;
  readonly others: SaidByOthers;
  readonly removed: Removed;
}

/** Whether a person is nothing but what this import says, told without unpacking the interactions. */
function isOfImportAlone(
  { aliases, choices, visits, own }: StoredPerson,
  { packed, deleted, merged }: StoredInteractions,
  { source, others }: Withdrawing,
): boolean {
  return (
    packed.sources.every((all) => all.every((one) => needs(one, source))) &&
    own !== undefined &&
    own.aliases.length === 0 &&
    merged === undefined &&
    deleted.length === 0 &&
    visits.length === 0 &&
    !hasWords(choices) &&
    !aliases.some((alias) => others.has(alias))
  );
}

/** Takes the import away from one person. Answers whether somebody is left; the record of whoever is not has to be deleted. */
async function withdraw(
  withdrawing: Withdrawing,
  stored: StoredPerson,
  facts: StoredInteractions,
): Promise<boolean> {
  const { transaction, source, others, removed } = withdrawing;
  const remember = (aliases: readonly Alias[], kept: readonly Alias[], interactions: number) => {
    removed.interactions += interactions;
    for (const alias of aliases) if (!kept.includes(alias)) removed.aliases.add(alias);
  };
  if (isOfImportAlone(stored, facts, withdrawing)) {
    remember(stored.aliases, [], facts.count);
    removed.people += 1;
    return false;
  }
  const known = knownPerson(stored, facts);
  const after = withoutImport(known, source, others);
  const left = after?.interactions.length ?? 0;
  remember(stored.aliases, after?.person.aliases ?? [], known.interactions.length - left);
  if (after === undefined) removed.people += 1;
  else await replace(transaction, [known], after);
  return after !== undefined;
}

/** Goes through the whole history in the order of the ids, and deletes whoever is left out in runs. */
async function withdrawInStretches(
  withdrawing: Withdrawing,
  asked: ReadonlySet<PersonId>,
  progress: ((people: number) => void) | undefined,
): Promise<void> {
  const people = withdrawing.transaction.objectStore("people");
  const interactions = withdrawing.transaction.objectStore("interactions");
  const runs = goneRuns<PersonId>(people, interactions);
  let after: PersonId | undefined;
  let done = 0;
  for (;;) {
    const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
    const [stored, facts] = await Promise.all([
      people.getAll(range, STRETCH),
      interactions.getAll(range, STRETCH),
    ]);
    const isLeft = await Promise.all(
      stored.map(async (person, place) => {
        // Both stores hold the same ids, so the same place is the same person.
        const theirs = facts[place];
        if (theirs === undefined || !asked.has(person.id)) return true;
        done += 1;
        return withdraw(withdrawing, person, theirs);
      }),
    );
    for (const [place, { id }] of stored.entries()) {
      if (isLeft[place]) runs.stays();
      else runs.goes(id);
    }
    runs.stays();
    progress?.(done);
    after = stored.at(-1)?.id;
    if (after === undefined) return;
  }
}

async function withdrawOneByOne(
  withdrawing: Withdrawing,
  asked: ReadonlySet<PersonId>,
): Promise<void> {
  const people = withdrawing.transaction.objectStore("people");
  const interactions = withdrawing.transaction.objectStore("interactions");
  await Promise.all(
    [...asked].map(async (id) => {
      const [stored, facts] = await Promise.all([people.get(id), interactions.get(id)]);
      if (stored === undefined || facts === undefined) return;
      if (await withdraw(withdrawing, stored, facts)) return;
      await Promise.all([people.delete(id), interactions.delete(id)]);
    }),
  );
}

/**
 * Takes the import away from these people. A large share of the history is gone through in stretches.
 *
 * @param progress told how many of them are done
 */
export async function withdrawFrom(
  withdrawing: Withdrawing,
  asked: ReadonlySet<PersonId>,
  progress: ((people: number) => void) | undefined,
): Promise<void> {
  const count = await withdrawing.transaction.objectStore("people").count();
  if (asked.size * WORTH_A_STRETCH >= count)
    await withdrawInStretches(withdrawing, asked, progress);
  else await withdrawOneByOne(withdrawing, asked);
}
