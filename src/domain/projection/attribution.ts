/**
 * Who wrote a post: the user's word counts, then an archive's, then what pages show. An attribution never joins two aliases.
 */
import type { Alias } from "../person/person.ts";
import type { AuthorSighting, PostStatement } from "../records/statement.ts";

/** The answer for one post. */
export type Attribution<Key> =
  | { readonly author: Key; readonly alias: Alias; readonly name?: string }
  /** The post is the owner's own: what lies under it is for nobody. */
  | "nobody"
  /** Nothing says it, or two say different things as often: it waits. */
  | "unknown";

interface ShownAuthor {
  readonly sighting: AuthorSighting;
  readonly days: Set<number>;
}

/** Sightings with a name sort before those without. */
const orderOf = ({ alias, name }: AuthorSighting): string =>
  JSON.stringify([name === undefined, name, alias]);

/** The person of most days among the sightings of one rank of sources. */
function mostDays<Key>(
  sightings: readonly AuthorSighting[],
  personOf: (alias: Alias) => Key,
): Attribution<Key> {
  const shown = new Map<Key | "nobody", ShownAuthor>();
  for (const sighting of sightings) {
    const key = sighting.alias === undefined ? "nobody" : personOf(sighting.alias);
    const known = shown.get(key);
    if (known === undefined) shown.set(key, { sighting, days: new Set(sighting.days) });
    else {
      for (const day of sighting.days) known.days.add(day);
      // One of them, the same one in any order of the statements.
      if (orderOf(sighting) < orderOf(known.sighting)) shown.set(key, { ...known, sighting });
    }
  }
  const most = Math.max(...[...shown.values()].map(({ days }) => days.size));
  const best = [...shown].filter(([, { days }]) => days.size === most);
  const [only] = best;
  if (best.length !== 1 || only === undefined) return "unknown";
  const [author, { sighting }] = only;
  if (author === "nobody" || sighting.alias === undefined) return "nobody";
  return {
    author,
    alias: sighting.alias,
    ...(sighting.name !== undefined && { name: sighting.name }),
  };
}

/** Decides for one post, from everything that is said of it. */
export function attribution<Key>(
  statements: readonly PostStatement[],
  byUser: Alias | undefined,
  personOf: (alias: Alias) => Key,
): Attribution<Key> {
  if (byUser !== undefined) return { author: personOf(byUser), alias: byUser };
  const said = (isArchive: boolean) =>
    statements.flatMap(({ source, body }) =>
      source.startsWith("archive:") === isArchive ? (body.authors ?? []) : [],
    );
  for (const sightings of [said(true), said(false)])
    if (sightings.length > 0) return mostDays(sightings, personOf);
  return "unknown";
}
