/**
 * What a page or an exported file says of one person, ready to be added to what is known.
 */
import type { ExportedPerson } from "../domain/exported-history.ts";
import { union } from "../domain/history.ts";
import type { Interaction } from "../domain/interaction.ts";
import type { Alias, Person, PersonId } from "../domain/person.ts";
import { personFrom, unitedPerson } from "../domain/person-union.ts";
import type { Sighting } from "../domain/sighting.ts";
import { takenBackKey, withoutTakenBack } from "../domain/taken-back.ts";
import { withVisit } from "../domain/visits.ts";
import { type KnownPerson, unitedSaid } from "./known-person.ts";
import { alsoInLeaf, united } from "./merged.ts";

/** One person as something says, to be added to what is known. */
export interface Addition {
  /** Shown together, so they are one person's. At least one. */
  readonly aliases: readonly Alias[];
  /** What is known with this added; the id is for somebody new. Adding it again changes nothing. */
  added(known: KnownPerson | undefined, id: PersonId): KnownPerson;
  /** The same said by fewer aliases; `undefined` when none is left. */
  without(aliases: ReadonlySet<Alias>): Addition | undefined;
  /** Nothing but that these aliases are one person's. */
  namesOnly(): Addition;
}

const nobody = (person: Person): KnownPerson => ({
  person,
  interactions: [],
  deleted: [],
  visits: [],
});

const withoutAliases = (
  all: readonly Alias[],
  some: ReadonlySet<Alias>,
): readonly Alias[] | undefined => {
  const left = all.filter((alias) => !some.has(alias));
  return left.length === 0 ? undefined : left;
};

/** Sightings of one person that all show the same aliases. */
function additionOfSightings(aliases: readonly Alias[], sightings: readonly Sighting[]): Addition {
  const interactions = sightings.flatMap((sighting): readonly Interaction[] =>
    sighting.what === "interaction" ? [sighting.interaction] : [],
  );
  const visits = sightings.flatMap((sighting) =>
    sighting.what === "visit" ? [sighting.person.at] : [],
  );
  const takenBack = sightings.flatMap((sighting) =>
    sighting.what === "takenBack" ? [takenBackKey(sighting)] : [],
  );
  const addition: Addition = {
    aliases,
    added(before, id) {
      const seen = sightings
        .map(({ person }) => personFrom({ ...person, aliases }, id))
        .reduce(unitedPerson);
      const start = before ?? nobody(seen);
      const deleted = [...new Set([...start.deleted, ...takenBack])].sort();
      const isNews = interactions.length > 0 || takenBack.length > 0;
      return {
        ...start,
        person: unitedPerson(start.person, seen),
        deleted,
        interactions: isNews
          ? withoutTakenBack(union(start.interactions, interactions), deleted)
          : start.interactions,
        visits: visits.reduce(withVisit, start.visits),
        ...(start.own && { own: unitedSaid(start.own, seen) }),
      };
    },
    without(some) {
      const left = withoutAliases(aliases, some);
      return left && additionOfSightings(left, sightings);
    },
    namesOnly: () => additionOfSightings(aliases, [{ what: "person", person: { aliases, at: 0 } }]),
  };
  return addition;
}

/** Additions that say what these sightings say, one for each set of aliases shown together. */
export function additionsOfSightings(sightings: readonly Sighting[]): readonly Addition[] {
  const byAliases = new Map<string, Sighting[]>();
  for (const sighting of sightings) {
    const key = sighting.person.aliases.join(" ");
    const same = byAliases.get(key);
    if (same === undefined) byAliases.set(key, [sighting]);
    else same.push(sighting);
  }
  return [...byAliases.values()].map((same) =>
    additionOfSightings(same[0]?.person.aliases ?? [], same),
  );
}

/** One person of an exported file. */
export function additionOfExported(exported: ExportedPerson): Addition {
  const { interactions, deleted, visits, ...person } = exported;
  return {
    aliases: exported.aliases,
    added(before, id) {
      const restored: KnownPerson = { person: { ...person, id }, interactions, deleted, visits };
      return before === undefined ? restored : united(before, restored);
    },
    without(some) {
      const left = withoutAliases(exported.aliases, some);
      return left && additionOfExported({ ...exported, aliases: left });
    },
    namesOnly: () =>
      additionsOfSightings([{ what: "person", person: { aliases: exported.aliases, at: 0 } }])[0] ??
      additionOfExported(exported),
  };
}

/** What is known of somebody with this added, to the whole and to the leaf it belongs to. */
export function withAddition(
  known: KnownPerson | undefined,
  addition: Addition,
  id: PersonId,
): KnownPerson {
  const whole = addition.added(known, id);
  if (known?.merged === undefined) return whole;
  return {
    ...whole,
    ...alsoInLeaf(known, addition.aliases, (leaf, foreign) =>
      (addition.without(foreign) ?? addition).added(leaf, leaf.person.id),
    ),
  };
}
