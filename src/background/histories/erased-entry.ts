/**
 * What waits in the outbox of people who are erased: nothing is left of them there either.
 */
import type { Sighting } from "../../domain/interactions/sighting.ts";
import { comparedName } from "../../domain/names/compared-name.ts";
import type { OutboxEntry } from "../../storage/database/own-database.ts";

/** Whom the user erases: all that they are known by. */
export interface Erased {
  readonly aliases: ReadonlySet<string>;
  /** Their names as `comparedName` gives them. */
  readonly names: ReadonlySet<string>;
}

/** A sighting without what it says of these people; `undefined` where it is about one of them. */
function withoutErased(sighting: Sighting, { aliases, names }: Erased): Sighting | undefined {
  const { person } = sighting;
  if (person.aliases.some((alias) => aliases.has(alias))) return undefined;
  const isByName = person.aliases.length === 0 && person.name !== undefined;
  if (isByName && names.has(comparedName(person.name))) return undefined;
  const { mutual } = person;
  if (mutual?.named.some((alias) => aliases.has(alias)) !== true) return sighting;
  const named = mutual.named.filter((alias) => !aliases.has(alias));
  return { ...sighting, person: { ...person, mutual: { ...mutual, named } } };
}

const isSame = <One>(before: readonly One[], after: readonly One[]): boolean =>
  before.length === after.length && before.every((one, place) => one === after[place]);

/** The entry without these people: the same one where they are not in it, `undefined` where nothing is left. */
export function entryWithout(entry: OutboxEntry, erased: Erased): OutboxEntry | undefined {
  const { sightings: before, conditional: maybe = [] } = entry;
  const sightings = before.flatMap((one) => withoutErased(one, erased) ?? []);
  const conditional = maybe.flatMap((one) => {
    const left = withoutErased(one.sighting, erased);
    if (left === undefined || one.of.some((alias) => erased.aliases.has(alias))) return [];
    return [left === one.sighting ? one : { ...one, sighting: left }];
  });
  if (isSame(before, sightings) && isSame(maybe, conditional)) return entry;
  if (sightings.length + conditional.length === 0) return undefined;
  return { ...entry, sightings, ...(maybe.length > 0 && { conditional }) };
}
