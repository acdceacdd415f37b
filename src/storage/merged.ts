/**
 * Known people that became one: who they are made of, and what each would be alone.
 *
 * What is recorded later is added to the whole and to the leaf by whose alias it was seen, so that taking them apart needs no
 * guessing. What has no alias of its own (a choice, something written down by hand, or added without asking) stays with the one that
 * keeps the id.
 */
import { union } from "../domain/history.ts";
import { interactionsOf, packed } from "../domain/interaction-columns.ts";
import type { Leaf, Merged, MergeLink, MergeWitness } from "../domain/merge.ts";
import type { Alias, PersonId } from "../domain/person.ts";
import { unitedPerson } from "../domain/person-union.ts";
import { unitedVisits } from "../domain/visits.ts";
import { type KnownPerson, ownPart, unitedSaid } from "./known-person.ts";

function leafOf({ person, interactions, visits, own }: KnownPerson): Leaf {
  return { person, packed: packed(interactions), visits, ...(own && { own }) };
}

/** A leaf as a person of its own; what the user deleted is kept with the whole. */
export function leafAlone({ packed: facts, ...leaf }: Leaf): KnownPerson {
  return { ...leaf, interactions: interactionsOf(facts), deleted: [] };
}

const partsOf = (known: KnownPerson): Merged =>
  known.merged ?? { leaves: [leafOf(known)], links: [] };

function linked(a: KnownPerson, b: KnownPerson, link: MergeLink): Merged {
  const [one, other] = [partsOf(a), partsOf(b)];
  return {
    leaves: [...one.leaves, ...other.leaves],
    links: [...one.links, ...other.links, link],
  };
}

/** Two records of one person as one: the first one's id, and everything of both. Two known people stay to be told apart in it. */
export function united(a: KnownPerson, b: KnownPerson): KnownPerson {
  const [one, other] = [a.person.id, b.person.id];
  const merged =
    one === other ? (a.merged ?? b.merged) : linked(a, b, { one, other, because: "file" });
  return {
    person: unitedPerson(a.person, b.person),
    interactions: union(a.interactions, b.interactions),
    deleted: [...new Set([...a.deleted, ...b.deleted])].sort(),
    visits: unitedVisits(a.visits, b.visits),
    ...((a.own ?? b.own) && { own: unitedSaid(ownPart(a), ownPart(b)) }),
    ...(merged && { merged }),
  };
}

/** What said that some people are one. */
export interface Evidence {
  readonly because: MergeWitness;
  /** The aliases that were shown together. */
  readonly aliases: readonly Alias[];
  readonly at: number;
}

const named = (leaves: readonly Leaf[], aliases: readonly Alias[]): Leaf | undefined => {
  for (const alias of aliases) {
    const leaf = leaves.find(({ person }) => person.aliases.includes(alias));
    if (leaf !== undefined) return leaf;
  }
  return undefined;
};

/** Known people as the one they turned out to be. */
export function mergedBy(
  first: KnownPerson,
  others: readonly KnownPerson[],
  { because, aliases, at }: Evidence,
): KnownPerson {
  const endOf = (known: KnownPerson): PersonId =>
    (known.merged && named(known.merged.leaves, aliases)?.person.id) ?? known.person.id;
  const one = endOf(first);
  return others.reduce((whole, known) => {
    const merged = linked(whole, known, { one, other: endOf(known), because, at });
    return { ...united(whole, known), merged };
  }, first);
}

/**
 * What a person is made of after something was added to the whole: to be spread into the record. For whoever was never merged it is
 * nothing.
 *
 * @param aliases by which it was seen
 * @param added adds it to one leaf; aliases of the others (`foreign`) are not that leaf's
 */
export function alsoInLeaf(
  { merged }: KnownPerson,
  aliases: readonly Alias[],
  added: (leaf: KnownPerson, foreign: ReadonlySet<Alias>) => KnownPerson,
): { readonly merged?: Merged } {
  if (merged === undefined) return {};
  const theirs = named(merged.leaves, aliases) ?? merged.leaves[0];
  const leaves = merged.leaves.map((leaf) => {
    if (leaf !== theirs) return leaf;
    const others = merged.leaves.filter((other) => other !== leaf);
    const foreign = new Set(others.flatMap(({ person }) => person.aliases));
    return leafOf(added(leafAlone(leaf), foreign));
  });
  return { merged: { ...merged, leaves } };
}
