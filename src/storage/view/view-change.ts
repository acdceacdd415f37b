/**
 * What a change of records does to the view: which records of people are put, which go, and where aliases and handles lead.
 */
import type { Alias } from "../../domain/person/person.ts";
import type { PersonRecord } from "../../domain/directory/person-record.ts";
import type { NameSubject, PostSubject } from "../../domain/records/subject.ts";
import type { PersonChange } from "./derived.ts";
import type { Tag } from "../database/history-key.ts";

/** See the file. */
export interface ViewChange {
  /** People with a changed record. */
  readonly people: readonly PersonChange[];
  /** For aliases that are not the subject of a record: the subject of the person, or nothing. */
  readonly aliases: ReadonlyMap<Alias, string | undefined>;
  /** The same for the handles of those aliases. */
  readonly handles: ReadonlyMap<string, string | undefined>;
  /** Posts that wait for an author, or no longer do. */
  readonly waiting: ReadonlyMap<PostSubject, boolean>;
  /** Who is called by names that have statements. */
  readonly names: ReadonlyMap<NameSubject, readonly Alias[]>;
}

const isSame = (a: PersonRecord, b: PersonRecord): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

/** The changes that lead from some records to others. */
export function peopleChanges(
  before: readonly PersonRecord[],
  after: readonly PersonRecord[],
): readonly PersonChange[] {
  const old = new Map(before.map((person) => [person.subject, person]));
  const changes: PersonChange[] = [];
  for (const person of after) {
    const known = old.get(person.subject);
    old.delete(person.subject);
    if (known === undefined) changes.push({ after: person });
    else if (!isSame(known, person)) changes.push({ before: known, after: person });
  }
  for (const person of old.values()) changes.push({ before: person });
  return changes;
}

const moreAliases = ({ subject, aliases }: PersonRecord): readonly Alias[] =>
  aliases.filter((alias) => alias !== subject);

/** Where aliases and handles lead after changes of people. `tags` holds those of every alias that leads to somebody else than before. */
export function leads(
  changes: readonly PersonChange[],
  tags: ReadonlyMap<string, Tag>,
): Pick<ViewChange, "aliases" | "handles"> {
  const aliases = new Map<Alias, string | undefined>();
  const known = new Map<Alias, string>();
  for (const { before } of changes)
    if (before !== undefined)
      for (const alias of moreAliases(before)) {
        known.set(alias, before.subject);
        aliases.set(alias, undefined);
      }
  for (const { after } of changes)
    if (after !== undefined)
      for (const alias of moreAliases(after)) aliases.set(alias, after.subject);
  for (const [alias, subject] of known) if (aliases.get(alias) === subject) aliases.delete(alias);
  const handles = new Map(
    [...aliases].flatMap(([alias, subject]) => {
      const tag = tags.get(alias);
      return tag === undefined ? [] : [[tag.handle, subject] as const];
    }),
  );
  return { aliases, handles };
}
