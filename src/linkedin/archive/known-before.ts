/** What the history knew before an archive was read: its rows then tell nothing new, and are counted so. */
import { interactionsOf, type PackedInteractions } from "../../domain/interaction-columns.ts";
import type { Interaction } from "../../domain/interaction.ts";
import { nameOfSubject, type PlacedName, type WaitingFact } from "../../domain/archive-import.ts";
import type { Alias, CareerSighting } from "../../domain/person.ts";
import { type Facts, facts } from "./facts.ts";
import type { Gathered } from "./gathered.ts";
import { type KeptByName, keptByName } from "./mere-names.ts";

/** Somebody the history knows. */
export interface KnownPerson {
  readonly aliases: readonly Alias[];
  readonly name?: string;
  readonly career?: readonly CareerSighting[];
  readonly interactions?: PackedInteractions;
}

export interface KnownBefore {
  readonly facts: Facts;
  readonly careers: ReadonlyMap<number, readonly CareerSighting[]>;
  /** Reactions and comments that wait already, see `waitingKey`. */
  readonly waiting: ReadonlySet<string>;
  readonly byName: KeptByName;
  /** Posts of the owner that earlier imports told of. */
  readonly ownPosts: ReadonlySet<string>;
}

/** What makes two reactions or comments whose person is not known the same. */
export function waitingKey({ kind, from, to, ref }: Omit<Interaction, "sources">): string {
  return `${kind}|${ref ?? ""}|${from}|${to}`;
}

/** Tells the reading whom the history knows, and what of them. To be told before anything is read. */
export function knownBefore(
  gathered: Gathered,
  known: readonly KnownPerson[],
  waiting: readonly WaitingFact[],
  bearers: readonly PlacedName[],
  own: readonly string[],
): KnownBefore {
  const { people, refs } = gathered;
  const all = facts();
  const careers = new Map<number, readonly CareerSighting[]>();
  for (const { aliases, name, career = [], interactions } of known) {
    const person = people.join(aliases);
    if (name !== undefined) people.recall(person, people.nameNumber(name), 1);
    careers.set(person, career);
    if (interactions === undefined) continue;
    for (const { kind, direction, from, to, ref } of interactionsOf(interactions))
      all.add({
        person,
        kind,
        direction,
        when: { from, to },
        ref: ref === undefined ? -1 : refs.numberOf(ref),
        groupSize: 0,
        withNote: false,
      });
  }
  const posts = waiting.filter(({ subject }) => nameOfSubject(subject) === undefined);
  return {
    facts: all,
    careers,
    waiting: new Set(posts.map(({ interaction }) => waitingKey(interaction))),
    byName: keptByName(gathered, known, waiting, bearers),
    ownPosts: new Set(own),
  };
}
