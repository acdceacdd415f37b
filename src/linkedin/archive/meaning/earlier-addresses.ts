/** Addresses the owner had before: members change them, and rows may keep the old one. */
import type { Gathered } from "../gathered/gathered.ts";
import { NOBODY } from "../gathered/people.ts";

/**
 * A person with the owner's name, in the owner's place of rows that the owner is not in. Somebody of the same name who
 * ever talked with the owner is another person, and so is a connection.
 *
 * @param group the archive
 * @param connected people the archive calls connections
 */
export function earlierAddresses(
  { people, messages, recipients, ownNames }: Gathered,
  owner: number,
  group: number,
  connected: ReadonlySet<number>,
): readonly number[] {
  const names = new Set([...ownNames, people.nameNumber(people.shownName(owner) ?? "")]);
  const alike = new Set(
    [...names]
      .flatMap((name) => (name < 0 ? [] : people.called(name)))
      .filter((person) => person !== owner && !connected.has(person)),
  );
  if (alike.size === 0) return [];
  const present = new Set<number>();
  messages.eachParty((itsGroup, sender, list, recipientName) => {
    if (itsGroup !== group) return;
    const addressed = list === -1 ? [] : recipients.list(list).people;
    const isToOwnName = list === -1 && names.has(recipientName);
    const isOwnRow = sender === owner || addressed.includes(owner);
    for (const person of sender === NOBODY ? addressed : [sender, ...addressed]) {
      if (!alike.has(person)) continue;
      // A person who writes to the owner's name, or beside the owner, is not the owner.
      if (isOwnRow || isToOwnName) alike.delete(person);
      else present.add(person);
    }
    if (sender === owner && isToOwnName) alike.clear();
  });
  return [...alike].filter((person) => present.has(person));
}
