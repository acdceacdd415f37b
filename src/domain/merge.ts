/**
 * How two known people became one, so that they can be taken apart again.
 */
import type { SaidOfPerson } from "./archive-import.ts";
import type { PackedInteractions } from "./interaction-columns.ts";
import type { Alias, Person, PersonId } from "./person.ts";

/** What said that two known people are one: a page, a file that was read in, or the user. */
export type MergeWitness = "page" | "file" | "hand";

/** One merge as the card tells of it. */
export interface MergeMade {
  /** Names the merge when it is to be taken apart. */
  readonly id: string;
  /** When it was made (ms); absent where an import made it. */
  readonly at?: number;
  readonly because: MergeWitness;
  /** The two as they were called before. */
  readonly one: { readonly name: string; readonly aliases: readonly Alias[] };
  readonly other: { readonly name: string; readonly aliases: readonly Alias[] };
}

/** Two people after they were taken apart. */
export interface TakenApart {
  /** Keeps the id, and what was chosen or written down while they were one. */
  readonly kept: PersonId;
  readonly apart: PersonId;
}

/** One of the people that became one, as the history would keep them alone. */
export interface Leaf {
  readonly person: Person;
  readonly packed: PackedInteractions;
  readonly visits: readonly number[];
  /** What is known of them apart from all imports; absent while no import says anything. */
  readonly own?: SaidOfPerson;
}

/** What made two leaves one: with the leaves a tree, so that taking one link out leaves two trees. */
export interface MergeLink {
  readonly one: PersonId;
  readonly other: PersonId;
  /** When it was made (ms); absent where an import made it. */
  readonly at?: number;
  readonly because: MergeWitness;
}

/** Who somebody is made of. What is recorded later goes to the leaf by whose alias it was seen. */
export interface Merged {
  readonly leaves: readonly Leaf[];
  readonly links: readonly MergeLink[];
}

/** Names a link. A tree has at most one between two leaves. */
export const linkId = ({ one, other }: MergeLink): string => `${one}_${other}`;

/** The merges somebody is made of, latest first. */
export function mergesMade({ leaves, links }: Merged): readonly MergeMade[] {
  const called = (id: PersonId) => {
    const leaf = leaves.find(({ person }) => person.id === id);
    return { name: leaf?.person.name.value ?? "", aliases: leaf?.person.aliases ?? [] };
  };
  return links
    .map((link) => ({
      id: linkId(link),
      ...(link.at !== undefined && { at: link.at }),
      because: link.because,
      one: called(link.one),
      other: called(link.other),
    }))
    .sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
}

/** The ids of the leaves on either side of a link, its `one` first; `undefined` when there is no such link. */
export function sidesOf(
  { links }: Merged,
  id: string,
): readonly [ReadonlySet<PersonId>, ReadonlySet<PersonId>] | undefined {
  const link = links.find((one) => linkId(one) === id);
  if (link === undefined) return undefined;
  const others = links.filter((one) => one !== link);
  const side = (start: PersonId): ReadonlySet<PersonId> => {
    const reached = new Set([start]);
    // A set goes on with what is added to it on the way.
    for (const leaf of reached)
      for (const { one, other } of others) {
        if (one === leaf) reached.add(other);
        if (other === leaf) reached.add(one);
      }
    return reached;
  };
  return [side(link.one), side(link.other)];
}
