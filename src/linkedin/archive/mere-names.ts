/**
 * What rows say of a mere name that nobody known bears, or several do. It is kept, so that archives brought in one after another tell
 * what they tell together.
 */
import {
  jointSource,
  nameOfSubject,
  type PlacedName,
  type WaitingFact,
} from "../../domain/archive-import.ts";
import { interactionsOf, type PackedInteractions } from "../../domain/interaction-columns.ts";
import type { Interaction, SourceId } from "../../domain/interaction.ts";
import type { Alias } from "../../domain/person.ts";
import type { Fact } from "./facts.ts";
import type { ConnectionClaim, Gathered } from "./gathered.ts";
import type { Meant } from "./name-resolution.ts";
import { NOBODY } from "./people.ts";
import { tally } from "./tally.ts";

/** A fact whose `person` stands for a name, see {@link personOfName}. */
export interface NamedFact {
  readonly name: number;
  readonly fact: Fact;
}

/** As much as is needed of somebody the history knows. */
interface Known {
  readonly aliases: readonly Alias[];
  readonly interactions?: PackedInteractions;
}

/** A number that stands for whoever bears a name, and for nobody else. */
export const personOfName = (name: number): number => -10 - name;

/** A fact that an earlier import kept by name, and that is somebody's now. */
export interface PlacedFact {
  readonly name: number;
  readonly person: number;
  readonly interaction: Interaction;
}

/** Facts that earlier imports kept by name. */
export interface KeptByName {
  /** Connections among them and those of people with addresses: they tell how many bear a name. */
  readonly connections: readonly ConnectionClaim[];
  readonly names: ReadonlySet<number>;
  /** Those whose person is known now, with the source of both imports. */
  placed(
    whoIs: (name: number) => Meant,
    owner: ReadonlySet<number>,
    id: string,
  ): readonly PlacedFact[];
}

/** Files of earlier imports have numbers below zero. */
function placeOf(file: number) {
  return { file, group: file, at: 0, tally: tally() };
}

function connectionsOf({ people }: Gathered, known: readonly Known[]): readonly ConnectionClaim[] {
  const place = placeOf(-1);
  return known.flatMap(({ aliases: [alias], interactions }) => {
    const person = alias === undefined ? NOBODY : people.find(alias);
    if (person === NOBODY || interactions === undefined) return [];
    return interactionsOf(interactions)
      .filter(({ kind }) => kind === "connected")
      .map(({ from, to }) => ({
        what: "connection" as const,
        place,
        row: 0,
        person,
        name: NOBODY,
        when: { from, to },
      }));
  });
}

/**
 * What earlier imports kept by name, and whom it was counted for: they bear the name, whatever they are called by now. To be told after the people the
 * history knows, before anything is read.
 */
export function keptByName(
  gathered: Gathered,
  known: readonly Known[],
  waiting: readonly WaitingFact[],
  bearers: readonly PlacedName[],
): KeptByName {
  const { people } = gathered;
  for (const { subject, aliases } of bearers) {
    const person = aliases.map(people.find).find((one) => one !== NOBODY);
    if (person !== undefined)
      people.recall(person, people.nameNumber(nameOfSubject(subject) ?? ""), 0);
  }
  const kept = waiting.flatMap(({ subject, interaction }) => {
    const name = nameOfSubject(subject);
    return name === undefined ? [] : [{ name: people.nameNumber(name), interaction }];
  });
  const files = new Map<SourceId, ReturnType<typeof placeOf>>();
  const placeIn = (source: SourceId) => {
    const place = files.get(source) ?? placeOf(-2 - files.size);
    files.set(source, place);
    return place;
  };
  const named = kept.flatMap(({ name, interaction: { kind, from, to, sources } }) =>
    kind === "connected"
      ? sources.map((source) => ({
          what: "connection" as const,
          place: placeIn(source),
          row: 0,
          person: NOBODY,
          name,
          when: { from, to },
        }))
      : [],
  );
  return {
    names: new Set(kept.map(({ name }) => name)),
    connections: kept.length === 0 ? [] : [...named, ...connectionsOf(gathered, known)],
    placed: (whoIs, owner, id) =>
      kept.flatMap(({ name, interaction }) => {
        const person = whoIs(name);
        if (typeof person === "string" || owner.has(person)) return [];
        const sources = interaction.sources.map((source) => jointSource(source, id));
        return [{ name, person, interaction: { ...interaction, sources } }];
      }),
  };
}
