/**
 * What was observed before it was known who is signed in, once it is.
 */
import type { Sighting } from "../../domain/interactions/sighting.ts";
import type { Alias } from "../../domain/person/person.ts";
import type { Viewer } from "../../protocol/site-questions.ts";
import type { OutboxEntry } from "../../storage/database/own-database.ts";

/** The entry as that of this member: of what depends on who that is only what is true, and nothing about the member alone. */
export function claimedEntry(entry: OutboxEntry, member: Viewer): OutboxEntry {
  const { sightings, conditional = [], session } = entry;
  const isMembers = (alias: Alias): boolean => member.aliases.includes(alias);
  const others = ({ person }: Sighting): boolean => !person.aliases.some(isMembers);
  const true_ = conditional.flatMap(({ of, sighting }) => (of.some(isMembers) ? [sighting] : []));
  return {
    viewer: member,
    sightings: [...sightings, ...true_].filter(others),
    ...(session !== undefined && { session }),
  };
}
