/**
 * Whose the names are that facts wait under. Each import decides anew, knowing more: a name that was one person's may be two people's
 * now, and then what was said of it is nobody's.
 */
import { importSource, isJoint, jointSource, type PlacedName } from "../domain/archive-import.ts";
import { interactionKey, type Interaction } from "../domain/interaction.ts";
import type { Alias } from "../domain/person.ts";
import type { HistoryTransaction, NameDecision, StoredWaiting } from "./database.ts";
import { type AliasBook, peopleWithIds } from "./find-people.ts";
import { replace } from "./known-person.ts";

export interface NamesOf {
  readonly transaction: HistoryTransaction;
  readonly book: AliasBook;
}

/** Takes what was said of a mere name away from whoever bore it, if that is not who bears it now. Answers how many interactions went. */
export async function takeAway(
  { transaction, book }: NamesOf,
  before: readonly Alias[],
  now: readonly Alias[],
  facts: readonly Interaction[],
): Promise<number> {
  const keys = new Set(facts.map(interactionKey));
  const [ids = [], stay = []] = await book.idsOf([before, now]);
  const left = ids.filter((id) => !stay.includes(id));
  let gone = 0;
  for (const known of (await peopleWithIds(transaction, left)).values()) {
    const interactions = known.interactions.flatMap((fact) => {
      if (!keys.has(interactionKey(fact))) return [fact];
      const sources = fact.sources.filter((source) => !isJoint(source));
      return sources.length === 0 ? [] : [{ ...fact, sources }];
    });
    gone += known.interactions.length - interactions.length;
    await replace(transaction, [known], { ...known, interactions });
  }
  return gone;
}

/** Whether both are one person's, or nobody's. */
export const isSame = (a: readonly Alias[], b: readonly Alias[]): boolean =>
  a.some((alias) => b.includes(alias)) || a.length + b.length === 0;

/** The decisions at the end that all say the same. */
function latest(decided: readonly NameDecision[]): readonly NameDecision[] {
  const last = decided.at(-1);
  const other = decided.findLastIndex(({ aliases }) => !isSame(aliases, last?.aliases ?? []));
  return decided.slice(other + 1);
}

/** The record of a name, with the last decision as the one that holds. */
export const withDecisions = (facts: StoredWaiting["facts"], decided: readonly NameDecision[]) => {
  const author = decided.at(-1)?.aliases ?? [];
  return { facts, decided, ...(author.length > 0 && { author }) };
};

/**
 * Remembers whose names are, so that taking back an import that stated something of them finds these people. To be called after the
 * facts that wait were added.
 *
 * @param id the import that knows it
 * @returns how many interactions are no longer somebody's
 */
export async function decideNames(
  { transaction, book }: NamesOf,
  placed: readonly PlacedName[],
  id: string,
): Promise<number> {
  const store = transaction.objectStore("waiting");
  const all = await Promise.all(placed.map(({ subject }) => store.get(subject)));
  let gone = 0;
  for (const [place, { subject, aliases, told }] of placed.entries()) {
    const known = all[place];
    if (known === undefined) continue;
    const { facts, author: before = [], decided = [] } = known;
    if (before.length > 0 && !isSame(before, aliases))
      gone += await takeAway({ transaction, book }, before, aliases, facts);
    void store.put(
      withDecisions(facts, [...decided, { by: id, aliases, ...(told && { told }) }]),
      subject,
    );
  }
  return gone;
}

/** The facts as the latest decisions place them: each by every import from the one that stated it. */
export function placedFacts(
  facts: readonly Interaction[],
  decided: readonly NameDecision[],
): readonly Interaction[] {
  const run = latest(decided);
  return facts.flatMap((fact) => {
    const sources = fact.sources.flatMap((source) => {
      const since = run.findIndex(({ by }) => importSource(by) === source);
      return run.slice(Math.max(0, since)).map(({ by }) => jointSource(source, by));
    });
    return sources.length === 0 ? [] : [{ ...fact, sources: sources.sort() }];
  });
}
